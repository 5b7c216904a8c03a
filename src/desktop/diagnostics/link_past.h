// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <optional>

#include "history/link_history.h"
#include "outlets/link_state.h"

namespace outlet {

/// The link of an outlet over the last day, as people see it: what the history knows, and of the
/// time that the program remembers also when answers were missing. A value type.
class LinkPast
{
    Q_DECLARE_TR_FUNCTIONS(outlet::LinkPast)
public:
    enum class State { Online, Silent, Offline, NotRunning };
    struct Span
    {
        TimeRange range;
        State state = State::Offline;

        friend bool operator==(const Span &, const Span &) = default;
    };

    LinkPast() = default;
    /// \a answer is empty when there is no history of the outlet; \a changes are its LinkJournal.
    LinkPast(const std::optional<LinkAnswer> &answer, const QList<LinkChange> &changes,
             TimeRange range);

    [[nodiscard]] TimeRange range() const { return m_range; }
    /// Ascending, without holes from the first contact on.
    [[nodiscard]] const QList<Span> &spans() const { return m_spans; }
    [[nodiscard]] const QList<SignalSpan> &signal() const { return m_signal; }
    /// The weakest signal; empty when none is known.
    [[nodiscard]] std::optional<int> weakestDbm() const;

    /// "Online 23 h 10 min, silent 3 times for 4 min, offline 46 min"
    [[nodiscard]] QString summary() const;
    /// "Silent, 9:41 PM to 9:43 PM, 2 min"
    [[nodiscard]] static QString spanText(const Span &span);

private:
    void add(TimeRange range, State state);
    void overlay(TimeRange range, State state);

    TimeRange m_range;
    QList<Span> m_spans;
    QList<SignalSpan> m_signal;
};

} // namespace outlet
