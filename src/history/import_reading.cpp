// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/import_reading.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <algorithm>
#include <cmath>

#include "history/imported_energy.h"
#include "history/raw_hour.h"

namespace outlet {

namespace {

using Shown = ImportReading::Shown;

constexpr qint64 kBatch = 20'000;
constexpr qint64 kEarliestUtcMs = 946'684'800'000; // of the year 2000
constexpr double kJoulesPerKwh = 3.6e6;

QString tr(const char *text)
{
    return QCoreApplication::translate("Import", text);
}

double joulesOf(ImportColumns::Unit unit)
{
    switch (unit) {
    case ImportColumns::Unit::Joules:
        return 1;
    case ImportColumns::Unit::WattHours:
        return 3600;
    case ImportColumns::Unit::KilowattHours:
        return kJoulesPerKwh;
    }
    Q_UNREACHABLE();
}

QString shortened(const QString &text)
{
    constexpr qsizetype most = 40;
    return text.size() > most ? text.left(most) + QChar(0x2026) : text;
}

/// One pass over a file.
class Pass
{
public:
    Pass(ImportFile &file, const ImportColumns &columns, const LocalCalendar &calendar,
         qint64 nowUtcMs, SqlConnection &stage)
        : m_file(file)
        , m_columns(columns)
        , m_calendar(calendar)
        , m_nowUtcMs(nowUtcMs)
        , m_insert(stage.query())
    {
        m_insert.prepare(QStringLiteral("INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?)"));
    }

    /// Takes a row in; empty, or why the stage can't be written.
    [[nodiscard]] std::optional<QString> take(const TransferRecord &record)
    {
        QString fault = record.fault;
        if (fault.isEmpty())
            fault = read(record);
        if (!fault.isEmpty()) {
            if (m_reading.faults.size() < kMostShownFaults)
                m_reading.faults.append({record.line, record.lastLine, fault});
            ++m_reading.faultCount;
        }
        return m_problem;
    }

    [[nodiscard]] ImportReading finish()
    {
        qint64 often = 0;
        for (auto it = m_lengths.cbegin(); it != m_lengths.cend(); ++it) {
            if (it.value() > often || (it.value() == often && it.key() < m_reading.stepMs)) {
                often = it.value();
                m_reading.stepMs = it.key();
            }
        }
        if (m_reading.stepMs == 0)
            m_reading.stepMs = m_precision == ImportTime::Precision::Instant ? kHourMs : kDayMs;
        if (m_precision == ImportTime::Precision::Month || m_reading.stepMs >= 28 * kDayMs)
            m_reading.step = ImportReading::Step::Month;
        else if (m_precision == ImportTime::Precision::Day ||
                 (m_reading.stepMs >= 23 * kHourMs && m_reading.stepMs <= 25 * kHourMs))
            m_reading.step = ImportReading::Step::Day;
        return std::move(m_reading);
    }

private:
    struct Meter
    {
        qint64 utcMs = 0;
        qint64 joules = 0;
    };

    [[nodiscard]] QString cell(const TransferRecord &record, int column) const
    {
        return column >= 0 && column < record.cells.size() ? record.cells.at(column) : QString();
    }

    /// The row's fault as a sentence; empty when it was taken.
    [[nodiscard]] QString read(const TransferRecord &record)
    {
        const int last = std::max({m_columns.time, m_columns.energy, m_columns.outlet});
        if (record.cells.size() <= last)
            return tr("It has %1 columns where %2 are expected.")
                .arg(record.cells.size())
                .arg(m_file.columns().size());
        const QString timeText = cell(record, m_columns.time);
        const auto time = importTime(timeText, m_columns.dates, m_calendar);
        if (!time)
            return tr("“%1” is not a time.").arg(shortened(timeText));
        if (time->utcMs < kEarliestUtcMs)
            return tr("“%1” is before the year 2000.").arg(shortened(timeText));
        if (time->utcMs > m_nowUtcMs)
            return tr("“%1” lies in the future.").arg(shortened(timeText));
        const QString energyText = cell(record, m_columns.energy).trimmed();
        std::optional<qint64> joules;
        if (!energyText.isEmpty()) {
            const auto number = importNumber(energyText, m_file.isDecimalComma(),
                                             m_file.columns().value(m_columns.energy));
            if (!number)
                return number.error();
            const double exact = *number * joulesOf(m_columns.unit);
            constexpr double most = 1e15;
            if (exact < 0)
                return tr("Its energy is negative.");
            if (exact > most)
                return tr("Its energy is more than any outlet can use.");
            joules = qRound64(exact);
        }
        qint64 lengthMs = 0;
        std::optional<qint64> knownMs;
        if (QString fault = readLengths(record, lengthMs, knownMs); !fault.isEmpty())
            return fault;
        const auto name = nameOf(record);
        if (!name)
            return m_problem ? QString() : tr("It names no outlet.");
        return store(record.line, *name, *time, timeText, joules, lengthMs, knownMs);
    }

