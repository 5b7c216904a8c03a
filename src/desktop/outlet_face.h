// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>
#include <functional>

#include "desktop/charts/live_series.h"
#include "desktop/face_state.h"
#include "desktop/ui.h"

namespace outlet {

class Clock;
class EnergySource;
class CountdownService;
class Outlet;
class OutletRegistry;

/// What the faces act on. All must outlive them.
struct FaceParts
{
    OutletRegistry &registry;
    CountdownService &countdowns;
    Clock &clock;
    std::function<bool(const QString &id)> isSimulated;
    EnergySource *energy = nullptr; ///< nullptr = nothing is recorded
};

/// One outlet as people see it: finished, translated texts and states, and what can be done with
/// it. Tells a change only when something is really different. Main thread.
class OutletFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from App or a FaceModel")

    Q_PROPERTY(QString outletId READ outletId CONSTANT FINAL)
    Q_PROPERTY(QString shortId READ shortId CONSTANT FINAL)
    Q_PROPERTY(QString name READ name NOTIFY identityChanged FINAL)
    Q_PROPERTY(bool hasName READ hasName NOTIFY identityChanged FINAL)
    Q_PROPERTY(QString newTitle READ newTitle CONSTANT FINAL)
    Q_PROPERTY(QString room READ room NOTIFY identityChanged FINAL)
    Q_PROPERTY(QString icon READ icon NOTIFY identityChanged FINAL)
    Q_PROPERTY(outlet::Ui::Decision decision READ decision NOTIFY identityChanged FINAL)
    Q_PROPERTY(bool simulated READ simulated NOTIFY identityChanged FINAL)
    Q_PROPERTY(QString modelKey READ modelKey NOTIFY identityChanged FINAL)
    Q_PROPERTY(QString modelLabel READ modelLabel NOTIFY identityChanged FINAL)
    Q_PROPERTY(QString ratingText READ ratingText NOTIFY identityChanged FINAL)
    Q_PROPERTY(int chartColor READ chartColor NOTIFY identityChanged FINAL)
    Q_PROPERTY(bool keepOn READ keepOn NOTIFY identityChanged FINAL)
    Q_PROPERTY(double standbyBelowWatts READ standbyBelowWatts NOTIFY identityChanged FINAL)
    /// 0 = no limit.
    Q_PROPERTY(double warnAboveWatts READ warnAboveWatts NOTIFY identityChanged FINAL)

    Q_PROPERTY(outlet::Ui::Link link READ link NOTIFY linkChanged FINAL)
    Q_PROPERTY(QString linkText READ linkText NOTIFY linkChanged FINAL)
    Q_PROPERTY(outlet::Ui::Tone linkTone READ linkTone NOTIFY linkChanged FINAL)
    /// Empty when a dot says enough.
    Q_PROPERTY(QString linkIcon READ linkIcon NOTIFY linkChanged FINAL)
    Q_PROPERTY(bool offline READ offline NOTIFY linkChanged FINAL)
    Q_PROPERTY(QString signalIcon READ signalIcon NOTIFY linkChanged FINAL)
    Q_PROPERTY(QString signalText READ signalText NOTIFY linkChanged FINAL)
    Q_PROPERTY(QString signalShort READ signalShort NOTIFY linkChanged FINAL)
    Q_PROPERTY(QString firmware READ firmware NOTIFY linkChanged FINAL)
    Q_PROPERTY(QString firmwareNote READ firmwareNote NOTIFY linkChanged FINAL)
    Q_PROPERTY(QString framing READ framing NOTIFY linkChanged FINAL)
    Q_PROPERTY(QString address READ address NOTIFY linkChanged FINAL)

    Q_PROPERTY(outlet::Ui::SwitchState switchState READ switchState NOTIFY switchChanged FINAL)
    Q_PROPERTY(bool switchable READ switchable NOTIFY switchChanged FINAL)
    Q_PROPERTY(QString switchText READ switchText NOTIFY switchChanged FINAL)
    Q_PROPERTY(bool isOn READ isOn NOTIFY switchChanged FINAL)

    Q_PROPERTY(QString readingText READ readingText NOTIFY powerChanged FINAL)
    Q_PROPERTY(QString readingUnit READ readingUnit NOTIFY powerChanged FINAL)
    Q_PROPERTY(outlet::Ui::Tone readingTone READ readingTone NOTIFY powerChanged FINAL)
    Q_PROPERTY(outlet::Ui::Tone tileTone READ tileTone NOTIFY powerChanged FINAL)
    Q_PROPERTY(bool overload READ overload NOTIFY powerChanged FINAL)
    Q_PROPERTY(QString voltageText READ voltageText NOTIFY powerChanged FINAL)
    Q_PROPERTY(QString currentText READ currentText NOTIFY powerChanged FINAL)
    Q_PROPERTY(QString powerText READ powerText NOTIFY powerChanged FINAL)

