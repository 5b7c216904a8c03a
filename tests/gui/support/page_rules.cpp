// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "page_rules.h"

#include "page_window.h"

namespace outlet {

using namespace Qt::StringLiterals;

namespace {

bool isControl(const QAccessibleInterface *each)
{
    switch (each->role()) {
    case QAccessible::Button:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::PageTab:
    case QAccessible::Link:
        return true;
    default:
        return false;
    }
}

} // namespace

QStringList brokenRules(const PageWindow &window)
{
    QStringList wrong;
    int controls = 0;
    for (QAccessibleInterface *each : window.reachable()) {
        if (!isControl(each))
            continue;
        ++controls;
        auto *item = qobject_cast<QQuickItem *>(each->object());
        const QString name = each->text(QAccessible::Name);
        const QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
        const QString what = u"%1 (%2) at %3,%4 %5x%6"_s.arg(name)
                                 .arg(each->role())
                                 .arg(place.x())
                                 .arg(place.y())
                                 .arg(place.width())
                                 .arg(place.height());
        if (name.isEmpty())
            wrong += u"without a name: "_s + what;
        if (place.width() < 44 || place.height() < 44)
            wrong += u"too small: "_s + what;
        if (place.left() < -0.5 || place.right() > window.window()->width() + 0.5)
            wrong += u"beside the window: "_s + what;
    }
    if (controls == 0)
        wrong += u"nothing to use on this page"_s;
    return wrong;
}

} // namespace outlet
