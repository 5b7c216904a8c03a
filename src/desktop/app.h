// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>
#include <functional>
#include <memory>

#include "desktop/export_job.h"
#include "desktop/home_energy.h"
#include "desktop/import_job.h"
#include "desktop/outlet_face.h"
#include "desktop/replace_job.h"
#include "desktop/ui.h"

class QJSEngine;
class QQmlEngine;

namespace outlet {

class Engine;
class HomeTotals;
class OutletFaces;
class TurnOff;
class TurnOffWish;
struct WindowWish;

/// The app as a whole, for QML: counts, totals, lists to choose from, and what is done to several
/// outlets at once. Main thread.
class App : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString version READ version CONSTANT FINAL)
    Q_PROPERTY(QString qtVersion READ qtVersion CONSTANT FINAL)
    Q_PROPERTY(int databaseVersion READ databaseVersion NOTIFY readyChanged FINAL)
    Q_PROPERTY(bool demo READ demo CONSTANT FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY readyChanged FINAL)
    /// The welcome page is to be shown: the first start, until it was left by a button.
    Q_PROPERTY(bool welcome READ welcome NOTIFY welcomeChanged FINAL)
    /// What is wrong with the file, one sentence; empty when nothing is.
    Q_PROPERTY(QString problemText READ problemText NOTIFY problemChanged FINAL)
    Q_PROPERTY(outlet::Ui::Tone problemTone READ problemTone NOTIFY problemChanged FINAL)

    Q_PROPERTY(int knownCount READ knownCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int newCount READ newCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int ignoredCount READ ignoredCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int onCount READ onCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int offlineCount READ offlineCount NOTIFY countsChanged FINAL)
    Q_PROPERTY(int silentCount READ silentCount NOTIFY countsChanged FINAL)
    /// "8 outlets · 5 on · 1 offline"
    Q_PROPERTY(QString countsText READ countsText NOTIFY countsChanged FINAL)
    /// "8 outlets · 6 online · 1 silent · 1 offline"
    Q_PROPERTY(QString devicesCountsText READ devicesCountsText NOTIFY countsChanged FINAL)
    Q_PROPERTY(QString totalPowerText READ totalPowerText NOTIFY totalChanged FINAL)
    Q_PROPERTY(QString totalPowerUnit READ totalPowerUnit NOTIFY totalChanged FINAL)
    Q_PROPERTY(QString totalNote READ totalNote NOTIFY totalChanged FINAL)
    Q_PROPERTY(outlet::LiveSeries *totalLive READ totalLive CONSTANT FINAL)

    Q_PROPERTY(outlet::HomeEnergy *energy READ energy CONSTANT FINAL)

    Q_PROPERTY(outlet::ExportJob *exporting READ exporting CONSTANT FINAL)
    Q_PROPERTY(outlet::ImportJob *importing READ importing CONSTANT FINAL)
    Q_PROPERTY(outlet::ReplaceJob *replacing READ replacing CONSTANT FINAL)
    Q_PROPERTY(QStringList rooms READ rooms NOTIFY roomsChanged FINAL)
    /// {key, label, rating} of every model.
    Q_PROPERTY(QVariantList models READ models CONSTANT FINAL)
    Q_PROPERTY(QStringList icons READ icons CONSTANT FINAL)
    Q_PROPERTY(bool trayAvailable READ trayAvailable CONSTANT FINAL)
    Q_PROPERTY(QString licensesText READ licensesText CONSTANT FINAL)
    Q_PROPERTY(QString dataFolder READ dataFolder CONSTANT FINAL)
    Q_PROPERTY(bool simulatedActive READ simulatedActive NOTIFY simulatedChanged FINAL)
    /// There is something that undo() would take back.
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY canUndoChanged FINAL)
public:
    /// Both must outlive the app object.
    App(Engine &engine, OutletFaces &faces, QObject *parent = nullptr);
    ~App() override;
    /// For the QML engine: the one that was made last, owned by C++.
    static App *create(QQmlEngine *engine, QJSEngine *script);

    [[nodiscard]] QString version() const;
    [[nodiscard]] QString qtVersion() const;
    [[nodiscard]] int databaseVersion() const;
    [[nodiscard]] bool demo() const;
    [[nodiscard]] bool ready() const;
    [[nodiscard]] bool welcome() const;
    [[nodiscard]] QString problemText() const;
    [[nodiscard]] Ui::Tone problemTone() const;
    [[nodiscard]] int knownCount() const;
    [[nodiscard]] int newCount() const;
    [[nodiscard]] int ignoredCount() const;
    [[nodiscard]] int onCount() const;
    [[nodiscard]] int offlineCount() const;
    [[nodiscard]] int silentCount() const;
    [[nodiscard]] QString countsText() const;
    [[nodiscard]] QString devicesCountsText() const;
    [[nodiscard]] QString totalPowerText() const;
    [[nodiscard]] QString totalPowerUnit() const;
    [[nodiscard]] QString totalNote() const;
    [[nodiscard]] LiveSeries *totalLive() const;
    [[nodiscard]] QStringList rooms() const;
    [[nodiscard]] QVariantList models() const;
    [[nodiscard]] QStringList icons() const;
    [[nodiscard]] bool trayAvailable() const;
    [[nodiscard]] QString licensesText() const;
    [[nodiscard]] QString dataFolder() const;
    [[nodiscard]] bool simulatedActive() const;
    [[nodiscard]] bool canUndo() const;

    [[nodiscard]] HomeEnergy *energy() const;
    [[nodiscard]] ExportJob *exporting() const;
    [[nodiscard]] ImportJob *importing() const;
    [[nodiscard]] ReplaceJob *replacing() const;
    [[nodiscard]] HomeTotals &totals() { return *m_totals; }

    /// Does what somebody who started the app wants of its window besides seeing it: has
    /// askTurnAllOff() emitted as soon as it is known what is on, or askImportOf().
    void fulfil(const WindowWish &wish);
    /// Says that something was done, and lets undo() take it back.
    void offerUndo(const QString &text, std::function<void()> undo);
    /// The same for something else that can be done now.
    void offerAction(const QString &text, const QString &actionText, std::function<void()> action);

    /// nullptr when there is no such outlet.
    Q_INVOKABLE outlet::OutletFace *face(const QString &id) const;
    Q_INVOKABLE void addSimulated();
    Q_INVOKABLE void removeSimulated();
    /// Starts the demo, whose outlets have a past, in a window of its own.
    Q_INVOKABLE void openDemo();
    /// The welcome page was left by a button; \a startWithSession is its checkbox.
    Q_INVOKABLE void finishWelcome(bool startWithSession);
    /// The faces of what is on and can be turned off, in the user's order.
    Q_INVOKABLE QList<outlet::OutletFace *> turnOffCandidates() const;
    /// Turns these off; what happened and how to undo it is told by snack().
    Q_INVOKABLE void turnOff(const QStringList &ids);
    Q_INVOKABLE void undo();
    /// Does what the last offer() was about.
    Q_INVOKABLE void takeOffer();
    Q_INVOKABLE void setRoomFor(const QStringList &ids, const QString &room);
    Q_INVOKABLE void forgetAll(const QStringList &ids);
    Q_INVOKABLE void copy(const QString &text);
    Q_INVOKABLE void quit();
    /// Asks every outlet for a reading now.
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void readyChanged();
    void welcomeChanged();
    void problemChanged();
    void countsChanged();
    void totalChanged();
    void roomsChanged();
    void simulatedChanged();
    void canUndoChanged();
    /// Something was done; with \a canUndo, undo() takes it back.
    void snack(const QString &text, bool canUndo);
    /// Something was done, and takeOffer() does more of it: \a actionText.
    void offer(const QString &text, const QString &actionText);
    void openOutlet(const QString &id);
    void openPage(const QString &page);
    /// Show the diagnostics of this outlet, or of the last one that was looked at; emitted from
    /// QML, too.
    void openDiagnostics(const QString &id);
    /// "Turn all off…" was chosen outside the window: ask.
    void askTurnAllOff();
    /// Open the dialogs for exporting and importing energy; emitted from QML, too.
    void askExport();
    void askExportOf(const QString &fromIso, const QString &toIso, const QStringList &outletIds);
    void askImport();
    /// The same with the file that was given: \a path.
    void askImportOf(const QString &path);
    /// Open the dialog for replacing this outlet; emitted from QML, too.
    void askReplace(const QString &outletId);
    /// Show the window in front.
    void raise();
    /// Something a screen reader should say.
    void announce(const QString &text);
    void quitRequested();
    /// The welcome page's checkbox, once it takes effect.
    void startWithSessionWished(bool start);

private:
    void watch(OutletFace *face);
    void updateRooms();

    Engine &m_engine;
    OutletFaces &m_faces;
    std::unique_ptr<HomeEnergy> m_energy;
    std::unique_ptr<HomeTotals> m_totals;
    std::unique_ptr<TurnOff> m_turnOff;
    std::unique_ptr<TurnOffWish> m_turnOffWish;
    std::function<void()> m_undo;
    std::function<void()> m_offer;
    std::unique_ptr<ExportJob> m_exporting;
    std::unique_ptr<ImportJob> m_importing;
    std::unique_ptr<ReplaceJob> m_replacing;
    QStringList m_rooms;
    bool m_welcome = false;
};

} // namespace outlet
