// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <optional>

#include "base/clock.h"
#include "outlets/energy_today.h"
#include "outlets/link_state.h"
#include "outlets/outlet_record.h"
#include "outlets/reading.h"

namespace outlet {

class OutletPort;

/// Why the relay is now what it is.
enum class RelayCause {
    Command,     ///< it confirmed a wish of ours
    Button,      ///< somebody pressed the button on the outlet
    StoredTimer, ///< a timer stored in the outlet
    Reported,    ///< found so, e.g. at login; when it changed is not known
};

/// What setRelay() did with the wish.
enum class CommandResult { Sent, NotKnown, Offline };

/// What an outlet said of itself when it last logged in; not remembered over a restart.
struct LoginFacts
{
    QString type;     ///< "wifi-switch"
    QString hardware; ///< the hardware's revision, "1.5"
    qint64 utcMs = 0; ///< when; 0 = not yet

    friend bool operator==(const LoginFacts &, const LoginFacts &) = default;
};

/// One outlet: identity, relay, live power, link. The single place that holds its state; the server
/// writes it, everything else reads it and listens. Lives in the main thread; owned by
/// OutletRegistry.
class Outlet : public QObject
{
    Q_OBJECT
public:
    Outlet(OutletRecord record, Clock &clock, QObject *parent = nullptr);

    // --- identity and the user's choices ---

    [[nodiscard]] const QString &id() const { return m_record.id; }
    [[nodiscard]] const OutletRecord &record() const { return m_record; }
    [[nodiscard]] Decision decision() const { return m_record.decision; }
    [[nodiscard]] bool isKnown() const { return m_record.decision == Decision::Known; }
    /// The name, or "Outlet 4f2a" from the last four characters of the id.
    [[nodiscard]] QString displayName() const;
    /// The last four characters of the id.
    [[nodiscard]] QString shortId() const { return m_record.id.right(4); }

    // --- relay ---

    /// What the outlet last said; empty = unknown. Never what we hope.
    [[nodiscard]] std::optional<bool> relay() const { return m_relay; }
    /// When the relay changed to its present state; empty when nobody saw it change.
    [[nodiscard]] std::optional<qint64> relaySinceUtcMs() const { return m_relaySinceUtcMs; }
    /// The wish that was sent and is not yet confirmed.
    [[nodiscard]] std::optional<bool> pendingRelay() const { return m_pendingRelay; }
    [[nodiscard]] qint64 pendingSinceUtcMs() const { return m_pendingSinceUtcMs; }
    /// The wish that was not confirmed in time; until a new wish, or a report of that very state.
    [[nodiscard]] std::optional<bool> failedRelay() const { return m_failedRelay; }
    /// Asks the outlet to switch. Only the newest wish counts.
    CommandResult setRelay(bool on);
    /// Forgets a failed wish, when the user has seen it.
    void dismissFailure();

    // --- measurements ---

    /// The newest reading while it is still true: empty when the outlet is not known, is offline,
    /// or has not measured since it logged in.
    [[nodiscard]] const std::optional<Reading> &reading() const { return m_reading; }
    /// Joules reported since local midnight: what the history knew at the start, see
    /// seedEnergyToday(), and what came since.
    [[nodiscard]] qint64 energyTodayJoules() const { return m_energyToday.joules(m_clock.utcMs()); }

    // --- link ---

    [[nodiscard]] LinkState linkState() const { return m_linkState; }
    /// Signal strength in dBm; empty when the firmware does not tell or the outlet is offline.
    [[nodiscard]] std::optional<int> signalDbm() const { return m_signalDbm; }
    /// When anything was last heard, UTC ms; 0 = never.
    [[nodiscard]] qint64 lastSeenUtcMs() const { return m_record.lastSeenUtcMs; }
    /// The last changes of the link, since the program began.
    [[nodiscard]] const LinkJournal &linkJournal() const { return m_linkJournal; }
    [[nodiscard]] const LoginFacts &loginFacts() const { return m_loginFacts; }
    /// How many messages were ignored, by kind ("not-json", "unknown-uri", "spike" ...), since
    /// ignoredSinceUtcMs().
    [[nodiscard]] const QHash<QString, quint64> &ignoredCounts() const { return m_ignoredCounts; }
    [[nodiscard]] qint64 ignoredSinceUtcMs() const { return m_ignoredSinceUtcMs; }
    /// Counts anew from now.
    void resetIgnoredCounts();
    /// Somebody looks at this outlet: ask for readings more often until everybody has released it.
    void observe();
    void release();
    [[nodiscard]] bool isObserved() const { return m_observers > 0; }
    /// Asks for a reading now; does nothing when there is no link.
    void requestReading();

