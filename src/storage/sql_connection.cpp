// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/sql_connection.h"

#include <QtCore/QUrl>
#include <atomic>

#include "base/logging.h"

namespace outlet {

SqlFailure SqlFailure::from(const QSqlError &error)
{
    bool isNumber = false;
    const int extended = error.nativeErrorCode().toInt(&isNumber);
    // SQLite's own words; Qt's come with every error and say less.
    const QString text = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    // A page that the file's header promises and the file lacks: cut off, not an error of the disk.
    constexpr int shortRead = IoError | (2 << 8);
    if (isNumber && extended == shortRead)
        return {Corrupt, text};
    // The low byte of an extended code is the primary one.
    return {isNumber ? extended & 0xff : int(Error), text};
}

SqlConnection::SqlConnection()
{
    static std::atomic<quint64> count{0};
    m_name = QStringLiteral("outlet-storage-%1").arg(++count);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
}

SqlConnection::~SqlConnection()
{
    m_database.close();
    m_database = QSqlDatabase(); // removeDatabase() warns while somebody still holds it
    QSqlDatabase::removeDatabase(m_name);
}

SqlOutcome SqlConnection::openForWriting(const QString &path)
{
    return open(path, QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
}

SqlOutcome SqlConnection::openForReading(const QString &path, Reading reading)
{
    // Encoded, so that '?', '#' and '%' in a folder's name stay part of the name.
    QString uri = QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) % u"?mode=ro";
    if (reading == Reading::Immutable)
        uri += QStringLiteral("&immutable=1");
    return open(uri,
                QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=2000"));
}

SqlOutcome SqlConnection::open(const QString &name, const QString &options)
{
    m_database.close();
    if (!m_database.isValid())
        return SqlFailure{SqlFailure::CannotOpen, m_database.lastError().text()};
    m_database.setDatabaseName(name);
    m_database.setConnectOptions(options);
    if (!m_database.open())
        return SqlFailure::from(m_database.lastError());
    return std::nullopt;
}

void SqlConnection::close()
{
    m_database.close();
}

SqlOutcome SqlConnection::run(const QString &sql)
{
    QSqlQuery query = this->query();
    if (!query.exec(sql))
        return SqlFailure::from(query.lastError());
    return std::nullopt;
}

SqlOutcome SqlConnection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query = this->query();
    if (!query.prepare(sql))
        return SqlFailure::from(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    return std::nullopt;
}

SqlOutcome SqlConnection::endTransaction(const SqlOutcome &failure)
{
    const SqlOutcome end = failure ? failure : run(QStringLiteral("COMMIT"));
    // After some failures SQLite has rolled back already and refuses to do it twice.
    if (end && run(QStringLiteral("ROLLBACK")))
        qCDebug(lcStorage) << "the transaction had been rolled back";
    return end;
}

Result<QVariant, SqlFailure> SqlConnection::value(const QString &sql)
{
    QSqlQuery query = this->query();
    if (!query.exec(sql))
        return SqlFailure::from(query.lastError());
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    return QVariant();
}

QSqlQuery SqlConnection::query() const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query;
}

} // namespace outlet
