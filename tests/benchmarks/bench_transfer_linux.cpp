// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <cstdio>
#include <ctime>
#include <utility>

#include "history/energy_export.h"
#include "history/import_writing.h"
#include "storage/schema.h"

using namespace outlet;

namespace {

constexpr int kOutlets = 20;

/// The most memory that this process had so far, in MB.
double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

bool makeTables(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.close();
    SqlConnection connection;
    return !connection.openForWriting(path) &&
           !connection.run(QStringLiteral("PRAGMA journal_mode = WAL")) &&
           !migrate(connection, 0, migrations());
}

/// A file like ours of \a megabytes, of so many five minutes as it takes; its rows.
qint64 makeFile(const QString &path, qint64 megabytes, const LocalCalendar &calendar, qint64 start)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 0;
    file.write("time,outlet,kwh,cost_EUR,min_missing,joules,seconds,seconds_known,seconds_on,"
               "average_w,min_w,max_w,outlet_id\n");
    qint64 rows = 0;
    for (qint64 at = start; file.pos() < megabytes * 1'000'000; at += 300'000) {
        QByteArray block;
        const QByteArray time = calendar.isoText(at).toLatin1();
        for (int outlet = 0; outlet < kOutlets; ++outlet, ++rows) {
            const qint64 joules = (at / 300'000 * 7919 + outlet * 104'729) % 30'000;
            block += time + ",\"Outlet " + QByteArray::number(outlet) + "\"," +
                     QByteArray::number(double(joules) / 3.6e6, 'f', 7) + ",0.00123,0," +
                     QByteArray::number(joules) + ",300,300,300," +
                     QByteArray::number(double(joules) / 300, 'f', 3) + ",1.5,99.5,\"id-" +
                     QByteArray::number(outlet) + "\"\n";
        }
        file.write(block);
    }
    return rows;
}

/// With the processor's time since the last line: others may use the machine, too.
void print(const char *what, qint64 rows, qint64 ms)
{
    static std::clock_t before = 0;
    const std::clock_t now = std::clock();
    std::printf("%-20s %10lld rows %8.1f s (%7.1f s of CPU) %9.0f rows/s   peak %.0f MB\n", what,
                static_cast<long long>(rows), double(ms) / 1000,
                double(now - std::exchange(before, now)) / CLOCKS_PER_SEC,
                double(rows) * 1000 / double(ms), peakMegabytes());
    std::fflush(stdout);
}

} // namespace

/// How fast a file of a given size is read, sorted and written into a history, how long its longest
/// step keeps recording waiting, and how fast all of it is exported again; with the peak of memory.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption size(QStringLiteral("megabytes"), QStringLiteral("Size of the file."),
                                  QStringLiteral("N"), QStringLiteral("64"));
    const QCommandLineOption place(QStringLiteral("folder"), QStringLiteral("Where to work."),
                                   QStringLiteral("DIR"), QDir::tempPath());
    parser.addOptions({size, place});
    parser.process(application);
    const QTemporaryDir folder(parser.value(place) + QStringLiteral("/bench-transfer-XXXXXX"));
    const LocalCalendar calendar(QTimeZone("Europe/Berlin"));
    const qint64 start = calendar.instantFromText(u"2010-01-01").value_or(0);
    const qint64 now = calendar.instantFromText(u"2026-01-01").value_or(0);
    const QString database = folder.filePath(QStringLiteral("outlet.sqlite"));
    const QString path = folder.filePath(QStringLiteral("in.csv"));
    const qint64 rows = makeFile(path, parser.value(size).toLongLong(), calendar, start);
    if (!makeTables(database) || rows == 0)
        return 1;
    std::printf("%s MB, %d outlets, 5 minutes a row; peak before %.0f MB\n",
                qPrintable(parser.value(size)), kOutlets, peakMegabytes());

    TransferProgress progress;
    QElapsedTimer timer;
    timer.start();
    const auto file = ImportFile::open(path);
    const auto stage = ImportStage::make(folder.path());
    if (!file || !stage)
        return 1;
    const auto reading = readImport(**file, guessColumns(**file), calendar, now, **stage, progress);
    if (!reading || reading->rows != rows)
        return 1;
    print("import: read", rows, timer.restart());
    SqlConnection reader;
    SqlConnection writer;
    if (reader.openForReading(database, SqlConnection::Reading::Shared) ||
        writer.openForWriting(database))
        return 1;
    ImportChoice choice;
    for (const ImportReading::Name &name : reading->names)
        choice.outletIds.append(name.outletId);
    const auto sorted = sortImport(reader, **stage, *reading, choice, calendar, now, progress);
    if (!sorted || sorted->newRows != rows)
        return 1;
    print("import: compare", rows, timer.restart());
    qint64 longest = 0;
    const WriteStep step = [&](const std::function<SqlOutcome(SqlConnection &)> &work) {
        QElapsedTimer one;
        one.start();
        const SqlOutcome failure = work(writer);
        longest = std::max(longest, one.elapsed());
        return !failure;
    };
    const auto id = writeImport(**stage, choice, QStringLiteral("in.csv"), now, step, progress);
    if (!id)
        return 1;
    print("import: write", rows, timer.restart());
    std::printf("longest step of the writing thread: %lld ms\n", static_cast<long long>(longest));

    ExportPlan plan;
    for (const ImportReading::Name &name : reading->names)
        plan.outlets.append({name.outletId, name.name});
    plan.calendar = calendar;
    plan.range = {start, start + rows / kOutlets * 300'000};
    plan.resolution = ExportPlan::Resolution::FiveMinutes;
    plan.nowUtcMs = now;
    TransferProgress out;
    timer.restart();
    if (writeExport(reader, plan, folder.filePath(QStringLiteral("out.csv")), out))
        return 1;
    print("export: 5 minutes", out.done, timer.restart());
    plan.resolution = ExportPlan::Resolution::Hour;
    plan.format = ExportPlan::Format::Json;
    TransferProgress again;
    if (writeExport(reader, plan, folder.filePath(QStringLiteral("out.json")), again))
        return 1;
    print("export: hours, JSON", again.done, timer.restart());
    return 0;
}