    // --- for the registry alone ---

    /// Replaces the record and tells whoever listens what changed.
    void setRecord(const OutletRecord &record);

    /// Adds \a joules of the local day that \a utcMs lies in, counted before this process began.
    void seedEnergyToday(qint64 joules, qint64 utcMs);

    // --- for the server alone: what the hardware said ---

    /// Attaches or detaches (nullptr) the way back to the hardware.
    void attachPort(OutletPort *port);
    /// \a reason is noted with the change. A login while it is online already is noted, too.
    void setLinkState(LinkState state, LinkReason reason = LinkReason::NotTold);
    void setLoginFacts(const LoginFacts &facts);
    /// Something was heard. Cheap: called for every message.
    void heard(const QString &address, bool encrypted);
    void setFirmware(const QString &firmware);
    void setSignalDbm(std::optional<int> dbm);
    /// The outlet said what its relay is; an empty value makes it unknown.
    void applyRelay(std::optional<bool> on, RelayCause cause);
    void applyReading(const Reading &reading);
    void applyReport(qint64 joules, qint64 seconds);
    /// The wish was sent and waits for its confirmation.
    void commandPending(bool on);
    /// The pending wish was fulfilled.
    void commandConfirmed();
    /// The pending wish was not confirmed in time, or its link is gone.
    void commandFailed();
    void countIgnored(const QString &kind, quint64 times = 1);
    /// It logged in: its address and firmware are set, its link is online.
    void noteLogin() { Q_EMIT loggedIn(); }

Q_SIGNALS:
    /// It logged in, for the first time or anew, also when its older link looked alive.
    void loggedIn();
    /// Name, room, icon, model or another choice of the user changed, or the decision.
    void recordChanged();
    void decisionChanged(outlet::Decision decision);
    /// The confirmed state of the relay changed.
    void relayChanged(outlet::RelayCause cause);
    /// pendingRelay() or failedRelay() changed.
    void commandStateChanged();
    void commandSucceeded(bool on);
    void commandDidFail(bool on);
    /// A new reading, or none any more.
    void readingChanged();
    /// An energy report of a known outlet arrived.
    void energyReported(const outlet::EnergyReport &report);
    void linkStateChanged(outlet::LinkState state);
    /// Signal, address, firmware or framing changed.
    void linkDetailsChanged();
    /// ignoredCounts() changed.
    void ignoredCountsChanged();

private:
    [[nodiscard]] bool isReachable() const;

    OutletRecord m_record;
    Clock &m_clock;
    OutletPort *m_port = nullptr;
    LinkState m_linkState = LinkState::Offline;
    std::optional<bool> m_relay;
    std::optional<qint64> m_relaySinceUtcMs;
    std::optional<bool> m_pendingRelay;
    qint64 m_pendingSinceUtcMs = 0;
    std::optional<bool> m_failedRelay;
    std::optional<Reading> m_reading;
    std::optional<int> m_signalDbm;
    EnergyToday m_energyToday;
    LinkJournal m_linkJournal;
    LoginFacts m_loginFacts;
    QHash<QString, quint64> m_ignoredCounts;
    qint64 m_ignoredSinceUtcMs;
    int m_observers = 0;
};

} // namespace outlet

Q_DECLARE_METATYPE(outlet::LinkState)
Q_DECLARE_METATYPE(outlet::RelayCause)
