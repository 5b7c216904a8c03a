// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/tray_icon.h"

#include <QtCore/QFile>
#include <QtGui/QPainter>
#include <QtGui/QPixmap>
#include <QtSvg/QSvgRenderer>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSystemTrayIcon>

#include "desktop/app.h"
#include "desktop/engine.h"
#include "desktop/home_totals.h"
#include "desktop/outlet_faces.h"
#include "desktop/panel_theme.h"
#include "desktop/preferences.h"

namespace outlet {

namespace {

constexpr std::chrono::milliseconds kJoin{1000};

#ifdef Q_OS_WIN
constexpr auto kFigures = TrayMenu::Figures::AfterTab;
#else
constexpr auto kFigures = TrayMenu::Figures::InBrackets;
#endif

struct Badge
{
    QColor color;
    QString sign;
};

/// The badges' colours are those of design.md 2.1; a tray is outside of the window's theme.
Badge badge(TrayMenu::State state)
{
    switch (state) {
    case TrayMenu::State::NewOutlet:
        return {QColor(0x1f, 0x5f, 0xa8), QStringLiteral("+")};
    case TrayMenu::State::Overload:
        return {QColor(0xa6, 0x63, 0x00), QStringLiteral("!")};
    case TrayMenu::State::Stopped:
        return {QColor(0xba, 0x2c, 0x22), QStringLiteral("!")};
    case TrayMenu::State::Running:
        break;
    }
    return {};
}

QIcon stateIcon(TrayMenu::State state, bool onDark)
{
    QIcon icon;
    for (const int size : {16, 20, 22, 24, 32, 48, 64})
        icon.addPixmap(TrayIcon::picture(state, size, onDark));
    return icon;
}

} // namespace

TrayIcon::TrayIcon(Engine &engine, OutletFaces &faces, App &app, Preferences &preferences,
                   QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_faces(faces)
    , m_app(app)
    , m_preferences(preferences)
    , m_menu(std::make_unique<QMenu>())
    , m_icon(std::make_unique<QSystemTrayIcon>())
    , m_timer(engine.clock(), [this] {
        updateIcon();
        // Some panels show a copy of the menu and do not say when it is opened.
        if (!m_menu->isVisible())
            fillMenu();
    })
{
    updateIcon();
    fillMenu();
    m_icon->setContextMenu(m_menu.get());
    connect(m_menu.get(), &QMenu::aboutToShow, this, &TrayIcon::fillMenu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    Q_EMIT m_app.raise();
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, &app, &App::raise);
    connect(&app.totals(), &HomeTotals::countsChanged, this, &TrayIcon::changed);
    connect(&app.totals(), &HomeTotals::powerChanged, this, &TrayIcon::changed);
    connect(&faces, &OutletFaces::listingChanged, this, &TrayIcon::changed);
    connect(&faces, &OutletFaces::stateChanged, this, &TrayIcon::changed);
    connect(&engine, &Engine::serverStateChanged, this, &TrayIcon::changed);
    connect(&preferences, &Preferences::systemDarkChanged, this, [this] {
        m_shown = {};
        updateIcon();
    });
    m_icon->show();
}

QPixmap TrayIcon::picture(TrayMenu::State state, int size, bool onDark)
{
    QFile file(QStringLiteral(":/icons/devices.svg"));
    QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    if (onDark)
        svg.replace("#000", "#fff");
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(svg).render(&painter);
    const Badge mark = badge(state);
    if (!mark.sign.isEmpty()) {
        const qreal side = size * 0.5;
        const QRectF place(size - side, 0, side, side);
        painter.setCompositionMode(QPainter::CompositionMode_Clear); // a gap around the badge
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        painter.drawEllipse(place.adjusted(-size * 0.05, 0, 0, size * 0.05));
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        painter.setBrush(mark.color);
        painter.drawEllipse(place);
        QFont font = painter.font();
        font.setBold(true);
        font.setPixelSize(qMax(6, qRound(side * 0.8)));
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(place, Qt::AlignCenter, mark.sign);
    }
    return pixmap;
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::showMessage(const QString &title, const QString &text)
{
    m_icon->showMessage(title, text, stateIcon(TrayMenu::State::Running, false));
}

void TrayIcon::changed()
{
    if (!m_timer.isActive())
        m_timer.start(kJoin);
}

void TrayIcon::updateIcon()
{
    const TrayMenu::Icon icon = TrayMenu::icon(m_faces, m_app.totals(), m_engine);
    if (icon == m_shown)
        return;
    if (icon.state != m_shown.state || m_shown.toolTip.isEmpty())
        m_icon->setIcon(stateIcon(icon.state, isPanelDark(m_preferences.systemDark())));
    m_icon->setToolTip(icon.toolTip);
    m_shown = icon;
}

void TrayIcon::fillMenu()
{
    const QList<TrayMenu::Item> items = TrayMenu::items(m_faces, m_app.totals(), kFigures);
    if (items == m_items)
        return;
    m_items = items;
    m_menu->clear();
    for (const TrayMenu::Item &item : items) {
        if (item.kind == TrayMenu::Kind::Separator) {
            m_menu->addSeparator();
            continue;
        }
        QAction *action = m_menu->addAction(item.text);
        action->setEnabled(item.enabled);
        if (item.kind == TrayMenu::Kind::Outlet) {
            action->setCheckable(true);
            action->setChecked(item.checked);
        }
        if (item.kind == TrayMenu::Kind::Open)
            m_menu->setDefaultAction(action);
        connect(action, &QAction::triggered, this, [this, action, item] {
            action->setChecked(item.checked); // the tick is what the outlet confirmed
            activate(item);
        });
    }
}

void TrayIcon::activate(const TrayMenu::Item &item)
{
    switch (item.kind) {
    case TrayMenu::Kind::Outlet:
        if (OutletFace *face = m_faces.find(item.id))
            face->setRelay(!item.checked);
        return;
    case TrayMenu::Kind::TurnAllOff:
        Q_EMIT m_app.askTurnAllOff();
        return;
    case TrayMenu::Kind::Settings:
        Q_EMIT m_app.raise();
        Q_EMIT m_app.openPage(QStringLiteral("settings"));
        return;
    case TrayMenu::Kind::More:
    case TrayMenu::Kind::Open:
        Q_EMIT m_app.raise();
        return;
    case TrayMenu::Kind::Quit:
        m_app.quit();
        return;
    case TrayMenu::Kind::Totals:
    case TrayMenu::Kind::Separator:
        return;
    }
}

} // namespace outlet
