// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>
#include <functional>

#include "app/outlet_logins.h"
#include "base/secret_text.h"
#include "desktop/outlet_face.h"
#include "desktop/setup_wifi.h"
#include "desktop/setup_words.h"
#include "setup/address_choice.h"
#include "setup/setup_advice.h"
#include "setup/setup_run.h"

class QJSEngine;
class QQmlEngine;

namespace outlet {

class Engine;
class OutletFaces;

/// "Add an outlet" in three steps: the way, the Wi-Fi, and one SetupRun whose stages are shown as
/// they are reached. The Wi-Fi password is kept, for another try, no longer than until the outlet
/// is here, the user goes back or cancels, or the page is left; it never leaves this object but
/// into the run. Main thread.
class SetupWizard : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(Setup)
    QML_SINGLETON
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    Q_PROPERTY(Way way READ way WRITE setWay NOTIFY changed FINAL)
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    /// This computer's addresses that an outlet could be told, "192.168.1.24 · wlan0", the likely
    /// one first, as they were when the Wi-Fi was asked for.
    Q_PROPERTY(QStringList addresses READ addresses NOTIFY changed FINAL)
    Q_PROPERTY(int addressIndex READ addressIndex WRITE setAddressIndex NOTIFY changed FINAL)
    /// What to do about an address that may change; empty when nothing has to be done.
    Q_PROPERTY(QString addressAdvice READ addressAdvice NOTIFY changed FINAL)
    /// What the name's field begins with: tried last, remembered, or this computer's own network.
    Q_PROPERTY(QString networkName READ networkName NOTIFY changed FINAL)
    /// Whether the network's name, never its password, is filled in next time.
    Q_PROPERTY(bool remembersName READ remembersName WRITE setRemembersName NOTIFY changed FINAL)
    Q_PROPERTY(QString nameError READ nameError NOTIFY changed FINAL)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY changed FINAL)
    /// See setupStageList() and its neighbours.
    Q_PROPERTY(QVariantList stages READ stages NOTIFY changed FINAL)
    Q_PROPERTY(QString stepText READ stepText NOTIFY changed FINAL)
    Q_PROPERTY(QString sideTitle READ sideTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString sideText READ sideText NOTIFY changed FINAL)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed FINAL)
    /// The picture's light is on: what it does later is not known.
    Q_PROPERTY(bool isLit READ isLit NOTIFY changed FINAL)
    /// "0:42 of 2:00", the time since the attempt began and its limit.
    Q_PROPERTY(QString elapsedText READ elapsedText NOTIFY elapsedChanged FINAL)
    /// How much of the stages is behind, 0 to 1.
    Q_PROPERTY(double progress READ progress NOTIFY changed FINAL)
    /// What happened and why; empty unless it failed.
    Q_PROPERTY(QString failureTitle READ failureTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString failureText READ failureText NOTIFY changed FINAL)
    /// Another try can't help, with this outlet.
    Q_PROPERTY(bool isHopeless READ isHopeless NOTIFY changed FINAL)
    /// What the hints are: causes, or what to do.
    Q_PROPERTY(QString hintsTitle READ hintsTitle NOTIFY changed FINAL)
    /// What may be behind it, likeliest first; see setupHintList().
    Q_PROPERTY(QVariantList hints READ hints NOTIFY changed FINAL)
    /// The lines that open the firewalls; empty until hints ask for them.
    Q_PROPERTY(QString firewallLines READ firewallLines NOTIFY changed FINAL)
    /// Somebody else's outlet that was seen meanwhile; empty when there is nothing to tell.
    Q_PROPERTY(QString remark READ remark NOTIFY changed FINAL)
    /// The outlet that came; nullptr before.
    Q_PROPERTY(outlet::OutletFace *face READ face NOTIFY changed FINAL)
    Q_PROPERTY(outlet::SetupWifi *wifi READ wifi CONSTANT FINAL)
