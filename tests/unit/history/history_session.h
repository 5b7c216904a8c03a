// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlRecord>
#include <QtTest/QTest>
#include <memory>

#include "base/manual_clock.h"
#include "history/history.h"
#include "storage/sql_connection.h"
#include "storage_session.h"

namespace outlet::test {

/// Options with which everything recorded stays in rows.
[[nodiscard]] inline HistoryOptions rowsStay()
{
    HistoryOptions options;
    options.tidiesUp = false;
    return options;
}

/// Waits for an answer while the event loop goes on; false when none comes.
template <typename T>
[[nodiscard]] bool waitFor(const QFuture<T> &answer)
{
    return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 20'000);
}

/// A History on a real file in a folder, with a clock that the test moves. Storage has made the
/// tables before and is closed again.
class HistorySession
{
public:
    explicit HistorySession(const QString &dataDir, ManualClock &clock,
                            HistoryOptions options = rowsStay())
        : m_path(dataDir + QStringLiteral("/outlet.sqlite"))
    {
        {
            const StorageSession storage(dataDir);
        }
        m_history = std::make_unique<History>(m_path, clock, options);
        m_history->open();
    }

    [[nodiscard]] History &history() { return *m_history; }
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Everything recorded so far is on disk; false when it could not be written.
    [[nodiscard]] bool flush()
    {
        const auto written = m_history->flush();
        return waitFor(written) && written.result().ok();
    }
    /// The answer's first column of its first row.
    [[nodiscard]] QVariant value(const char *sql) const
    {
        return sqlValue(m_path, QString::fromLatin1(sql));
    }
    /// All rows of an answer, columns joined by a blank.
    [[nodiscard]] QStringList rows(const char *sql) const
    {
        QStringList found;
        SqlConnection connection;
        if (connection.openForWriting(m_path))
            return found;
        QSqlQuery query = connection.query();
        query.exec(QString::fromLatin1(sql));
        while (query.next()) {
            QStringList columns;
            for (int i = 0; i < query.record().count(); ++i)
                columns += query.isNull(i) ? QStringLiteral("-") : query.value(i).toString();
            found += columns.join(u' ');
        }
        return found;
    }

private:
    QString m_path;
    std::unique_ptr<History> m_history;
};

} // namespace outlet::test
