// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QVariant>
#include <QtCore/QVariantList>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <optional>

#include "base/result.h"

namespace outlet {

/// Why SQLite refused: its primary result code (sqlite.org/rescode.html) and its words.
struct SqlFailure
{
    /// The result codes that are told apart here.
    enum Code {
        Error = 1,
        Permission = 3,
        Busy = 5,
        ReadOnly = 8,
        IoError = 10,
        Corrupt = 11,
        Full = 13,
        CannotOpen = 14,
        NotADatabase = 26,
    };
    int code = Error;
    QString text;

    /// True when the file's contents are at fault.
    [[nodiscard]] bool isDamage() const { return code == Corrupt || code == NotADatabase; }
    /// What Qt reported, taken apart.
    [[nodiscard]] static SqlFailure from(const QSqlError &error);
};

/// Empty when it worked.
using SqlOutcome = std::optional<SqlFailure>;

/// One QSqlDatabase connection under a name of its own, closed and forgotten with this object. Made
/// and used on one thread; queries must be gone before it is closed.
class SqlConnection
{
public:
    SqlConnection();
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    /// How the file is locked while it is read.
    enum class Reading {
        Shared,    ///< with the write-ahead log; may make its side files
        Immutable, ///< as if nobody else had it: no log, no locks, leaves no trace
    };

    /// Opens for reading and writing; the file must exist. Lets others finish for two seconds.
    [[nodiscard]] SqlOutcome openForWriting(const QString &path);
    /// Opens for reading; never changes the file.
    [[nodiscard]] SqlOutcome openForReading(const QString &path, Reading reading);
    void close();
    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }

    /// Runs one statement and drops what it answers.
    [[nodiscard]] SqlOutcome run(const QString &sql);
    /// The same with \a values in the place of its question marks.
    [[nodiscard]] SqlOutcome run(const QString &sql, const QVariantList &values);
    /// Takes the write lock and does all of \a work, a callable that returns SqlOutcome and leaves
    /// no query open, or nothing of it.
    template <typename Work>
    [[nodiscard]] SqlOutcome transact(const Work &work)
    {
        if (const SqlOutcome failure = run(QStringLiteral("BEGIN IMMEDIATE")))
            return failure;
        return endTransaction(work());
    }
    /// The first column of the first row of the answer; invalid when there is none.
    [[nodiscard]] Result<QVariant, SqlFailure> value(const QString &sql);
    /// A query on this connection, forward only; not yet run.
    [[nodiscard]] QSqlQuery query() const;
    [[nodiscard]] QSqlDatabase &database() { return m_database; }

private:
    /// Commits, or takes back what led to \a failure.
    [[nodiscard]] SqlOutcome endTransaction(const SqlOutcome &failure);
    [[nodiscard]] SqlOutcome open(const QString &name, const QString &options);

    QString m_name;
    QSqlDatabase m_database;
};

} // namespace outlet
