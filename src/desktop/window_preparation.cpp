// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/window_preparation.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QIcon>
#include <QtGui/QPainter>
#include <QtGui/QPixmap>
#include <QtSvg/QSvgRenderer>
#include <QtWidgets/QApplication>

#include "desktop/qml_module.h"

namespace outlet {

namespace {

/// The logo in the sizes that task bars and title bars take.
QIcon logo()
{
    QSvgRenderer renderer(QStringLiteral(":/icons/app-logo.svg"));
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

QUrl inModule(const QString &file)
{
    return QUrl(QStringLiteral("qrc:/qt/qml/Outlet/") + file);
}

} // namespace

WindowPreparation::WindowPreparation()
    : m_window(&m_engine)
    , m_home(&m_engine)
{
    useQmlModule(m_engine);
    // Errors are told when the window is made: what is loaded here is loaded once.
    m_window.loadUrl(windowUrl(), QQmlComponent::Asynchronous);
    m_home.loadUrl(inModule(QStringLiteral("HomePage.qml")), QQmlComponent::Asynchronous);
}

void WindowPreparation::drawAndFindFonts()
{
    QApplication::setWindowIcon(logo());
    [[maybe_unused]] const qreal width =
        QFontMetricsF(QApplication::font()).horizontalAdvance(u'0');
}

QUrl WindowPreparation::windowUrl()
{
    return inModule(QStringLiteral("Main.qml"));
}

} // namespace outlet
