// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include "history/energy_export.h"
#include "history/history_reader.h"
#include "history/import_writing.h"
#include "history/minute_buckets.h"
#include "storage_session.h"

namespace outlet::test {

/// A history's file with one connection, on which everything is done in order: exports, imports and
/// questions, in the time zone of Berlin. "Now" is the morning of January 1, 2026.
class ImportBench
{
public:
    ImportBench()
    {
        {
            const StorageSession storage(folder.path());
        }
        ok = !connection.openForWriting(folder.filePath(QStringLiteral("outlet.sqlite")));
        run(QStringLiteral("PRAGMA synchronous = OFF")); // no power goes off in a test
    }

    void run(const QString &sql) { ok = !connection.run(sql) && ok; }

    /// A file with these bytes.
    [[nodiscard]] QString file(const QByteArray &bytes) const
    {
        const QString path = folder.filePath(QStringLiteral("file.txt"));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            return {};
        return path;
    }

    /// Reads a file with the columns that are guessed, or these; the problem is kept.
    bool read(const QString &path, const ImportColumnNames &names = {})
    {
        problem.clear();
        const auto opened = ImportFile::open(path);
        if (!opened)
            return fail(opened.error());
        const auto columns = chooseColumns(**opened, names);
        if (!columns)
            return fail(columns.error());
        const auto made = ImportStage::make(folder.path());
        if (!made)
            return fail(made.error());
        stage = *made;
        const auto done = readImport(**opened, *columns, calendar, now, *stage, progress);
        if (!done)
            return fail(done.error());
        reading = *done;
        choice.outletIds.clear();
        for (const ImportReading::Name &name : reading.names)
            choice.outletIds.append(name.outletId.isEmpty() ? name.name : name.outletId);
        return true;
    }

    bool sort()
    {
        const auto done = sortImport(connection, *stage, reading, choice, calendar, now, progress);
        if (!done)
            return fail(done.error());
        sorted = *done;
        return true;
    }

    /// The import's number; 0 when it failed.
    qint64 write()
    {
        const WriteStep step = [this](const std::function<SqlOutcome(SqlConnection &)> &work) {
            ++steps;
            if (failsAtStep == steps)
                return false;
            const SqlOutcome failure = work(connection);
            return !failure;
        };
        const auto done =
            writeImport(*stage, choice, QStringLiteral("file.csv"), now, step, progress);
        if (!done)
            return fail(done.error()) ? 1 : 0;
        return *done;
    }

    /// All three; the import's number.
    qint64 import(const QByteArray &bytes, const ImportColumnNames &names = {})
    {
        return read(file(bytes), names) && sort() ? write() : 0;
    }

    [[nodiscard]] OutletEnergy energy(const QString &id, const QList<qint64> &edges)
    {
        HistoryReader reader(connection);
        const auto answer = reader.energy({{id}, edges, {}}, now);
        return answer ? answer->outlets.constFirst() : OutletEnergy();
    }

    /// Joules of an outlet between two local times.
    [[nodiscard]] qint64 joules(const char *id, const char *from, const char *to)
    {
        const auto edge = [this](const char *text) {
            return calendar.instantFromText(QString::fromLatin1(text)).value_or(0);
        };
        return energy(QString::fromLatin1(id), {edge(from), edge(to)}).buckets.value(0).joules;
    }

    [[nodiscard]] qint64 count(const char *sql)
    {
        const auto value = connection.value(QString::fromLatin1(sql));
        return value ? value->toLongLong() : -1;
    }

    /// The reasons of all rows that can't be read, "LINE: REASON".
    [[nodiscard]] QStringList faults() const
    {
        QStringList texts;
        for (const ImportFault &fault : reading.faults)
            texts.append(QStringLiteral("%1: %2").arg(fault.line).arg(fault.reason));
        return texts;
    }

    QTemporaryDir folder;
    SqlConnection connection;
    LocalCalendar calendar{QTimeZone("Europe/Berlin")};
    const qint64 now = calendar.instantFromText(u"2026-01-01T08:00").value_or(0);
    TransferProgress progress;
    std::shared_ptr<ImportStage> stage;
    ImportReading reading;
    ImportChoice choice;
    ImportSorted sorted;
    QString problem;
    int steps = 0;
    int failsAtStep = 0;
    bool ok = false;

private:
    bool fail(const QString &why)
    {
        problem = why;
        return false;
    }
};

} // namespace outlet::test
