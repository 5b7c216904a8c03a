// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/inspection.h"

#include <QtCore/QFile>

#include "storage/file_set.h"
#include "storage/row_reader.h"
#include "storage/schema.h"
#include "storage/scratch_copy.h"
#include "storage/sql_connection.h"

namespace outlet {

using Verdict = Inspection::Verdict;

static Inspection failed(const SqlFailure &failure)
{
    return {failure.isDamage() ? Verdict::Damaged : Verdict::Unreadable, {}, failure.text};
}

static Inspection readSound(const SqlConnection &connection)
{
    Result<StoredState, SqlFailure> state = readState(connection);
    if (!state)
        return failed(state.error());
    return {Verdict::Sound, std::move(state).value(), {}};
}

static Inspection inspectOpened(SqlConnection &connection)
{
    const auto application = connection.value(QStringLiteral("PRAGMA application_id"));
    const auto version = connection.value(QStringLiteral("PRAGMA user_version"));
    const auto tables = connection.value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    for (const auto *answer : {&application, &version, &tables}) {
        if (!*answer)
            return failed(answer->error());
    }
    // A process that died while it made the file leaves a database without anything in it.
    if (version->toInt() == 0 && application->toInt() == 0 && tables->toInt() == 0)
        return {Verdict::Sound, {}, {}};
    if (application->toInt() != kApplicationId)
        return {Verdict::Foreign, {}, QStringLiteral("the file belongs to another program")};
    if (version->toInt() > schemaVersion()) {
        Inspection known = readSound(connection);
        return {Verdict::TooNew, std::move(known.state),
                QStringLiteral("version %1, this program knows %2")
                    .arg(version->toInt())
                    .arg(schemaVersion())};
    }
    if (version->toInt() < 1)
        return {Verdict::Damaged, {}, QStringLiteral("version %1").arg(version->toInt())};

    // The tables that are read now; years of history would take long, and are checked later.
    for (const char *table : {"outlet", "setting"}) {
        const auto check = connection.value(
            QStringLiteral("PRAGMA quick_check('%1')").arg(QLatin1StringView(table)));
        if (!check)
            return failed(check.error());
        if (check->toString() != u"ok")
            return {Verdict::Damaged, {}, check->toString()};
    }
    return readSound(connection);
}

static Inspection inspectWith(const QString &path, SqlConnection::Reading reading)
{
    SqlConnection connection;
    const SqlOutcome failure = connection.openForReading(path, reading);
    return failure ? failed(*failure) : inspectOpened(connection);
}

Inspection inspect(const QString &path)
{
    if (isMissingOrEmpty(path))
        return {Verdict::Missing, {}, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {Verdict::Unreadable, {}, file.errorString()};
    // SQLite takes the rest of a file for an empty database, and would write over it.
    constexpr qint64 smallestPageBytes = 512;
    if (file.size() < smallestPageBytes)
        return {Verdict::Damaged, {}, QStringLiteral("%1 bytes are left").arg(file.size())};
    file.close();

    // A log beside it holds what the last process wrote and did not merge: it must be read too.
    if (isMissingOrEmpty(walPath(path)))
        return inspectWith(path, SqlConnection::Reading::Immutable);
    Inspection found = inspectWith(path, SqlConnection::Reading::Shared);
    if (found.verdict != Verdict::Unreadable)
        return found;
    // SQLite can't read a log where it may not make an index beside it, but it can in a copy.
    const ScratchCopy copy(path);
    return copy.isWhole() ? inspectWith(copy.path(), SqlConnection::Reading::Shared)
                          : inspectWith(path, SqlConnection::Reading::Immutable);
}

} // namespace outlet