    [[nodiscard]] QString readLengths(const TransferRecord &record, qint64 &lengthMs,
                                      std::optional<qint64> &knownMs) const
    {
        for (const int column : {m_columns.seconds, m_columns.known}) {
            const QString text = cell(record, column).trimmed();
            if (text.isEmpty())
                continue;
            const auto seconds =
                importNumber(text, m_file.isDecimalComma(), m_file.columns().value(column));
            if (!seconds)
                return seconds.error();
            const bool isLength = column == m_columns.seconds;
            if (*seconds < 0 || *seconds * 1000 > double(kLongestImportMs) ||
                (isLength && *seconds * 1000 < 1))
                return tr("It covers %1 seconds; from one second to 32 days can be imported.")
                    .arg(text);
            if (isLength)
                lengthMs = qRound64(*seconds * 1000);
            else
                knownMs = std::min(qRound64(*seconds * 1000), lengthMs);
        }
        return {};
    }

    /// The index of the row's name; empty when it has none, or there are too many (m_problem).
    [[nodiscard]] std::optional<qsizetype> nameOf(const TransferRecord &record)
    {
        const QString name = cell(record, m_columns.outlet).trimmed();
        const QString id = cell(record, m_columns.outletId).trimmed();
        if (m_columns.outlet >= 0 && name.isEmpty() && id.isEmpty())
            return std::nullopt;
        const auto it = m_names.constFind({name, id});
        if (it != m_names.cend())
            return *it;
        if (m_reading.names.size() >= kMostImportNames) {
            m_problem = tr("The column chosen as outlet holds more than %1 different names. Choose "
                           "another column.")
                            .arg(kMostImportNames);
            return std::nullopt;
        }
        constexpr qsizetype longest = 200;
        m_names.insert({name, id}, m_reading.names.size());
        m_reading.names.append({name.left(longest), id.left(longest), 0});
        return m_reading.names.size() - 1;
    }

    [[nodiscard]] QString store(qint64 line, qsizetype name, const ImportTime &time,
                                const QString &timeText, std::optional<qint64> joules,
                                qint64 lengthMs, std::optional<qint64> knownMs)
    {
        qint64 start = time.utcMs;
        if (m_columns.isCumulative && joules) {
            const auto before = m_meters.constFind(name);
            const bool isFirst = before == m_meters.cend();
            const Meter last = isFirst ? Meter() : *before;
            if (!isFirst && start <= last.utcMs)
                return tr("It is not later than the row before it.");
            m_meters.insert(name, {start, *joules});
            if (isFirst)
                return {}; // from here on something is known
            if (*joules < last.joules)
                return tr("The meter reads less than in the row before: it begins anew here.");
            if (start - last.utcMs > kLongestImportMs)
                return tr("More than 32 days have passed since the row before.");
            joules = *joules - last.joules;
            lengthMs = start - std::exchange(start, last.utcMs);
        }
        noteLength(name, start, lengthMs);
        m_precision = std::max(m_precision, time.precision);
        m_reading.hasZone = m_reading.hasZone && isZoned(timeText, time);
        ++m_reading.rows;
        ++m_reading.names[name].rows;
        constexpr qsizetype firstRows = 2;
        const bool isFirstGap = !joules && m_reading.gaps == 0;
        if (m_firstShown < firstRows || isFirstGap) {
            m_reading.shown.append(
                {line, name, shortened(timeText),
                 joules ? std::optional(double(*joules) / kJoulesPerKwh) : std::nullopt});
            m_firstShown += isFirstGap ? 0 : 1;
        }
        if (!joules) {
            ++m_reading.gaps;
            return {};
        }
        m_insert.bindValue(0, name);
        m_insert.bindValue(1, start);
        m_insert.bindValue(2, lengthMs);
        m_insert.bindValue(3, *joules);
        m_insert.bindValue(4, knownMs ? QVariant(*knownMs) : QVariant());
        m_insert.bindValue(5, line);
        if (!m_insert.exec())
            m_problem = m_insert.lastError().text();
        return {};
    }

