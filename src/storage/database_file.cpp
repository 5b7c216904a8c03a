// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/database_file.h"

#include <QtCore/QFileInfo>

#include "base/logging.h"
#include "storage/file_set.h"
#include "storage/inspection.h"
#include "storage/row_reader.h"
#include "storage/row_writer.h"
#include "storage/salvage.h"
#include "storage/schema.h"

namespace outlet {

using Kind = StorageProblem::Kind;

DatabaseFile::DatabaseFile(QString path, StorageHooks hooks)
    : m_path(std::move(path))
    , m_hooks(std::move(hooks))
{
}

DatabaseFile::Opened DatabaseFile::open()
{
    const auto giveUp = [this](StoredState state, Kind kind, const QString &systemText) {
        m_remembers = false;
        return Opened{std::move(state), {kind, m_path, systemText}};
    };
    if (const auto why = makePrivateFolder(QFileInfo(m_path).absolutePath()))
        return giveUp({}, Kind::CannotOpen, *why);

    Inspection found = inspect(m_path);
    SqlOutcome failure;
    switch (found.verdict) {
    case Inspection::Verdict::Unreadable:
        return giveUp({}, Kind::CannotOpen, found.systemText);
    case Inspection::Verdict::TooNew:
        return giveUp(std::move(found.state), Kind::TooNew, found.systemText);
    case Inspection::Verdict::Damaged:
        m_known = salvage(m_path);
        failure = startAnew({SqlFailure::Corrupt, found.systemText});
        break;
    case Inspection::Verdict::Foreign:
        failure = startAnew({SqlFailure::NotADatabase, found.systemText});
        break;
    case Inspection::Verdict::Missing:
    case Inspection::Verdict::Sound:
        m_known = std::move(found.state);
        failure = openForWriting();
        if (failure && failure->isDamage())
            failure = startAnew(*failure);
        break;
    }
    if (!failure)
        return {m_known, m_standing};

    // A damaged file that could not be moved away must not be written to later either.
    const bool isInTheWay = found.verdict == Inspection::Verdict::Damaged ||
                            found.verdict == Inspection::Verdict::Foreign;
    const StorageProblem problem = problemFor(*failure, m_path);
    if (!problem.isRetried() || (isInTheWay && m_standing.kind == Kind::None))
        return giveUp(m_known, Kind::CannotOpen, failure->text);
    return {m_known, problem};
}

DatabaseFile::Written DatabaseFile::write(const Changes &changes)
{
    SqlOutcome failure;
    if (!m_connection.isOpen())
        failure = openForWriting();
    if (!failure)
        failure = writeInTransaction(changes);
    if (failure && failure->isDamage()) {
        failure = startAnew(*failure);
        if (!failure)
            failure = writeInTransaction(changes);
    }
    if (!failure) {
        changes.applyTo(m_known);
        return {true, m_standing};
    }
    return failedWith(*failure);
}

DatabaseFile::Written DatabaseFile::replaceDamaged(const QString &systemText)
{
    const SqlOutcome failure = startAnew({SqlFailure::Corrupt, systemText});
    return failure ? failedWith(*failure) : Written{true, m_standing};
}

DatabaseFile::Written DatabaseFile::failedWith(const SqlFailure &failure)
{
    StorageProblem problem = problemFor(failure, m_path);
    if (problem.kind == Kind::CannotOpen)
        problem.kind = Kind::CannotWrite; // it was open before: it is tried again
    // On a full disk the connection is kept, as opening needs room too; anything else may need a
    // new one (the disk was mounted anew, the folder came back).
    if (problem.kind != Kind::DiskFull)
        m_connection.close();
    return {false, problem};
}

void DatabaseFile::close()
{
    if (!m_connection.isOpen())
        return;
    if (const SqlOutcome failure =
            m_connection.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")))
        qCWarning(lcStorage) << "could not merge the log:" << failure->text;
    m_connection.close();
}

SqlOutcome DatabaseFile::openForWriting()
{
    if (const auto why = makePrivateFile(m_path))
        return SqlFailure{SqlFailure::CannotOpen, *why};
    SqlOutcome failure = m_connection.openForWriting(m_path);
    if (!failure)
        failure = prepareConnection();
    if (!failure)
        failure = bringUpToDate();
    if (failure) {
        m_connection.close();
        return failure;
    }
    Result<StoredState, SqlFailure> state = readState(m_connection);
    if (!state) {
        m_connection.close();
        return state.error();
    }
    m_known = std::move(state).value();
    return std::nullopt;
}

SqlOutcome DatabaseFile::prepareConnection()
{
    // FULL: in WAL mode, NORMAL may lose the last transactions when the power goes.
    for (const QString &pragma : {QStringLiteral("PRAGMA foreign_keys = ON"),
                                  QStringLiteral("PRAGMA synchronous = FULL")}) {
        if (const SqlOutcome failure = m_connection.run(pragma))
            return failure;
    }
    const auto mode = m_connection.value(QStringLiteral("PRAGMA journal_mode = WAL"));
    if (!mode)
        return mode.error();
    // Some network folders can't do it; SQLite's older journal is as safe there, only slower.
    if (mode->toString() != u"wal")
        qCInfo(lcStorage) << "the folder does not allow write-ahead logging, using"
                          << mode->toString();
    return std::nullopt;
}

SqlOutcome DatabaseFile::bringUpToDate()
{
    // Taking the write lock is also what finds out that the file can't be written.
    return m_connection.transact([this]() -> SqlOutcome {
        const auto version = m_connection.value(QStringLiteral("PRAGMA user_version"));
        if (!version)
            return version.error();
        SqlOutcome failure = migrate(m_connection, version->toInt());
        const bool isNew = version->toInt() == 0;
        if (!failure && isNew)
            failure = writeChanges(m_connection, Changes::all(m_known));
        return failure;
    });
}

SqlOutcome DatabaseFile::writeInTransaction(const Changes &changes)
{
    if (m_hooks.beforeWrite)
        m_hooks.beforeWrite(m_connection.database());
    return m_connection.transact([&] { return writeChanges(m_connection, changes); });
}

SqlOutcome DatabaseFile::startAnew(const SqlFailure &damage)
{
    m_connection.close();
    if (m_hooks.beforeSetAside)
        m_hooks.beforeSetAside();
    const Result<QString, SqlFailure> moved = setAside(m_path, m_hooks.now());
    if (!moved)
        return moved.error();
    m_standing = {Kind::CorruptSetAside, *moved, damage.text};
    return openForWriting();
}

} // namespace outlet
