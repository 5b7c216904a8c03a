// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <functional>

#include "base/clock.h"
#include "history/measured.h"

namespace outlet {

class History;
class Outlet;
class OutletRegistry;
enum class RelayCause;

/// Records what known outlets measure and what becomes of their relays and links, from the moment
/// they are known. New and ignored ones are not recorded. Main thread.
class HistoryRecorder : public QObject
{
    Q_OBJECT
public:
    /// Outlets for which this is false are never recorded.
    using Filter = std::function<bool(const QString &outletId)>;

    /// Begins at once, with the outlets that are there. All must outlive this.
    HistoryRecorder(OutletRegistry &registry, History &history, Clock &clock, Filter filter = {},
                    QObject *parent = nullptr);

private:
    void follow(Outlet *outlet);
    void recordState(const Outlet &outlet, MeasuredState::Cause cause);
    void recordReading(const Outlet &outlet);
    void recordSignal(const Outlet &outlet);
    void decided(const Outlet &outlet);
    void endRecording(const Outlet &outlet);
    void sayWhatHolds();
    [[nodiscard]] bool isRecorded(const Outlet &outlet) const;

    OutletRegistry &m_registry;
    History &m_history;
    Clock &m_clock;
    Filter m_filter;
    /// What was recorded last of each recorded outlet.
    QHash<QString, MeasuredState> m_states;
};

} // namespace outlet