    void noteLength(qsizetype name, qint64 start, qint64 lengthMs)
    {
        if (lengthMs == 0) {
            const qint64 last = m_lastStart.value(name, -1);
            m_lastStart.insert(name, start);
            lengthMs = last < 0 ? 0 : start - last;
        }
        constexpr qsizetype most = 256;
        if (lengthMs > 0 && lengthMs <= kLongestImportMs &&
            (m_lengths.size() < most || m_lengths.contains(lengthMs)))
            ++m_lengths[lengthMs];
    }

    [[nodiscard]] static bool isZoned(const QString &text, const ImportTime &time)
    {
        if (time.precision != ImportTime::Precision::Instant)
            return false;
        constexpr qsizetype date = 10;
        const QStringView rest = QStringView(text).trimmed().mid(date);
        return rest.endsWith(u'Z') || rest.endsWith(u'z') || rest.contains(u'+') ||
               rest.contains(u'-') || !text.contains(u':');
    }

    ImportFile &m_file;
    const ImportColumns &m_columns;
    const LocalCalendar &m_calendar;
    const qint64 m_nowUtcMs;
    QSqlQuery m_insert;
    ImportReading m_reading;
    QHash<std::pair<QString, QString>, qsizetype> m_names;
    QHash<qsizetype, Meter> m_meters;
    QHash<qsizetype, qint64> m_lastStart;
    QHash<qint64, qint64> m_lengths; ///< how often a row is so long
    ImportTime::Precision m_precision = ImportTime::Precision::Instant;
    qsizetype m_firstShown = 0;
    std::optional<QString> m_problem;
};

} // namespace

Result<ImportReading, QString> readImport(ImportFile &file, const ImportColumns &columns,
                                          const LocalCalendar &calendar, qint64 nowUtcMs,
                                          const ImportStage &stage, TransferProgress &progress)
{
    const auto noRoom = [](const QString &why) {
        return tr("The file can't be sorted: %1. Free some room and try again.").arg(why);
    };
    SqlConnection connection;
    if (const SqlOutcome failure = stage.open(connection))
        return noRoom(failure->text);
    progress.total = file.size();
    Pass pass(file, columns, calendar, nowUtcMs, connection);
    SqlOutcome failure = connection.run(QStringLiteral("BEGIN"));
    for (qint64 count = 1; !failure; ++count) {
        const auto record = file.next();
        if (!record)
            break;
        if (const auto problem = pass.take(*record))
            return *problem;
        if (count % kBatch == 0) {
            progress.done = file.bytesRead();
            failure = connection.run(QStringLiteral("COMMIT"));
            if (!failure)
                failure = connection.run(QStringLiteral("BEGIN"));
        }
        if (progress.cancel)
            return QString();
    }
    if (!failure)
        failure = connection.run(QStringLiteral("COMMIT"));
    if (failure)
        return noRoom(failure->text);
    if (!file.problem().isEmpty())
        return tr("The file can't be read to its end: %1.").arg(file.problem());
    progress.done = file.size();
    ImportReading reading = pass.finish();
    if (reading.rows == 0 && !reading.faults.isEmpty())
        return tr("No row of this file can be read. Line %1: %2")
            .arg(reading.faults.constFirst().line)
            .arg(reading.faults.constFirst().reason);
    return reading;
}

} // namespace outlet