    Q_PROPERTY(outlet::Ui::Tone stripTone READ stripTone NOTIFY stripChanged FINAL)
    Q_PROPERTY(QString stripIcon READ stripIcon NOTIFY stripChanged FINAL)
    Q_PROPERTY(QString stripText READ stripText NOTIFY stripChanged FINAL)
    Q_PROPERTY(QString stripActionText READ stripActionText NOTIFY stripChanged FINAL)
    Q_PROPERTY(bool stripBusy READ stripBusy NOTIFY stripChanged FINAL)
    Q_PROPERTY(bool countdownActive READ countdownActive NOTIFY stripChanged FINAL)
    Q_PROPERTY(QString countdownText READ countdownText NOTIFY stripChanged FINAL)
    Q_PROPERTY(QString sinceText READ sinceText NOTIFY stripChanged FINAL)

    /// What it used today, "0.98 kWh", and what follows it in the card: "$0.17 today" or "today".
    /// Empty where nothing is recorded.
    Q_PROPERTY(QString energyTodayText READ energyTodayText NOTIFY energyChanged FINAL)
    Q_PROPERTY(QString costTodayText READ costTodayText NOTIFY energyChanged FINAL)
    /// How long it was switched on today, "9 h 26 min"; empty where nothing is recorded.
    Q_PROPERTY(QString onTodayText READ onTodayText NOTIFY energyChanged FINAL)

    Q_PROPERTY(QString lastSeenText READ lastSeenText NOTIFY timesChanged FINAL)
    Q_PROPERTY(QString firstSeenText READ firstSeenText NOTIFY timesChanged FINAL)
    Q_PROPERTY(QString decidedText READ decidedText NOTIFY timesChanged FINAL)

    Q_PROPERTY(QString accessibleName READ accessibleName NOTIFY wordsChanged FINAL)
    Q_PROPERTY(QString accessibleDescription READ accessibleDescription NOTIFY wordsChanged FINAL)
    Q_PROPERTY(QString switchAccessibleDescription READ switchAccessibleDescription NOTIFY
                   wordsChanged FINAL)

    Q_PROPERTY(outlet::LiveSeries *live READ live CONSTANT FINAL)
public:
    /// \a outlet must outlive the face, as must everything in \a parts.
    OutletFace(Outlet &outlet, const FaceParts &parts, QObject *parent = nullptr);
    ~OutletFace() override;

    /// nullptr when the outlet was removed and the face is about to go, too.
    [[nodiscard]] Outlet *outlet() const { return m_outlet; }
    [[nodiscard]] const FaceState &state() const { return m_state; }

    [[nodiscard]] QString outletId() const { return m_state.identity.id; }
    [[nodiscard]] QString shortId() const { return m_state.identity.shortId; }
    [[nodiscard]] QString name() const { return m_state.identity.name; }
    [[nodiscard]] bool hasName() const { return m_state.identity.hasName; }
    [[nodiscard]] QString newTitle() const { return m_state.identity.newTitle; }
    [[nodiscard]] QString room() const { return m_state.identity.room; }
    [[nodiscard]] QString icon() const { return m_state.identity.icon; }
    [[nodiscard]] Ui::Decision decision() const { return m_state.identity.decision; }
    [[nodiscard]] bool simulated() const { return m_state.identity.simulated; }
    [[nodiscard]] QString modelKey() const { return m_state.identity.modelKey; }
    [[nodiscard]] QString modelLabel() const { return m_state.identity.modelLabel; }
    [[nodiscard]] QString ratingText() const { return m_state.identity.ratingText; }
    [[nodiscard]] int chartColor() const { return m_state.identity.chartColor; }
    [[nodiscard]] bool keepOn() const { return m_state.identity.keepOn; }
    [[nodiscard]] double standbyBelowWatts() const { return m_state.identity.standbyBelowWatts; }
    [[nodiscard]] double warnAboveWatts() const { return m_state.identity.warnAboveWatts; }
    [[nodiscard]] Ui::Link link() const { return m_state.link.link; }
    [[nodiscard]] QString linkText() const { return m_state.link.text; }
    [[nodiscard]] Ui::Tone linkTone() const { return m_state.link.tone; }
    [[nodiscard]] QString linkIcon() const { return m_state.link.icon; }
    [[nodiscard]] bool offline() const { return m_state.link.link == Ui::LinkOffline; }
    [[nodiscard]] QString signalIcon() const { return m_state.link.signalIcon; }
    [[nodiscard]] QString signalText() const { return m_state.link.signalText; }
    [[nodiscard]] QString signalShort() const { return m_state.link.signalShort; }
    [[nodiscard]] QString firmware() const { return m_state.link.firmware; }
    [[nodiscard]] QString firmwareNote() const { return m_state.link.firmwareNote; }
    [[nodiscard]] QString framing() const { return m_state.link.framing; }
    [[nodiscard]] QString address() const { return m_state.link.address; }
    [[nodiscard]] Ui::SwitchState switchState() const { return m_state.relay.state; }
    [[nodiscard]] bool switchable() const { return m_state.relay.switchable; }
    [[nodiscard]] QString switchText() const { return m_state.relay.text; }
    [[nodiscard]] bool isOn() const { return m_state.relay.isOn; }
    [[nodiscard]] QString readingText() const { return m_state.power.text; }
    [[nodiscard]] QString readingUnit() const { return m_state.power.unit; }
    [[nodiscard]] Ui::Tone readingTone() const { return m_state.power.tone; }
    [[nodiscard]] Ui::Tone tileTone() const { return m_state.power.tileTone; }
    [[nodiscard]] bool overload() const { return m_state.power.overload; }
    [[nodiscard]] QString voltageText() const { return m_state.power.voltage; }
    [[nodiscard]] QString currentText() const { return m_state.power.current; }
    [[nodiscard]] QString powerText() const { return m_state.power.whole; }
    [[nodiscard]] Ui::Tone stripTone() const { return m_state.strip.tone; }
    [[nodiscard]] QString stripIcon() const { return m_state.strip.icon; }
    [[nodiscard]] QString stripText() const { return m_state.strip.text; }
    [[nodiscard]] QString stripActionText() const { return m_state.strip.actionText; }
    [[nodiscard]] bool stripBusy() const { return m_state.strip.busy; }
    [[nodiscard]] bool countdownActive() const { return m_state.strip.countdownActive; }
    [[nodiscard]] QString countdownText() const { return m_state.strip.countdownText; }
    [[nodiscard]] QString sinceText() const { return m_state.strip.sinceText; }
    [[nodiscard]] QString energyTodayText() const { return m_state.energy.today; }
    [[nodiscard]] QString costTodayText() const { return m_state.energy.cost; }
    [[nodiscard]] QString onTodayText() const { return m_state.energy.onToday; }
    [[nodiscard]] QString lastSeenText() const { return times().lastSeen; }
    [[nodiscard]] QString firstSeenText() const { return times().firstSeen; }
    [[nodiscard]] QString decidedText() const { return times().decided; }
    [[nodiscard]] QString accessibleName() const { return m_state.words.name; }
    [[nodiscard]] QString accessibleDescription() const { return m_state.words.description; }
    [[nodiscard]] QString switchAccessibleDescription() const
    {
        return m_state.words.switchDescription;
    }
    [[nodiscard]] LiveSeries *live() { return &m_live; }
    /// What charts of this outlet ask; nullptr = nothing is recorded.
    [[nodiscard]] EnergySource *energySource() const { return m_parts.energy; }
    [[nodiscard]] Clock &clock() const { return m_parts.clock; }

