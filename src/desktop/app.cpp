// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/app.h"

#include <QtCore/QCollator>
#include <QtCore/QPointer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlEngine>
#include <QtWidgets/QSystemTrayIcon>
#include <algorithm>
#include <utility>

#include "base/version.h"
#include "desktop/engine.h"
#include "desktop/export_job.h"
#include "desktop/home_energy.h"
#include "desktop/home_totals.h"
#include "desktop/import_job.h"
#include "desktop/outlet_faces.h"
#include "desktop/turn_off.h"
#include "desktop/turn_off_wish.h"
#include "outlets/outlet_registry.h"

namespace outlet {

namespace {

QPointer<App> current;

} // namespace

App::App(Engine &engine, OutletFaces &faces, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_faces(faces)
    , m_energy(std::make_unique<HomeEnergy>(engine.energy()))
    , m_totals(std::make_unique<HomeTotals>(faces))
    , m_turnOff(std::make_unique<TurnOff>(engine.registry()))
    , m_turnOffWish(std::make_unique<TurnOffWish>(faces))
{
    current = this;
    m_exporting = std::make_unique<ExportJob>(engine, *this);
    m_importing = std::make_unique<ImportJob>(engine, *this);
    m_replacing = std::make_unique<ReplaceJob>(engine, *this);
    connect(m_totals.get(), &HomeTotals::countsChanged, this, &App::countsChanged);
    connect(m_totals.get(), &HomeTotals::powerChanged, this, &App::totalChanged);
    connect(m_turnOff.get(), &TurnOff::finished, this, [this](const QString &sentence) {
        if (m_turnOff->canUndo())
            offerUndo(sentence, [this] { m_turnOff->undo(); });
        else
            Q_EMIT snack(sentence, false);
        Q_EMIT announce(sentence);
    });
    const auto onReady = [this] {
        m_welcome = m_engine.isReady() && !m_engine.isDemo() &&
                    !m_engine.setting(QStringLiteral("welcomeDone")).toBool();
        Q_EMIT readyChanged();
        Q_EMIT welcomeChanged();
    };
    connect(&engine, &Engine::ready, this, onReady);
    connect(&engine, &Engine::problemChanged, this, &App::problemChanged);
    connect(&engine, &Engine::simulatedChanged, this, [this] {
        m_faces.refreshAll();
        Q_EMIT simulatedChanged();
    });
    connect(m_turnOffWish.get(), &TurnOffWish::due, this, &App::askTurnAllOff);
    connect(&engine, &Engine::raiseRequested, this, [this](const WindowWish &wish) {
        Q_EMIT raise();
        fulfil(wish);
    });
    connect(&engine, &Engine::quitRequested, this, &App::quit);
    for (OutletFace *face : faces.all())
        watch(face);
    connect(&faces, &OutletFaces::added, this, &App::watch);
    connect(&faces, &OutletFaces::added, this, &App::updateRooms);
    connect(&faces, &OutletFaces::removed, this, &App::updateRooms);
    connect(&faces, &OutletFaces::listingChanged, this, &App::updateRooms);
    connect(&faces, &OutletFaces::ignoredByUser, this, [this](OutletFace *face) {
        offerUndo(tr("%1 is ignored").arg(face->newTitle()), [this, id = face->outletId()] {
            if (Outlet *outlet = m_engine.registry().find(id))
                m_engine.registry().reconsider(outlet);
        });
    });
    connect(&engine.registry(), &OutletRegistry::newOutletAppeared, this,
            [this] { Q_EMIT announce(tr("A new outlet wants to join")); });
    updateRooms();
    onReady();
}

App::~App() = default;

App *App::create(QQmlEngine *, QJSEngine *)
{
    QQmlEngine::setObjectOwnership(current, QQmlEngine::CppOwnership);
    return current;
}

/// Says to screen readers what design.md section 6 lists: confirmed, failed, overload, offline.
void App::watch(OutletFace *face)
{
    const Outlet *outlet = face->outlet();
    connect(outlet, &Outlet::commandSucceeded, face, [this, face](bool on) {
        Q_EMIT announce(on ? tr("%1 is on").arg(face->name()) : tr("%1 is off").arg(face->name()));
    });
    connect(outlet, &Outlet::commandDidFail, face, [this, face](bool on) {
        Q_EMIT announce(on ? tr("%1 didn’t turn on").arg(face->name())
                           : tr("%1 didn’t turn off").arg(face->name()));
    });
    connect(face, &OutletFace::linkChanged, this, [this, face, was = face->offline()]() mutable {
        const bool isOffline = face->offline();
        if (isOffline && !std::exchange(was, isOffline) && face->decision() == Ui::DecisionKnown)
            Q_EMIT announce(tr("%1 is offline").arg(face->name()));
        was = isOffline;
    });
    connect(face, &OutletFace::powerChanged, this, [this, face, was = face->overload()]() mutable {
        const bool isOver = face->overload();
        if (isOver && !std::exchange(was, isOver))
            Q_EMIT announce(tr("%1, %2").arg(face->name(), face->stripText()));
        was = isOver;
    });
}

QString App::version() const
{
    return QStringLiteral(OUTLET_VERSION);
}

QString App::qtVersion() const
{
    return QString::fromLatin1(qVersion());
}

int App::databaseVersion() const
{
    return m_engine.databaseVersion();
}

bool App::demo() const
{
    return m_engine.isDemo();
}

bool App::ready() const
{
    return m_engine.isReady();
}

bool App::welcome() const
{
    return m_welcome;
}

QString App::problemText() const
{
    return m_engine.problemText();
}

Ui::Tone App::problemTone() const
{
    return m_engine.isProblemLasting() ? Ui::ToneDanger : Ui::ToneWarn;
}

int App::knownCount() const
{
    return m_totals->counts().known;
}

int App::newCount() const
{
    return m_totals->counts().isNew;
}

int App::ignoredCount() const
{
    return m_totals->counts().ignored;
}

int App::onCount() const
{
    return m_totals->counts().on;
}

int App::offlineCount() const
{
    return m_totals->counts().offline;
}

int App::silentCount() const
{
    return m_totals->counts().silent;
}

QString App::countsText() const
{
    return m_totals->countsText();
}

QString App::devicesCountsText() const
{
    return m_totals->devicesCountsText();
}

ExportJob *App::exporting() const
{
    return m_exporting.get();
}

ImportJob *App::importing() const
{
    return m_importing.get();
}

ReplaceJob *App::replacing() const
{
    return m_replacing.get();
}

HomeEnergy *App::energy() const
{
    return m_energy.get();
}

QString App::totalPowerText() const
{
    return m_totals->power().text;
}

QString App::totalPowerUnit() const
{
    return m_totals->power().unit;
}

QString App::totalNote() const
{
    return m_totals->power().note;
}

LiveSeries *App::totalLive() const
{
    return &m_totals->live();
}

QStringList App::rooms() const
{
    return m_rooms;
}

QVariantList App::models() const
{
    QVariantList list;
    for (const protocol::Model &model : protocol::models())
        list += QVariantMap{
            {QStringLiteral("key"), QString(model.key)},
            {QStringLiteral("label"), QString(model.label)},
            {QStringLiteral("rating"),
             tr("%1 A, %2 V").arg(model.rating.currentAmps).arg(model.rating.nominalVolts)}};
    return list;
}

QStringList App::icons() const
{
    return {QStringLiteral("plug"),   QStringLiteral("desk"),   QStringLiteral("freezer"),
            QStringLiteral("tv"),     QStringLiteral("heater"), QStringLiteral("fish"),
            QStringLiteral("washer"), QStringLiteral("coffee"), QStringLiteral("lamp"),
            QStringLiteral("fan"),    QStringLiteral("router"), QStringLiteral("devices")};
}

bool App::trayAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

QString App::licensesText() const
{
    return tr("Outlet is free software under the MIT License.\n\n"
              "It uses Qt %1 under the GNU Lesser General Public License, version 3, SQLite "
              "(public "
              "domain) and OpenSSL (Apache License 2.0).\n\n"
              "Not made or endorsed by Etekcity or VeSync.")
        .arg(qtVersion());
}

QString App::dataFolder() const
{
    return m_engine.dataFolder();
}

bool App::simulatedActive() const
{
    return m_engine.hasSimulated();
}

bool App::canUndo() const
{
    return static_cast<bool>(m_undo);
}

OutletFace *App::face(const QString &id) const
{
    return m_faces.find(id);
}

void App::addSimulated()
{
    m_engine.startSimulated();
}

void App::removeSimulated()
{
    m_engine.stopSimulated();
}

void App::openDemo()
{
    Q_EMIT snack(m_engine.openDemo()
                     ? tr("The demo opens in a window of its own.")
                     : tr("The demo did not start. Start Outlet with --demo to see it."),
                 false);
}

void App::finishWelcome(bool startWithSession)
{
    if (!m_welcome)
        return;
    m_welcome = false;
    m_engine.setSetting(QStringLiteral("welcomeDone"), true);
    Q_EMIT startWithSessionWished(startWithSession);
    Q_EMIT welcomeChanged();
}

QList<OutletFace *> App::turnOffCandidates() const
{
    QList<OutletFace *> candidates;
    for (OutletFace *face : m_faces.all())
        if (face->switchable() && face->isOn())
            candidates.append(face);
    return candidates;
}

void App::fulfil(const WindowWish &wish)
{
    switch (wish.kind) {
    case WindowWish::Show:
        break;
    case WindowWish::AskTurnAllOff:
        if (!m_turnOffWish->make())
            Q_EMIT snack(tr("Waiting for outlets to say what is on"), false);
        break;
    case WindowWish::Import:
        if (m_importing->writing())
            Q_EMIT snack(tr("Another file is being imported. Open this one when that is done."),
                         false);
        else if (!m_importing->available())
            Q_EMIT snack(tr("Nothing can be imported, as nothing is recorded here."), false);
        else
            Q_EMIT askImportOf(wish.file);
        break;
    }
}

void App::turnOff(const QStringList &ids)
{
    m_turnOff->start(ids);
}

void App::offerUndo(const QString &text, std::function<void()> undo)
{
    m_undo = std::move(undo);
    Q_EMIT canUndoChanged();
    Q_EMIT snack(text, true);
}

void App::offerAction(const QString &text, const QString &actionText, std::function<void()> action)
{
    m_offer = std::move(action);
    Q_EMIT offer(text, actionText);
}

void App::takeOffer()
{
    if (const auto action = std::exchange(m_offer, nullptr))
        action();
}

void App::undo()
{
    if (!m_undo)
        return;
    const auto undo = std::exchange(m_undo, nullptr);
    Q_EMIT canUndoChanged();
    undo();
}

void App::setRoomFor(const QStringList &ids, const QString &room)
{
    for (const QString &id : ids)
        if (OutletFace *face = m_faces.find(id))
            face->setRoom(room);
}

void App::forgetAll(const QStringList &ids)
{
    for (const QString &id : ids)
        if (OutletFace *face = m_faces.find(id))
            face->forget();
}

void App::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void App::quit()
{
    Q_EMIT quitRequested();
}

void App::refresh()
{
    for (OutletFace *face : m_faces.all())
        face->outlet()->requestReading();
}

void App::updateRooms()
{
    QStringList rooms;
    for (const OutletFace *face : m_faces.all())
        if (!face->room().isEmpty() && !rooms.contains(face->room()))
            rooms += face->room();
    QCollator collator{QLocale()};
    std::sort(rooms.begin(), rooms.end(), collator);
    if (rooms == m_rooms)
        return;
    m_rooms = rooms;
    Q_EMIT roomsChanged();
}

} // namespace outlet
