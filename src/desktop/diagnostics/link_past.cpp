// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/diagnostics/link_past.h"

#include <QtCore/QDateTime>
#include <algorithm>

#include "desktop/format.h"

namespace outlet {

namespace {

TimeRange within(TimeRange range, TimeRange limits)
{
    return {std::max(range.startUtcMs, limits.startUtcMs),
            std::min(range.endUtcMs, limits.endUtcMs)};
}

LinkPast::State stateOf(LinkSpan::State state)
{
    switch (state) {
    case LinkSpan::State::Online:
        return LinkPast::State::Online;
    case LinkSpan::State::Offline:
        return LinkPast::State::Offline;
    case LinkSpan::State::NotRecording:
        return LinkPast::State::NotRunning;
    }
    Q_UNREACHABLE();
}

LinkPast::State stateOf(LinkState state)
{
    switch (state) {
    case LinkState::Online:
        return LinkPast::State::Online;
    case LinkState::Silent:
        return LinkPast::State::Silent;
    case LinkState::Connecting:
    case LinkState::Offline:
        return LinkPast::State::Offline;
    }
    Q_UNREACHABLE();
}

QString clockText(qint64 utcMs)
{
    const QTime time = QDateTime::fromMSecsSinceEpoch(utcMs).time();
    return Format::clock(time.hour() * 60 + time.minute());
}

} // namespace

LinkPast::LinkPast(const std::optional<LinkAnswer> &answer, const QList<LinkChange> &changes,
                   TimeRange range)
    : m_range(range)
{
    if (answer) {
        for (const LinkSpan &span : answer->spans)
            add(within(span.range, range), stateOf(span.state));
        m_signal = answer->signal;
    }
    const bool hasHistory = !m_spans.isEmpty();
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const LinkChange &change = changes.at(i);
        const qint64 end = i + 1 < changes.size() ? changes.at(i + 1).utcMs : range.endUtcMs;
        const TimeRange held = within({change.utcMs, end}, range);
        if (!hasHistory)
            add(held, stateOf(change.state));
        else if (change.state == LinkState::Silent) // to the history that is online
            overlay(held, State::Silent);
    }
}

void LinkPast::add(TimeRange range, State state)
{
    if (range.isEmpty())
        return;
    if (!m_spans.isEmpty() && m_spans.constLast().state == state &&
        m_spans.constLast().range.endUtcMs == range.startUtcMs)
        m_spans.last().range.endUtcMs = range.endUtcMs;
    else
        m_spans.append({range, state});
}

void LinkPast::overlay(TimeRange range, State state)
{
    if (range.isEmpty())
        return;
    const QList<Span> before = std::exchange(m_spans, {});
    for (const Span &span : before) {
        const TimeRange common = within(range, span.range);
        if (common.isEmpty() || span.state != State::Online) {
            add(span.range, span.state);
            continue;
        }
        add({span.range.startUtcMs, common.startUtcMs}, span.state);
        add(common, state);
        add({common.endUtcMs, span.range.endUtcMs}, span.state);
    }
}

std::optional<int> LinkPast::weakestDbm() const
{
    const auto weakest =
        std::min_element(m_signal.cbegin(), m_signal.cend(),
                         [](const SignalSpan &a, const SignalSpan &b) { return a.dbm < b.dbm; });
    return weakest == m_signal.cend() ? std::nullopt : std::optional<int>(weakest->dbm);
}

QString LinkPast::summary() const
{
    qint64 lengths[4] = {};
    int silences = 0;
    for (const Span &span : m_spans) {
        lengths[static_cast<int>(span.state)] += span.range.lengthMs();
        silences += span.state == State::Silent ? 1 : 0;
    }
    const auto length = [&lengths](State state) {
        return Format::duration(lengths[static_cast<int>(state)]).text;
    };
    const auto has = [&lengths](State state) { return lengths[static_cast<int>(state)] > 0; };
    QStringList parts;
    if (has(State::Online))
        parts += tr("online %1").arg(length(State::Online));
    if (silences == 1)
        parts += tr("silent once for %1").arg(length(State::Silent));
    else if (silences > 1)
        parts += tr("silent %1 times for %2").arg(silences).arg(length(State::Silent));
    if (has(State::Offline))
        parts += tr("offline %1").arg(length(State::Offline));
    if (has(State::NotRunning))
        parts += tr("Outlet was not running %1").arg(length(State::NotRunning));
    if (parts.isEmpty())
        return tr("Not heard yet");
    QString text = parts.join(QStringLiteral(", "));
    text[0] = text.at(0).toUpper();
    return text;
}

QString LinkPast::spanText(const Span &span)
{
    const QString length = Format::duration(span.range.lengthMs()).text;
    const QString from = clockText(span.range.startUtcMs);
    const QString to = clockText(span.range.endUtcMs);
    switch (span.state) {
    case State::Online:
        return tr("Online, %1 to %2, %3").arg(from, to, length);
    case State::Silent:
        return tr("Silent, %1 to %2, %3").arg(from, to, length);
    case State::Offline:
        return tr("Offline, %1 to %2, %3").arg(from, to, length);
    case State::NotRunning:
        return tr("Outlet was not running, %1 to %2, %3").arg(from, to, length);
    }
    Q_UNREACHABLE();
}

} // namespace outlet
