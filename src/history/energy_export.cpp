// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/energy_export.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QScopeGuard>
#include <algorithm>

#include "history/export_format.h"
#include "history/history_reader.h"

namespace outlet {

namespace {

using Resolution = ExportPlan::Resolution;

/// Days that are read in one step: some thousand rows of a home.
int daysOfStep(Resolution resolution)
{
    switch (resolution) {
    case Resolution::Readings:
        return 1;
    case Resolution::FiveMinutes:
        return 2;
    case Resolution::Hour:
        return 16;
    case Resolution::Day:
        return 128;
    }
    Q_UNREACHABLE();
}

CalendarUnit unitOf(Resolution resolution)
{
    switch (resolution) {
    case Resolution::Readings:
    case Resolution::FiveMinutes:
        return CalendarUnit::FiveMinutes;
    case Resolution::Hour:
        return CalendarUnit::Hour;
    case Resolution::Day:
        return CalendarUnit::Day;
    }
    Q_UNREACHABLE();
}

HistoryProblem cancelled()
{
    return {HistoryProblem::Kind::Cancelled, {}, {}};
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Export", text);
}

} // namespace

EnergyExport::EnergyExport(SqlConnection &connection, const ExportPlan &plan,
                           TransferProgress &progress)
    : m_connection(connection)
    , m_plan(plan)
    , m_progress(progress)
{
}

QList<TimeRange> EnergyExport::steps() const
{
    QList<TimeRange> steps;
    const qint64 end = std::min(m_plan.range.endUtcMs, m_plan.nowUtcMs);
    const int days = daysOfStep(m_plan.resolution);
    const LocalCalendar &calendar = m_plan.calendar;
    qint64 at = m_plan.range.startUtcMs;
    for (QDate date = calendar.date(at); at < end;) {
        date = date.addDays(days);
        const qint64 next = std::min(end, calendar.dayStartUtcMs(date));
        if (next > at)
            steps.append({at, next});
        at = next;
    }
    return steps;
}

std::optional<HistoryProblem> EnergyExport::visit(const Visit &visit)
{
    const QList<TimeRange> all = steps();
    for (const TimeRange &step : all) {
        if (m_progress.cancel)
            return cancelled();
        const Rows rows =
            m_plan.resolution == Resolution::Readings ? readingRows(step) : bucketRows(step);
        if (!rows)
            return rows.error();
        for (const ExportRow &row : *rows) {
            if (!visit(row))
                return std::nullopt;
        }
    }
    return std::nullopt;
}

EnergyExport::Rows EnergyExport::bucketRows(TimeRange step)
{
    EnergyQuery query;
    for (const ExportPlan::Outlet &outlet : m_plan.outlets)
        query.outletIds.append(outlet.id);
    query.edgesUtcMs = m_plan.calendar.edges(step, unitOf(m_plan.resolution));
    query.rates = m_plan.rates;
    HistoryReader reader(m_connection);
    const auto answer = reader.energy(query, m_plan.nowUtcMs);
    if (!answer)
        return answer.error();
    QList<ExportRow> rows;
    rows.reserve((query.edgesUtcMs.size() - 1) * m_plan.outlets.size());
    for (qsizetype i = 0; i + 1 < query.edgesUtcMs.size(); ++i) {
        for (qsizetype outlet = 0; outlet < answer->outlets.size(); ++outlet) {
            const OutletEnergy &energy = answer->outlets.at(outlet);
            ExportRow row;
            row.startUtcMs = query.edgesUtcMs.at(i);
            row.lengthMs = query.edgesUtcMs.at(i + 1) - row.startUtcMs;
            row.outlet = outlet;
            row.energy = energy.buckets.at(i);
            const qint64 passed = std::min(row.lengthMs, m_plan.nowUtcMs - row.startUtcMs);
            row.missingMs = std::max<qint64>(0, passed - row.energy.knownMs);
            if (m_plan.cost && row.hasData())
                row.cost = m_plan.cost(energy.joulesByRate.at(i));
            rows.append(row);
        }
    }
    return rows;
}

EnergyExport::Rows EnergyExport::readingRows(TimeRange step)
{
    const auto problem = [](const SqlFailure &failure) {
        return HistoryProblem{HistoryProblem::Kind::CannotRead, {}, failure.text};
    };
    // One look at the file: rows may be packed meanwhile.
    if (const SqlOutcome failure = m_connection.run(QStringLiteral("BEGIN")))
        return problem(*failure);
    const auto end =
        qScopeGuard([this] { static_cast<void>(m_connection.run(QStringLiteral("COMMIT"))); });
    RawReader reader(m_connection);
    QList<ExportRow> rows;
    for (qsizetype outlet = 0; outlet < m_plan.outlets.size(); ++outlet) {
        const auto key = reader.keyOf(m_plan.outlets.at(outlet).id);
        if (!key)
            return problem(key.error());
        if (!*key)
            continue;
        const auto raw = reader.rows(**key, step);
        if (!raw)
            return problem(raw.error());
        for (const RawReading &reading : raw->readings) {
            if (!step.contains(reading.utcMs))
                continue;
            ExportRow row;
            row.startUtcMs = reading.utcMs;
            row.outlet = outlet;
            row.milliwatts = reading.milliwatts;
            row.decivolts = reading.decivolts;
            rows.append(row);
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ExportRow &a, const ExportRow &b) {
        return a.startUtcMs < b.startUtcMs;
    });
    return rows;
}

Result<qint64, HistoryProblem> EnergyExport::countRows()
{
    const QList<TimeRange> all = steps();
    qint64 count = 0;
    if (m_plan.resolution != Resolution::Readings) {
        for (const TimeRange &step : all) {
            if (m_progress.cancel)
                return cancelled();
            count += m_plan.calendar.edges(step, unitOf(m_plan.resolution)).size() - 1;
        }
        return count * m_plan.outlets.size();
    }
    // Some days stand for all.
    constexpr qsizetype most = 12;
    const qsizetype stride = std::max<qsizetype>(1, all.size() / most);
    qint64 looked = 0;
    for (qsizetype i = 0; i < all.size(); i += stride) {
        if (m_progress.cancel)
            return cancelled();
        const Rows rows = readingRows(all.at(i));
        if (!rows)
            return rows.error();
        count += rows->size();
        ++looked;
    }
    return looked == 0 ? 0 : count * all.size() / looked;
}

Result<ExportPreview, HistoryProblem>
previewExport(SqlConnection &connection, const ExportPlan &plan, TransferProgress &progress)
{
    if (!connection.isOpen())
        return HistoryProblem{HistoryProblem::Kind::CannotRead, {}, {}};
    EnergyExport rows(connection, plan, progress);
    const auto count = rows.countRows();
    if (!count)
        return count.error();
    const ExportFormat format(plan);
    ExportPreview preview;
    preview.rowCount = *count;
    preview.columns = format.columns().mid(0, format.mainColumns());
    constexpr qsizetype firstRows = 3;
    constexpr qint64 sampled = 200;
    qint64 seen = 0;
    qint64 bytes = 0;
    bool hasWithout = false;
    const auto problem = rows.visit([&](const ExportRow &row) {
        if (progress.cancel)
            return false;
        if (seen < sampled)
            bytes += format.row(row, seen == 0).size();
        const bool isFirstWithout = !hasWithout && !row.hasData();
        hasWithout = hasWithout || isFirstWithout;
        if (++seen <= firstRows || isFirstWithout)
            preview.rows.append({format.cells(row).mid(0, format.mainColumns()), row.hasData()});
        const bool wantsMore = plan.resolution != Resolution::Readings && !hasWithout;
        return seen < sampled || wantsMore;
    });
    if (problem)
        return *problem;
    if (progress.cancel)
        return cancelled();
    if (seen > 0)
        preview.bytes = format.head().size() + bytes * preview.rowCount / std::min(seen, sampled);
    return preview;
}

std::optional<QString> writeExport(SqlConnection &connection, const ExportPlan &plan,
                                   const QString &path, TransferProgress &progress)
{
    const auto cannotWrite = [&path](const QString &why) {
        return tr("%1 can't be written: %2. Choose another folder, or make room.")
            .arg(QDir::toNativeSeparators(path), why);
    };
    if (!connection.isOpen())
        return tr("The history can't be read at the moment. Try again in a while.");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(file.errorString());
    EnergyExport rows(connection, plan, progress);
    const auto count = rows.countRows();
    if (!count)
        return progress.cancel ? QString() : count.error().sentence();
    progress.total = *count;
    const ExportFormat format(plan);
    bool isFirst = true;
    bool isWritten = file.write(format.head()) >= 0;
    QByteArray block;
    constexpr qsizetype blockSize = 256 * 1024;
    const auto flush = [&] {
        isWritten = isWritten && file.write(block) == block.size();
        block.clear();
    };
    const auto problem = rows.visit([&](const ExportRow &row) {
        block += format.row(row, isFirst);
        isFirst = false;
        ++progress.done;
        if (block.size() >= blockSize)
            flush();
        return isWritten && !progress.cancel;
    });
    block += format.tail();
    flush();
    // What was not committed is removed with the object.
    if (progress.cancel)
        return QString();
    if (problem)
        return problem->sentence();
    if (!isWritten || !file.commit())
        return cannotWrite(file.errorString());
    return std::nullopt;
}

} // namespace outlet
