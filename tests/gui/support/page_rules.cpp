// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "page_rules.h"

#include <QtCore/QSet>
#include <algorithm>

#include "page_window.h"

namespace outlet {

using namespace Qt::StringLiterals;

namespace {

bool isControl(const QAccessibleInterface *each)
{
    if (each->object()->inherits("QQuickAbstractButton"))
        return true; // a tab, a row of a list, whatever it is called
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

QStringList beyondTab(const PageWindow &window)
{
    QList<QQuickItem *> wanted;
    for (QAccessibleInterface *each : window.reachable()) {
        auto *item = qobject_cast<QQuickItem *>(each->object());
        const bool isPicture =
            each->role() == QAccessible::Chart || each->role() == QAccessible::Table;
        if (item->isEnabled() && (isControl(each) || (isPicture && each->state().focusable)))
            wanted += item;
    }
    QSet<const QQuickItem *> visited;
    constexpr int kMost = 300;
    for (int i = 0; i < kMost; ++i) {
        window.key(Qt::Key_Tab);
        const QQuickItem *const now = window.window()->activeFocusItem();
        if (!now || visited.contains(now))
            break; // once around
        visited.insert(now);
    }
    const auto isReached = [&visited](const QQuickItem *item) {
        // Only the chosen one of a row of choices takes Tab; the others take clicks.
        const bool isUnchosen =
            item->property("focusPolicy").value<Qt::FocusPolicy>() == Qt::ClickFocus ||
            (item->inherits("QQuickRadioButton") && !item->property("checked").toBool());
        return std::any_of(visited.begin(), visited.end(), [=](const QQuickItem *each) {
            const bool isItsLike = isUnchosen && each->metaObject() == item->metaObject();
            return each == item || isItsLike || item->isAncestorOf(each) ||
                   each->isAncestorOf(item);
        });
    };
    QStringList wrong;
    for (QQuickItem *item : wanted) {
        QAccessibleInterface *const each = QAccessible::queryAccessibleInterface(item);
        if (!isReached(item))
            wrong += u"not reached by Tab: %1 (%2)"_s.arg(each->text(QAccessible::Name))
                         .arg(each->role());
    }
    if (visited.isEmpty())
        wrong += u"Tab goes nowhere"_s;
    return wrong;
}

bool showsFocusRing(const PageWindow &window)
{
    const QQuickItem *const focused = window.window()->activeFocusItem();
    if (!focused)
        return false;
    const QList<QQuickItem *> inside = focused->findChildren<QQuickItem *>();
    return std::any_of(inside.begin(), inside.end(), [](const QQuickItem *each) {
        return QByteArrayView(each->metaObject()->className()).startsWith("FocusRing") &&
               each->isVisible() && each->opacity() > 0;
    });
}

} // namespace outlet
