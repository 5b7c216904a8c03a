// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/QQuickItem>

namespace outlet {

/// Lets Enter pass an item that would keep it for itself, so that whoever is around the item gets
/// it: a dialog its primary action, a wizard its next step. Main thread.
class EnterPass : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// The item that Enter is not meant for.
    Q_PROPERTY(QQuickItem *item READ item WRITE setItem NOTIFY itemChanged FINAL)
    /// False: the item gets Enter, as without this.
    Q_PROPERTY(bool enabled READ isEnabled WRITE setEnabled NOTIFY enabledChanged FINAL)
public:
    using QObject::QObject;

    [[nodiscard]] QQuickItem *item() const { return m_item; }
    void setItem(QQuickItem *item);
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    void setEnabled(bool enabled);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void itemChanged();
    void enabledChanged();

private:
    QPointer<QQuickItem> m_item;
    bool m_enabled = true;
};

} // namespace outlet
