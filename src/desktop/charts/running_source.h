// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include "desktop/charts/running_data.h"

namespace outlet {

/// Holds what a RunningChart shows and tells when it changes. Main thread.
class RunningSource : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from a page's model")
public:
    using QObject::QObject;

    [[nodiscard]] const RunningData &data() const { return m_data; }
    void setData(const RunningData &data)
    {
        if (data == m_data)
            return;
        m_data = data;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    RunningData m_data;
};

} // namespace outlet
