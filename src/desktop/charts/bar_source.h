// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include "desktop/charts/bar_data.h"

namespace outlet {

/// Holds what a BarChart shows and tells when it changes. The owner sets it as a whole whenever an
/// answer has come; until then the old picture stays. Main thread.
class BarSource : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from a page's model")
public:
    using QObject::QObject;

    [[nodiscard]] const BarData &data() const { return m_data; }
    void setData(const BarData &data)
    {
        m_data = data;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    BarData m_data;
};

} // namespace outlet
