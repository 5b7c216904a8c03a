// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/enter_pass.h"

#include <QtGui/QKeyEvent>

namespace outlet {

void EnterPass::setItem(QQuickItem *item)
{
    if (item == m_item)
        return;
    if (m_item)
        m_item->removeEventFilter(this);
    m_item = item;
    if (m_item)
        m_item->installEventFilter(this);
    Q_EMIT itemChanged();
}

void EnterPass::setEnabled(bool enabled)
{
    if (enabled == m_enabled)
        return;
    m_enabled = enabled;
    Q_EMIT enabledChanged();
}

bool EnterPass::eventFilter(QObject *, QEvent *event)
{
    if (!m_enabled || event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    event->ignore(); // so that the window offers it to the item around this one
    return true;
}

} // namespace outlet