    /// Asks for the other state than the one that was wished or confirmed last.
    Q_INVOKABLE void toggle();
    Q_INVOKABLE void setRelay(bool on);
    /// Does what the strip's action says: Retry, Cancel, or Help (then helpRequested()).
    Q_INVOKABLE void activateStrip();
    Q_INVOKABLE void allow();
    /// Ignores the outlet; App offers to undo it.
    Q_INVOKABLE void ignore();
    /// Shows an ignored outlet as new again, to be allowed or not.
    Q_INVOKABLE void stopIgnoring();
    /// Removes the outlet and its settings. This face is deleted with it.
    Q_INVOKABLE void forget();
    Q_INVOKABLE void rename(const QString &name);
    Q_INVOKABLE void setRoom(const QString &room);
    /// Takes over what was edited. Returns what is wrong, or an empty text when it was saved.
    /// \a warnAboveWatts 0 means no limit.
    Q_INVOKABLE QString save(const QString &name, const QString &room, const QString &icon,
                             const QString &modelKey, int chartColor, double standbyBelowWatts,
                             double warnAboveWatts, bool keepOn);
    Q_INVOKABLE void startCountdown(int minutes, bool turnOn);
    Q_INVOKABLE void cancelCountdown();
    /// Somebody looks at this outlet; every observe() needs its release().
    Q_INVOKABLE void observe();
    Q_INVOKABLE void release();
    Q_INVOKABLE void copyId();

    /// The outlet is going: from here on the face keeps what it showed and does nothing.
    void detach();
    /// Makes the texts anew.
    void refresh();
    /// How long what somebody shows stays true if the outlet says nothing; see OutletFaces.
    [[nodiscard]] qint64 validForMs() const;

Q_SIGNALS:
    void identityChanged();
    void linkChanged();
    void switchChanged();
    void powerChanged();
    void stripChanged();
    void energyChanged();
    void timesChanged();
    void wordsChanged();
    void helpRequested();
    /// The user ignored the outlet a moment ago.
    void ignoredByUser(outlet::OutletFace *face);
    /// The texts may be true for a shorter time now than refresh() said last.
    void rescheduleNeeded();

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    [[nodiscard]] bool areTimesShown() const;
    [[nodiscard]] FaceState::Times times() const;
    void outletChanged();
    void updateEnergy();
    void record();
    template <typename Group>
    void assign(Group &group, const Group &value, void (OutletFace::*changed)());

    Outlet *m_outlet;
    FaceParts m_parts;
    FaceInput m_input;
    FaceState m_state;
    LiveSeries m_live;
    int m_observers = 0;
};

} // namespace outlet