public:
    enum Step { Choose, Wifi, Connect };
    Q_ENUM(Step)
    enum Way { SmartConfig, AccessPoint, RouterDns };
    Q_ENUM(Way)
    /// Joining: the user is on the way into the outlet's own network.
    enum State { Idle, Joining, Running, Failed, Done };
    Q_ENUM(State)

    /// Both must outlive the wizard.
    SetupWizard(Engine &engine, const OutletFaces &faces, QObject *parent = nullptr);
    ~SetupWizard() override;
    /// For the QML engine: the one that was made last, owned by C++.
    static SetupWizard *create(QQmlEngine *engine, QJSEngine *script);

    /// Replaces the look at this computer's addresses, for tests.
    void setAddressSource(std::function<QList<AddressCandidate>()> source);
    /// Changes a request before it is tried, for tests on loopback.
    void setRequestFilter(std::function<void(SetupRequest &)> filter);
    [[nodiscard]] SetupRun &run() { return m_run; }
    [[nodiscard]] SetupWifi *wifi() { return &m_wifi; }

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] Way way() const { return m_way; }
    void setWay(Way way);
    [[nodiscard]] State state() const;
    [[nodiscard]] QStringList addresses() const;
    [[nodiscard]] int addressIndex() const { return m_addressIndex; }
    void setAddressIndex(int index);
    [[nodiscard]] QString addressAdvice() const;
    [[nodiscard]] QString networkName() const { return m_networkName; }
    [[nodiscard]] bool remembersName() const { return m_remembersName; }
    void setRemembersName(bool remembers);
    [[nodiscard]] QString nameError() const { return m_nameError; }
    [[nodiscard]] QString passwordError() const { return m_passwordError; }
    [[nodiscard]] QVariantList stages() const { return setupStageList(m_run); }
    [[nodiscard]] QString stepText() const { return setupStepText(m_run); }
    [[nodiscard]] QString doneText() const { return setupDoneText(m_run); }
    [[nodiscard]] bool isLit() const { return m_isJoining || setupWaitsForLight(m_run); }
    [[nodiscard]] QString sideTitle() const { return setupSideTitle(m_run); }
    [[nodiscard]] QString sideText() const { return setupSideText(m_run); }
    [[nodiscard]] QString elapsedText() const;
    [[nodiscard]] double progress() const { return setupProgress(m_run); }
    [[nodiscard]] QString failureTitle() const { return m_advice.title; }
    [[nodiscard]] QString failureText() const;
    [[nodiscard]] bool isHopeless() const { return m_advice.kind == SetupAdvice::Kind::Hopeless; }
    [[nodiscard]] QString hintsTitle() const { return setupHintsTitle(m_advice); }
    [[nodiscard]] QVariantList hints() const { return setupHintList(m_advice.hints); }
    [[nodiscard]] QString firewallLines() const { return m_firewallLines; }
    [[nodiscard]] QString remark() const { return m_remark; }
    [[nodiscard]] OutletFace *face() const;
    /// True while the password is in memory here.
    [[nodiscard]] bool holdsPassword() const { return !m_password.isEmpty(); }

    /// From the way to the Wi-Fi, or to the router.
    Q_INVOKABLE void next();
    /// One step back; ends what runs.
    Q_INVOKABLE void back();
    /// Tries it, if nothing is wrong with what was typed; an open network has an empty password.
    /// The password is taken out of the property "text" of \a passwordField, which is emptied, so
    /// that no copy of it goes through the QML engine. What is wrong stays where it is, to be
    /// mended.
    Q_INVOKABLE void connectOutlet(const QString &networkName, QObject *passwordField);
    /// What was wrong with what was typed is being mended.
    Q_INVOKABLE void forgetMistakes();
    /// This computer is in the outlet's own network: go on.
    Q_INVOKABLE void sendNow();
    /// The same again.
    Q_INVOKABLE void retry();
    /// Does what a hint offers.
    Q_INVOKABLE void follow(int action);
    /// The failure as text for somebody who can help; without the password.
    Q_INVOKABLE QString details() const { return setupDetails(m_run, m_advice); }
    /// Ends what runs and forgets everything, as when the page is left.
    Q_INVOKABLE void reset();

Q_SIGNALS:
    void changed();
    void elapsedChanged();
    /// Something that a screen reader should say.
    void announced(const QString &text);
    /// A hint leads to another page.
    void devicesRequested();
    void serverRequested();

private:
    void begin();
    void start();
    void reached(SetupStage stage);
    void failed(const SetupFailure &failure);
    void done();
    void showFirewall();
    void goTo(Step step);
    void lookAtAddresses();
    void tick();

    Engine &m_engine;
    const OutletFaces &m_faces;
    OutletLogins m_logins;
    SetupRun m_run;
    SetupWifi m_wifi;
    ClockTimer m_tick;
    std::function<QList<AddressCandidate>()> m_addressSource;
    std::function<void(SetupRequest &)> m_requestFilter;
    Step m_step = Choose;
    Way m_way = SmartConfig;
    QList<AddressCandidate> m_addresses;
    int m_addressIndex = 0;
    bool m_isJoining = false;
    bool m_remembersName = true;
    QString m_networkName;
    SecretText m_password;
    protocol::EspTouchLayout m_layout = protocol::EspTouchLayout::Classic;
    QString m_nameError;
    QString m_passwordError;
    QString m_remark;
    QString m_firewallLines;
    SetupAdvice m_advice;
};

} // namespace outlet
