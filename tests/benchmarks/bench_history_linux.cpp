// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <random>
#include <unistd.h>

#include "base/local_calendar.h"
#include "base/manual_clock.h"
#include "history/bucket_pack.h"
#include "history/history.h"
#include "history/history_merge.h"
#include "history/history_reader.h"
#include "history/quantise.h"
#include "history/sealing.h"
#include "storage/storage.h"

// Twenty outlets with ten years of minutes, quarter hours and days, and 90 days of raw rows: how
// long questions take, cold and warm, and how large the file gets. Then how much the writer can
// take. Prints; asserts nothing.

using namespace outlet;

namespace {

constexpr int kDays = 3650;
constexpr int kRawDays = 90;
constexpr qint64 kNow = 1763467200000; // 2025-11-18 12:00 UTC

void check(const SqlOutcome &failure)
{
    if (failure)
        qFatal("SQLite: %s", qPrintable(failure->text));
}

QString idOf(int outlet)
{
    return QStringLiteral("outlet-%1").arg(outlet);
}

/// Makes the tables.
void makeFile(const QString &folder)
{
    Storage storage(folder);
    bool isOpen = false;
    QObject::connect(&storage, &Storage::opened, &storage, [&isOpen] { isOpen = true; });
    storage.open();
    while (!isOpen)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// A load around 100 W with noise of 10 W either way: hard to pack.
class Noise
{
public:
    explicit Noise(unsigned seed)
        : m_random(seed)
    {
    }
    qint64 milliwatts() { return quantise(90'000 + qint64(m_random() % 20'000)); }
    qint64 jitterMs() { return qint64(m_random() % 7) - 3; }
    qint64 below(qint64 most) { return qint64(m_random() % quint64(most)); }

private:
    std::mt19937_64 m_random;
};

QList<EnergyBucket> noisyMinutes(Noise &noise)
{
    QList<EnergyBucket> minutes(kMinutesOfDay);
    for (EnergyBucket &minute : minutes) {
        const qint64 one = noise.milliwatts();
        const qint64 other = noise.milliwatts();
        minute.joules = (one + other) * 60 / 2000;
        minute.reportedMs = minute.knownMs = minute.onMs = kMinuteMs;
        minute.minMilliwatts = std::min(one, other);
        minute.maxMilliwatts = std::max(one, other);
    }
    return minutes;
}

RawRows noisyHour(Noise &noise, qint64 hour)
{
    const qint64 start = hour * kHourMs;
    RawRows rows;
    for (qint64 at = start; at < start + kHourMs; at += 30'000)
        rows.readings.append({std::clamp(at + noise.jitterMs(), start, start + kHourMs - 1),
                              noise.milliwatts(), 1195 + noise.below(4)});
    for (qint64 at = start + 100'000; at <= start + kHourMs; at += 183'000)
        rows.reports.append({at + noise.jitterMs(), 183'000, 18'000 + noise.below(600)});
    rows.states.append({start, true, true, MeasuredState::Cause::Reported, -58});
    return rows;
}

struct Sizes
{
    qint64 rawBytes = 0;
    qint64 minuteBytes = 0;
    qint64 rollupBytes = 0;
};

/// The program itself puts the days of a month together when it is over.
void tidyUp(SqlConnection &connection, qint64 nowUtcMs)
{
    Sealer sealer(connection);
    HistoryRetention keepAll;
    keepAll.minuteDays = 0;
    for (;;) {
        const auto more = sealer.step(nowUtcMs, keepAll);
        if (!more)
            qFatal("SQLite: %s", qPrintable(more.error().text));
        if (!*more)
            return;
    }
}

/// Fills one layer after the other, so that the file's growth tells the size of each.
Sizes fill(const QString &path, int outlets)
{
    SqlConnection connection;
    check(connection.openForWriting(path));
    check(connection.run(QStringLiteral("PRAGMA synchronous = OFF")));
    const auto sizeNow = [&] {
        check(connection.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        const qint64 used =
            connection.value(QStringLiteral("PRAGMA page_count")).value().toLongLong() -
            connection.value(QStringLiteral("PRAGMA freelist_count")).value().toLongLong();
        return used * connection.value(QStringLiteral("PRAGMA page_size")).value().toLongLong();
    };
    const auto insert = [&](const QString &sql, const QVariantList &values) {
        QSqlQuery query = connection.query();
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("SQLite: %s", qPrintable(query.lastError().text()));
    };
    for (int outlet = 1; outlet <= outlets; ++outlet)
        insert(QStringLiteral("INSERT INTO history_outlet VALUES (?, ?)"), {outlet, idOf(outlet)});
    insert(QStringLiteral("INSERT INTO recording (start_utc_ms, end_utc_ms) VALUES (?, ?)"),
           {kNow - kDays * kDayMs, kNow});
    Sizes sizes;
    const qint64 today = dayOf(kNow);
    qint64 before = 0;
    for (const bool minutesNow : {false, true}) {
        before = sizeNow();
        for (qint64 day = today - kDays; day < today; ++day) {
            if (day % 30 == 0 || day == today - kDays)
                check(connection.run(QStringLiteral("BEGIN")));
            for (int outlet = 1; outlet <= outlets; ++outlet) {
                Noise noise(unsigned(day * 31 + outlet));
                const QList<EnergyBucket> minutes = noisyMinutes(noise);
                if (minutesNow) {
                    insert(QStringLiteral("INSERT INTO minute_day VALUES (?, ?, ?, ?)"),
                           {outlet, day, kBucketFormat, packBuckets(minutes, kMinuteMs)});
                    continue;
                }
                const EnergyBucket whole = sumOf(minutes, 0, minutes.size());
                insert(QStringLiteral(
                           "INSERT INTO rollup_day VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                       {outlet, day, whole.joules, whole.reportedMs, whole.knownMs, whole.onMs, 0,
                        *whole.minMilliwatts, *whole.maxMilliwatts, kBucketFormat,
                        packBuckets(quartersOf(minutes), kQuarterMs)});
            }
            if (day % 30 == 29) {
                check(connection.run(QStringLiteral("COMMIT")));
                if (!minutesNow)
                    tidyUp(connection, day * kDayMs);
            }
        }
        check(connection.run(QStringLiteral("COMMIT")));
        (minutesNow ? sizes.minuteBytes : sizes.rollupBytes) = sizeNow() - before;
    }
    before = sizeNow();
    for (qint64 hour = (today - kRawDays) * 24; hour < today * 24 + 10; ++hour) {
        if (hour % 240 == 0 || hour == (today - kRawDays) * 24)
            check(connection.run(QStringLiteral("BEGIN")));
        for (int outlet = 1; outlet <= outlets; ++outlet) {
            Noise noise(unsigned(hour * 31 + outlet));
            insert(QStringLiteral("INSERT INTO raw_hour VALUES (?, ?, ?, ?)"),
                   {outlet, hour, kRawHourFormat, packRawHour(hour, noisyHour(noise, hour))});
        }
        if (hour % 240 == 239)
            check(connection.run(QStringLiteral("COMMIT")));
    }
    check(connection.run(QStringLiteral("COMMIT")));
    sizes.rawBytes = sizeNow() - before;
    return sizes;
}

void printSizes(const QString &path, const Sizes &sizes, int outlets)
{
    const double perYear = 365.25 / outlets / 1e6;
    std::printf(
        "%d outlets, 10 years: %.0f MB. An outlet-year: %.2f MB raw (a reading each 30 s),"
        " %.2f MB minutes, %.2f MB quarter hours and days\n",
        outlets, double(QFileInfo(path).size()) / 1e6, double(sizes.rawBytes) / kRawDays * perYear,
        double(sizes.minuteBytes) / kDays * perYear, double(sizes.rollupBytes) / kDays * perYear);
    std::fflush(stdout);
}

/// Has the system forget the file's pages: an approximation of a machine that was just started.
void forget(const QString &path)
{
    const int file = ::open(path.toUtf8().constData(), O_RDONLY);
    ::fsync(file);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

/// Only what has this in its name is measured.
QString g_only;

template <typename Question>
void measure(const char *name, const QString &path, int rounds, Question question)
{
    if (!QString::fromLatin1(name).contains(g_only))
        return;
    for (const bool isCold : {true, false}) {
        std::vector<double> milliseconds;
        for (int round = 0; round < rounds; ++round) {
            SqlConnection connection;
            check(connection.openForReading(path, SqlConnection::Reading::Shared));
            HistoryReader reader(connection);
            if (isCold)
                forget(path);
            else
                question(reader, round);
            QElapsedTimer timer;
            timer.start();
            question(reader, round);
            milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        std::sort(milliseconds.begin(), milliseconds.end());
        std::printf("%-44s %-4s  p50 %7.2f ms  p99 %7.2f ms\n", name, isCold ? "cold" : "warm",
                    milliseconds[milliseconds.size() / 2],
                    milliseconds[(milliseconds.size() - 1) * 99 / 100]);
        std::fflush(stdout);
    }
}

double cpuSeconds();

/// How long the writing thread is busy when an outlet is replaced by one that was there all along.
void measureMerge(const QString &path)
{
    const QString name = QStringLiteral("merge: ten years of overlap");
    if (!name.contains(g_only))
        return;
    SqlConnection connection;
    check(connection.openForWriting(path));
    HistoryMerges merges;
    const auto print = [](const char *what, double wall, double cpu) {
        std::printf("%-44s %.2f s (%.2f s of CPU)\n", what, wall, cpu);
        std::fflush(stdout);
    };
    QElapsedTimer timer;
    timer.start();
    double cpu = cpuSeconds();
    const auto id = merges.merge(connection, idOf(1), idOf(2));
    if (!id)
        qFatal("no merge: %s", qPrintable(id.error().text));
    print("merge: ten years of overlap", double(timer.restart()) / 1000, cpuSeconds() - cpu);
    cpu = cpuSeconds();
    const auto undone = merges.undo(connection, *id);
    if (!undone || !*undone)
        qFatal("no undo");
    print("merge: its undoing", double(timer.restart()) / 1000, cpuSeconds() - cpu);
}

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// A thousand outlets that are asked every five seconds, for ten minutes as fast as it goes.
void measureWriter(int outlets)
{
    const QTemporaryDir folder;
    makeFile(folder.path());
    ManualClock clock;
    clock.setUtcMs(kNow);
    History history(folder.path() + QStringLiteral("/outlet.sqlite"), clock);
    history.open();
    Noise noise(1);
    QElapsedTimer timer;
    timer.start();
    const double before = cpuSeconds();
    constexpr int seconds = 600;
    qint64 readings = 0;
    for (int second = 0; second < seconds; second += 5) {
        const qint64 now = kNow + second * 1000;
        for (int outlet = 0; outlet < outlets; ++outlet) {
            history.record(MeasuredReading{idOf(outlet), now, double(noise.milliwatts()) / 1000,
                                           119.5 + double(noise.below(3)) / 10});
            ++readings;
            if ((second / 5 + outlet) % 36 == 0)
                history.record(MeasuredReport{idOf(outlet), now, 18'000, 183, {}});
        }
    }
    const auto written = history.flush();
    while (!written.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    const double took = double(timer.elapsed()) / 1000;
    const double cpu = cpuSeconds() - before;
    std::printf("writer: %lld readings of %d outlets (%d s of a 5 s poll) in %.2f s, %.2f s of CPU:"
                " %.0f a second, %.0f times what is needed; %.1f %% of a core in real time\n",
                static_cast<long long>(readings), outlets, seconds, took, cpu,
                double(readings) / took, seconds / took, cpu / seconds * 100);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("outlets"), QStringLiteral("How many."), QStringLiteral("N"),
                      QStringLiteral("20")});
    parser.addOption({QStringLiteral("rounds"), QStringLiteral("Questions of each kind."),
                      QStringLiteral("N"), QStringLiteral("40")});
    parser.addOption({QStringLiteral("folder"), QStringLiteral("Where the file (0.7 GB) is made."),
                      QStringLiteral("DIR"), QDir::tempPath()});
    parser.addOption(
        {QStringLiteral("keep"),
         QStringLiteral("Keep the file in that folder, and use the one that is there.")});
    parser.addOption({QStringLiteral("only"), QStringLiteral("Only questions whose name has this."),
                      QStringLiteral("TEXT")});
    parser.process(app);
    g_only = parser.value(QStringLiteral("only"));
    const int outlets = parser.value(QStringLiteral("outlets")).toInt();
    const int rounds = parser.value(QStringLiteral("rounds")).toInt();

    if (g_only.isEmpty())
        measureWriter(1000);

    const bool isKept = parser.isSet(QStringLiteral("keep"));
    const QString place = parser.value(QStringLiteral("folder"));
    const QTemporaryDir scratch(place + QStringLiteral("/bench-history-XXXXXX"));
    const QString folder = isKept ? place : scratch.path();
    const QString path = folder + QStringLiteral("/outlet.sqlite");
    const bool isThere = QFileInfo::exists(path);
    makeFile(folder); // or brings the one that is there up to date
    if (!isThere) {
        printSizes(path, fill(path, outlets), outlets);
    } else {
        SqlConnection connection; // made by an earlier version, it may lack something
        check(connection.openForWriting(path));
        tidyUp(connection, kNow - 40 * kDayMs);
    }

    std::mt19937 random(1);
    const auto outletOf = [&](int round) { return idOf(1 + round % outlets); };
    struct Zoom
    {
        const char *name;
        qint64 lengthMs;
        qint64 oldestMs;
    };
    for (const Zoom &zoom : {Zoom{"curve: 5 minutes", 300'000, kRawDays * kDayMs},
                             Zoom{"curve: an hour", kHourMs, kRawDays * kDayMs},
                             Zoom{"curve: an hour, years ago", kHourMs, kDays * kDayMs},
                             Zoom{"curve: a day", kDayMs, kDays * kDayMs},
                             Zoom{"curve: a week", 7 * kDayMs, kDays * kDayMs},
                             Zoom{"curve: a month", 30 * kDayMs, kDays * kDayMs},
                             Zoom{"curve: a year", 365 * kDayMs, kDays * kDayMs},
                             Zoom{"curve: ten years", kDays * kDayMs, kDays * kDayMs}}) {
        measure(zoom.name, path, rounds, [&](HistoryReader &reader, int round) {
            random.seed(unsigned(round));
            const qint64 room = std::max<qint64>(1, zoom.oldestMs - zoom.lengthMs);
            const qint64 start = kNow - zoom.oldestMs + qint64(random()) * 60'000 % room;
            if (!reader.curve({outletOf(round), {start, start + zoom.lengthMs}, 1200, 0}, kNow))
                qFatal("no curve");
        });
    }
    const LocalCalendar calendar{QTimeZone("Europe/Berlin")};
    const auto energy = [&](const char *name, const QStringList &ids, TimeRange range,
                            CalendarUnit unit, const QList<RateSegment> &rates = {}) {
        const QList<qint64> edges = calendar.edges(range, unit);
        measure(name, path, rounds, [&](HistoryReader &reader, int round) {
            if (!reader.energy({ids.isEmpty() ? QStringList{outletOf(round)} : ids, edges, rates},
                               kNow))
                qFatal("no energy");
        });
    };
    QStringList all;
    for (int outlet = 1; outlet <= outlets; ++outlet)
        all.append(idOf(outlet));
    const TimeRange year = calendar.year(QDate(2025, 1, 1));
    QList<RateSegment> rates; // dearer from 16 to 21 h
    for (const qint64 day : calendar.edges(year, CalendarUnit::Day)) {
        rates.append({day + 16 * kHourMs, 1});
        rates.append({day + 21 * kHourMs, 0});
    }
    energy("bars: today by hours", {}, calendar.day(calendar.date(kNow)), CalendarUnit::Hour);
    energy("bars: a year by days", {}, year, CalendarUnit::Day);
    energy("bars: ten years by months", {},
           {calendar.dayStartUtcMs({2016, 1, 1}), calendar.dayStartUtcMs({2026, 1, 1})},
           CalendarUnit::Month);
    energy("energy page: all outlets, a month by days", all, calendar.month({2025, 11, 1}),
           CalendarUnit::Day, rates);
    energy("energy page: all outlets, a year by days", all, year, CalendarUnit::Day, rates);
    measureMerge(path);
    return 0;
}
