// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "page_window.h"

#include <QtQml/QQmlComponent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <algorithm>
#include <functional>

#include "../../unit/desktop/plain_text.h"
#include "desktop/qml_module.h"

namespace outlet {

namespace {

/// The least that a page needs around it: a window with an overlay, and somebody who loads it.
constexpr const char *kFrame = R"(
import QtQuick
import QtQuick.Controls.Basic
import Outlet
ApplicationWindow {
    property alias page: loader.item
    function load(url: var, properties: var): void { loader.setSource(url, properties); }
    function unload(): void { loader.source = ""; }
    color: Theme.bg
    Loader { id: loader; anchors.fill: parent; focus: true }
}
)";

void forEach(QAccessibleInterface *from, const std::function<void(QAccessibleInterface *)> &visit)
{
    if (!from)
        return;
    visit(from);
    for (int i = 0; i < from->childCount(); ++i)
        forEach(from->child(i), visit);
}

void forEach(QQuickItem *from, const std::function<void(QQuickItem *)> &visit)
{
    visit(from);
    for (QQuickItem *child : from->childItems())
        forEach(child, visit);
}

} // namespace

PageWindow::PageWindow(QSize size, History *history)
    : desktop(clock, history)
{
    QAccessible::setActive(true);
    desktop.engine.setListening(kDefaultPort);
    desktop.engine.addHome();
    desktop.engine.setReady();
    clock.advance(std::chrono::seconds(1)); // counts and texts are made at most once a second
    useQmlModule(m_engine);
    QObject::connect(&m_engine, &QQmlEngine::warnings, &m_engine,
                     [this](const QList<QQmlError> &errors) {
                         for (const QQmlError &error : errors)
                             m_warnings += error.toString();
                     });
    QQmlComponent frame(&m_engine);
    frame.setData(kFrame, {});
    m_window.reset(qobject_cast<QQuickWindow *>(frame.create()));
    if (!m_window)
        qFatal("%s", qPrintable(frame.errorString()));
    m_window->resize(size);
    m_window->show();
    m_window->requestActivate();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("The test's window does not become active.");
}

PageWindow::~PageWindow()
{
    end();
}

bool PageWindow::drawn() const
{
    QSignalSpy frames(m_window.get(), &QQuickWindow::frameSwapped);
    m_window->update();
    return frames.wait();
}

bool PageWindow::load(const QString &type, const QVariantMap &properties)
{
    const QVariant url = QUrl(QStringLiteral("qrc:/qt/qml/Outlet/%1.qml").arg(type));
    const QVariant values = properties;
    QMetaObject::invokeMethod(m_window.get(), "load", Q_ARG(QVariant, url),
                              Q_ARG(QVariant, values));
    if (!page())
        return false;
    page()->forceActiveFocus();
    return drawn() && page()->width() > 0;
}

void PageWindow::unload()
{
    QMetaObject::invokeMethod(m_window.get(), "unload");
}

void PageWindow::end()
{
    unload();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QQuickItem *PageWindow::page() const
{
    return m_window->property("page").value<QQuickItem *>();
}

OutletFace *PageWindow::face(const QString &name) const
{
    for (OutletFace *face : desktop.faces.all()) {
        if (face->name() == name || face->newTitle() == name)
            return face;
    }
    return nullptr;
}

Outlet *PageWindow::outlet(const QString &name) const
{
    OutletFace *found = face(name);
    return found ? found->outlet() : nullptr;
}

bool PageWindow::isOnScreen(const QQuickItem *item) const
{
    if (!item->isVisible() || item->opacity() <= 0 || item->width() <= 0 || item->height() <= 0)
        return false;
    const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    return place.intersects(QRectF(QPointF(0, 0), QSizeF(m_window->size())));
}

QList<QAccessibleInterface *> PageWindow::reachable() const
{
    QList<QAccessibleInterface *> found;
    forEach(QAccessible::queryAccessibleInterface(m_window.get()), [&](QAccessibleInterface *each) {
        auto *item = qobject_cast<QQuickItem *>(each->object());
        if (item && isOnScreen(item))
            found += each;
    });
    return found;
}

QList<QQuickItem *> PageWindow::findAll(const QString &name) const
{
    QList<QQuickItem *> found;
    for (QAccessibleInterface *each : reachable()) {
        if (plain(each->text(QAccessible::Name)) == plain(name))
            found += qobject_cast<QQuickItem *>(each->object());
    }
    std::stable_sort(found.begin(), found.end(), [](const QQuickItem *a, const QQuickItem *b) {
        return a->mapToScene({}).y() < b->mapToScene({}).y();
    });
    return found;
}

QQuickItem *PageWindow::find(const QString &name, QAccessible::Role role) const
{
    for (QAccessibleInterface *each : reachable()) {
        if (plain(each->text(QAccessible::Name)) == plain(name) &&
            (role == QAccessible::NoRole || each->role() == role ||
             // what Qt 6.4 calls every button, whatever role it was given
             (role == QAccessible::PageTab && each->role() == QAccessible::Button)))
            return qobject_cast<QQuickItem *>(each->object());
    }
    return nullptr;
}

bool PageWindow::shows(const QString &text) const
{
    bool found = false;
    forEach(m_window->contentItem(), [&](QQuickItem *item) {
        found = found || (isOnScreen(item) &&
                          plain(item->property("text").toString()).contains(plain(text)));
    });
    return found;
}

bool PageWindow::clickOn(const QString &name, QAccessible::Role role,
                         Qt::KeyboardModifiers modifiers) const
{
    QQuickItem *item = nullptr;
    if (!QTest::qWaitFor([&] { return (item = find(name, role)) != nullptr; }) || !drawn())
        return false;
    click(item, modifiers);
    return true;
}

bool PageWindow::clickMenu(const QString &text) const
{
    QQuickItem *found = nullptr;
    const auto look = [&] {
        forEach(m_window->contentItem(), [&](QQuickItem *item) {
            if (item->inherits("QQuickMenuItem") && isOnScreen(item) && item->isEnabled() &&
                item->property("text").toString() == text)
                found = item;
        });
        return found != nullptr;
    };
    if (!QTest::qWaitFor(look) || !drawn())
        return false;
    click(found);
    // An open menu holds back every press beside it.
    return QTest::qWaitFor([&] { return found = nullptr, !look(); });
}

void PageWindow::click(QQuickItem *item, Qt::KeyboardModifiers modifiers,
                       Qt::MouseButton button) const
{
    const QPointF center = item->mapToScene({item->width() / 2, item->height() / 2});
    QTest::mouseClick(m_window.get(), button, modifiers, center.toPoint());
}

void PageWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(m_window.get(), key, modifiers);
}

void PageWindow::type(const QString &text) const
{
    for (const QChar letter : text)
        QTest::keyClick(m_window.get(), letter.toLatin1());
}

} // namespace outlet
