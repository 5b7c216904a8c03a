// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QObject>
#include <optional>

#include "base/clock.h"
#include "base/local_calendar.h"
#include "history/history.h"
#include "tariff/tariff.h"

namespace outlet {

/// One bucket of one outlet, or of the home, with its cost.
struct EnergyRow
{
    TimeRange range;
    EnergyBucket energy;
    std::optional<Money> cost; ///< empty without prices or without knowledge
    QList<qint64> joulesByRate;
};

/// Rows of one outlet; \a outletId is empty for the total of all that were asked for.
struct EnergySeries
{
    QString outletId;
    QList<EnergyRow> rows;
    EnergyBucket total;
    std::optional<Money> cost;
};

struct EnergyReply
{
    QList<EnergySeries> outlets; ///< in the order asked for
    /// Of all outlets: joules, cost and onMs are sums (onMs: somebody was on counts each); the
    /// extremes are those of the sum of the buckets' averages, so they are left empty here.
    EnergySeries total;
    QList<qint64> edgesUtcMs;
    RatePlan rates;
    qint64 asOfUtcMs = 0;
};

/// What an outlet or the home used and cost until now.
struct EnergyFigure
{
    /// Empty = not known: the file is being read, or nothing was heard.
    std::optional<qint64> joules;
    std::optional<Money> cost;
    qint64 onMs = 0;
    /// Time since its beginning, or the outlet's first data, of which nothing is known; of the home
    /// the sum of its outlets'.
    qint64 missingMs = 0;
};

/// Energy with its cost, in local time: what pages, cards and outletctl show. Main thread; returns
/// at once; futures finish on other threads, so continue them with `.then(context, ...)`. An
/// interface, so that views can be tried with invented data; EnergyService is the real one.
class EnergySource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    template <typename T>
    using Answer = QFuture<Result<T, HistoryProblem>>;

    [[nodiscard]] virtual const LocalCalendar &calendar() const = 0;
    [[nodiscard]] virtual const Tariff &tariff() const = 0;
    /// Remembers the prices and costs everything anew. Returns what is wrong with them, or an empty
    /// text.
    virtual QString setTariff(const Tariff &tariff)
    {
        Q_UNUSED(tariff);
        return tr("Prices can’t be changed here.");
    }
    /// The currency (ISO 4217) of the tariff, or of the locale; empty when neither says.
    [[nodiscard]] virtual QString currency() const = 0;

    /// Energy of the outlets between these borders, see EnergyQuery; calendar().edges() makes them.
    [[nodiscard]] virtual Answer<EnergyReply> energy(const QStringList &outletIds,
                                                     const QList<qint64> &edgesUtcMs) = 0;
    [[nodiscard]] virtual Answer<CurveAnswer> curve(const CurveQuery &query) = 0;
    [[nodiscard]] virtual Answer<QList<HistoryExtent>> extents(const QStringList &outletIds) = 0;

    /// Known since the file was read and kept up with each report: today (local day) and this
    /// billing month, of a known outlet and of all known ones (an empty id). Simulated outlets
    /// count into the latter only where there are no others.
    [[nodiscard]] virtual EnergyFigure today(const QString &outletId = {}) const = 0;
    [[nodiscard]] virtual EnergyFigure thisMonth(const QString &outletId = {}) const = 0;
    /// What this billing month will come to at its end: so far, and for the rest the mean day of
    /// the last 28 days known (weekday by weekday once there are 4 weeks). Empty with less than a
    /// day.
    [[nodiscard]] virtual std::optional<EnergyFigure> projectedMonth() const = 0;

Q_SIGNALS:
    /// today() or thisMonth() of some outlet changed; at most once a second.
    void figuresChanged();
    /// New data of these outlets in this range can be asked for; at most once a second.
    void recorded(const QSet<QString> &outletIds, outlet::TimeRange range);
    void tariffChanged();
    /// Everything may be different: ask again.
    void rewritten();
};

} // namespace outlet
