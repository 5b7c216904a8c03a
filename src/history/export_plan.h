// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <atomic>
#include <functional>
#include <optional>

#include "base/local_calendar.h"
#include "history/energy_query.h"

namespace outlet {

/// What is written to a file, and how.
struct ExportPlan
{
    enum class Format { Csv, Json };
    enum class Resolution { Readings, FiveMinutes, Hour, Day };
    struct Outlet
    {
        QString id;
        QString name;
    };
    /// What energy cost, in the currency's unit; empty = not known.
    using Cost = std::function<std::optional<double>(const QList<qint64> &joulesByRate)>;

    QList<Outlet> outlets;
    TimeRange range; ///< its end is without; buckets that it cuts are written whole
    Resolution resolution = Resolution::Hour;
    Format format = Format::Csv;
    /// CSV with semicolons between the values and a comma as decimal mark.
    bool isSemicolon = false;
    LocalCalendar calendar;
    QList<RateSegment> rates; ///< see EnergyQuery
    Cost cost;                ///< may be empty; called on the exporting thread
    QString currency;         ///< ISO 4217, for the head
    qint64 nowUtcMs = 0;      ///< nothing later is written
};

/// A row of the file: a bucket of an outlet, or a reading.
struct ExportRow
{
    qint64 startUtcMs = 0;
    qint64 lengthMs = 0;  ///< 0 = a reading
    qsizetype outlet = 0; ///< index into the plan's
    EnergyBucket energy;
    std::optional<double> cost;
    qint64 missingMs = 0; ///< of what has passed of the bucket
    std::optional<qint64> milliwatts;
    std::optional<qint64> decivolts;

    /// Whether anything was measured.
    [[nodiscard]] bool hasData() const
    {
        return lengthMs == 0 || energy.isKnown() || energy.joules != 0;
    }
};

/// How far an export or import is; written by its thread, read by any. cancel ends it soon.
struct TransferProgress
{
    std::atomic<qint64> done{0};  ///< rows, or bytes while a file is read
    std::atomic<qint64> total{0}; ///< 0 = not known yet
    std::atomic<bool> cancel{false};
};

} // namespace outlet
