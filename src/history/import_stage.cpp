// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/import_stage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QUuid>

namespace outlet {

static const QString kPrefix = QStringLiteral("import-");

/// Stands in the names of this process' folders: those of others are left over.
static QString ownPrefix()
{
    static const QString token = QUuid::createUuid().toString(QUuid::Id128).left(8);
    return kPrefix + token + u'-';
}

ImportStage::ImportStage(const QString &folder)
    : m_folder(folder + u'/' + ownPrefix() + QStringLiteral("XXXXXX"))
{
}

QString ImportStage::path() const
{
    return m_folder.filePath(QStringLiteral("rows.sqlite"));
}

Result<std::shared_ptr<ImportStage>, QString> ImportStage::make(const QString &folder)
{
    std::shared_ptr<ImportStage> stage(new ImportStage(folder));
    const auto fault = [](const QString &why) {
        return QCoreApplication::translate(
                   "Import", "There is no room to sort the file: %1. Free some and try again.")
            .arg(why);
    };
    if (!stage->m_folder.isValid())
        return fault(stage->m_folder.errorString());
    QFile file(stage->path());
    if (!file.open(QIODevice::WriteOnly))
        return fault(file.errorString());
    file.close();
    SqlConnection connection;
    SqlOutcome failure = stage->open(connection);
    for (const char *sql :
         {// As the file has them: duration 0 = until the next row of the same name.
          "CREATE TABLE staged (name INTEGER NOT NULL, start_utc_ms INTEGER NOT NULL,"
          " duration_ms INTEGER NOT NULL, joules INTEGER NOT NULL, known_ms INTEGER,"
          " line INTEGER NOT NULL)",
          // What will be written; joules NULL = an earlier import's row that counts no more.
          "CREATE TABLE accepted (outlet INTEGER NOT NULL, start_utc_ms INTEGER NOT NULL,"
          " duration_ms INTEGER NOT NULL, joules INTEGER, known_ms INTEGER NOT NULL,"
          " PRIMARY KEY (outlet, start_utc_ms, duration_ms)) WITHOUT ROWID",
          // Longer rows of earlier imports within which there are accepted ones.
          "CREATE TABLE coarser (outlet INTEGER NOT NULL, start_utc_ms INTEGER NOT NULL,"
          " duration_ms INTEGER NOT NULL, PRIMARY KEY (outlet, start_utc_ms, duration_ms))"
          " WITHOUT ROWID"}) {
        if (!failure)
            failure = connection.run(QString::fromLatin1(sql));
    }
    if (failure)
        return fault(failure->text);
    return stage;
}

void ImportStage::removeLeftovers(const QString &folder)
{
    const QStringList names = QDir(folder).entryList({kPrefix + QStringLiteral("*-*")},
                                                     QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        if (name.startsWith(ownPrefix()))
            continue;
        const QString path = folder + u'/' + name;
        QFile::remove(path + QStringLiteral("/rows.sqlite"));
        QDir().rmdir(path); // holds nothing else, if it is ours
    }
}

SqlOutcome ImportStage::open(SqlConnection &connection) const
{
    if (const SqlOutcome failure = connection.openForWriting(path()))
        return failure;
    for (const char *sql :
         {"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -32768"}) {
        if (const SqlOutcome failure = connection.run(QString::fromLatin1(sql)))
            return failure;
    }
    return std::nullopt;
}

} // namespace outlet
