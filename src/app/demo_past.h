// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <atomic>
#include <functional>
#include <thread>

#include "base/local_calendar.h"
#include "simulator/simulated_outlet_spec.h"
#include "tariff/tariff.h"

namespace outlet {

/// How much past simulated outlets are given.
struct DemoPastOptions
{
    qint64 nowUtcMs = 0; ///< the past ends shortly before
    LocalCalendar calendar;
    int days = 400;        ///< so far back it reaches: a year, and the month of a year ago
    int detailedDays = 14; ///< of these every minute is kept, with relay and gaps
};

/// A year of invented but believable history for simulated outlets, so that charts, Energy and
/// report have something to show at once. The same outlets at the same time always get the same
/// past: habits of the day, heating in winter, outlets that came later, hours offline. Main thread;
/// the work is done on a thread of its own.
class DemoPast : public QObject
{
    Q_OBJECT
public:
    /// Told what went wrong, in SQLite's words; empty when all is written.
    using Done = std::function<void(const QString &problem)>;

    explicit DemoPast(QObject *parent = nullptr);
    /// Breaks off what is under way and waits for it; nobody is told.
    ~DemoPast() override;

    /// Writes the past of \a specs into \a filePath: a file of Storage's in a scratch folder, that
    /// nobody records into yet. Once in the life of this object.
    void write(const QString &filePath, const QList<SimulatedOutletSpec> &specs,
               const DemoPastOptions &options, Done done);
    /// Breaks off; \a done of write() is not called any more.
    void cancel();

    /// The same at once, on the calling thread; ends early when \a isCancelled becomes true.
    [[nodiscard]] static QString writeNow(const QString &filePath,
                                          const QList<SimulatedOutletSpec> &specs,
                                          const DemoPastOptions &options,
                                          const std::atomic<bool> &isCancelled);

    /// Prices to go with it: a flat rate, the time-of-use plan that holds on \a today, and one that
    /// is still to come.
    [[nodiscard]] static Tariff tariff(QDate today);

private:
    std::atomic<bool> m_isCancelled = false;
    std::thread m_worker;
};

} // namespace outlet
