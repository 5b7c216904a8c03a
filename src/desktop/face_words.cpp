// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/face_maker.h"

namespace outlet {

void FaceMaker::makeCountdown()
{
    const auto &countdown = record().countdown;
    if (!countdown)
        return;
    const QString left = timed(Format::left(countdown->dueUtcMs, m_input.nowUtcMs));
    m_face.strip.countdownActive = true;
    m_face.strip.countdownText =
        countdown->turnOn ? tr("On in %1").arg(left) : tr("Off in %1").arg(left);
}

void FaceMaker::makeSince()
{
    auto &since = m_face.strip.sinceText;
    since = m_face.relay.text;
    if (!isOnline() || !m_outlet.relay())
        return;
    since = *m_outlet.relay() ? tr("On") : tr("Off");
    if (sinceUtcMs() == 0)
        return;
    const QString when = timed(Format::pointInTime(sinceUtcMs(), m_input.nowUtcMs));
    since = *m_outlet.relay() ? tr("On since %1").arg(when) : tr("Off since %1").arg(when);
}

void FaceMaker::setStrip(Ui::Tone tone, const QString &icon, const QString &text)
{
    m_face.strip.tone = tone;
    m_face.strip.icon = icon;
    m_face.strip.text = text;
}

void FaceMaker::setAction(FaceState::Strip::Action action, const QString &text)
{
    m_face.strip.action = action;
    m_face.strip.actionText = text;
}

void FaceMaker::makeStrip()
{
    using Action = FaceState::Strip::Action;
    if (!m_outlet.isKnown())
        return; // has Allow and Ignore instead
    if (m_outlet.pendingRelay()) {
        const qint64 waits = m_input.nowUtcMs - m_outlet.pendingSinceUtcMs();
        remakeAfter(kStillTryingMs - waits);
        setStrip(Ui::ToneNeutral, {},
                 waits >= kStillTryingMs ? tr("Still trying…") : m_face.relay.text);
        m_face.strip.busy = true;
    } else if (m_outlet.failedRelay()) {
        setStrip(Ui::ToneDanger, QStringLiteral("error"), m_face.relay.text);
        setAction(Action::Retry, tr("Retry"));
    } else if (m_face.link.link == Ui::LinkConnecting) {
        setStrip(Ui::ToneNeutral, {}, m_face.link.text);
        m_face.strip.busy = true;
    } else if (m_face.link.link == Ui::LinkOffline) {
        const qint64 seen = m_outlet.lastSeenUtcMs();
        setStrip(Ui::ToneNeutral, QStringLiteral("offline"),
                 seen ? tr("Last seen %1").arg(timed(Format::ago(seen, m_input.nowUtcMs)))
                      : tr("Not seen yet"));
        setAction(Action::Help, tr("Help"));
    } else if (m_face.power.overload) {
        setStrip(Ui::ToneWarn, QStringLiteral("warning"),
                 tr("Above the %1 limit").arg(Format::wholeWatts(*record().warnAboveWatts)));
    } else if (m_face.strip.countdownActive) {
        setStrip(Ui::ToneAccent, QStringLiteral("timer"), m_face.strip.countdownText);
        setAction(Action::CancelCountdown, tr("Cancel"));
    } else {
        makeQuietStrip();
    }
}

void FaceMaker::makeQuietStrip()
{
    constexpr qint64 kMinute = 60'000;
    if (m_input.standbySinceUtcMs != 0) {
        const qint64 lasted = m_input.nowUtcMs - m_input.standbySinceUtcMs;
        if (lasted < kMinute) {
            remakeAfter(kMinute - lasted);
            setStrip(Ui::TonePlain, QStringLiteral("standby"), tr("Standby"));
        } else {
            setStrip(Ui::TonePlain, QStringLiteral("standby"),
                     tr("Standby for %1").arg(timed(Format::duration(lasted))));
        }
        return;
    }
    const auto relay = m_outlet.relay();
    const qint64 lasted = m_input.nowUtcMs - sinceUtcMs();
    QString text;
    if (!relay)
        text = tr("Waiting for its state");
    else if (sinceUtcMs() == 0)
        text = *relay ? tr("On") : tr("Off");
    else if (!*relay)
        text = m_face.strip.sinceText;
    else if (lasted >= kMinute)
        text = tr("On for %1").arg(timed(Format::duration(lasted)));
    else {
        remakeAfter(kMinute - lasted);
        text = tr("Just turned on");
    }
    setStrip(Ui::TonePlain, QStringLiteral("power"), text);
}

void FaceMaker::makeTimes()
{
    auto &times = m_face.times;
    const qint64 now = m_input.nowUtcMs;
    times.lastSeen = record().lastSeenUtcMs ? timedApart(Format::ago(record().lastSeenUtcMs, now))
                                            : Format::unknown();
    if (record().firstSeenUtcMs)
        times.firstSeen =
            tr("first seen %1").arg(timedApart(Format::ago(record().firstSeenUtcMs, now)));
    if (record().decidedUtcMs && m_outlet.decision() == Decision::Ignored)
        times.decided = tr("ignored on %1").arg(Format::day(record().decidedUtcMs, now));
    else if (record().decidedUtcMs && m_outlet.isKnown())
        times.decided = tr("allowed on %1").arg(Format::day(record().decidedUtcMs, now));
}

void FaceMaker::makeWords()
{
    auto &words = m_face.words;
    const auto &identity = m_face.identity;
    const QString name = m_outlet.decision() == Decision::Known ? identity.name : identity.newTitle;
    words.name = identity.room.isEmpty() ? name : tr("%1, %2").arg(name, identity.room);

    QString state = m_face.relay.text;
    if (state.endsWith(u'…'))
        state.chop(1);
    if (m_face.relay.state == Ui::SwitchUnknown)
        state = tr("Not known whether on or off");
    QStringList parts{state};
    if (m_watts && !m_outlet.pendingRelay())
        parts += Format::spokenPower(*m_watts);
    words.switchDescription = parts.join(QStringLiteral(", "));
    if (m_face.power.overload || m_face.strip.countdownActive ||
        m_face.link.link == Ui::LinkOffline)
        parts += m_face.strip.text;
    if (isOnline() && m_outlet.signalDbm())
        parts += *m_outlet.signalDbm() >= -60   ? tr("signal good")
                 : *m_outlet.signalDbm() >= -72 ? tr("signal fair")
                                                : tr("signal weak");
    parts.removeAll(QString());
    words.description = parts.join(QStringLiteral(", "));
}

} // namespace outlet
