// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/schema.h"

namespace outlet {

// Empty text is '' and not NULL; NULL always means that nothing is known or chosen. A setting's
// type stands beside it because SQLite has no bool of its own.
static QList<Migration> makeMigrations()
{
    return {
        {1,
         {QStringLiteral("CREATE TABLE outlet ("
                         " id TEXT PRIMARY KEY NOT NULL,"
                         " decision TEXT NOT NULL CHECK (decision IN ('new', 'known', 'ignored')),"
                         " name TEXT NOT NULL DEFAULT '',"
                         " room TEXT NOT NULL DEFAULT '',"
                         " icon TEXT NOT NULL DEFAULT '',"
                         " position INTEGER NOT NULL DEFAULT 0,"
                         " firmware TEXT NOT NULL DEFAULT '',"
                         " address TEXT NOT NULL DEFAULT '',"
                         " first_seen_utc_ms INTEGER,"
                         " last_seen_utc_ms INTEGER,"
                         " decided_utc_ms INTEGER)"),
          QStringLiteral("CREATE TABLE setting ("
                         " key TEXT PRIMARY KEY NOT NULL,"
                         " type TEXT NOT NULL CHECK (type IN ('text', 'integer', 'real', 'bool')),"
                         " value NOT NULL)")}},
        {2,
         {QStringLiteral("ALTER TABLE outlet ADD COLUMN model_key TEXT NOT NULL DEFAULT ''"),
          QStringLiteral("ALTER TABLE outlet ADD COLUMN rating_current_amps INTEGER"),
          QStringLiteral("ALTER TABLE outlet ADD COLUMN rating_nominal_volts INTEGER"),
          QStringLiteral("ALTER TABLE outlet ADD COLUMN chart_color INTEGER NOT NULL DEFAULT 0"),
          QStringLiteral("ALTER TABLE outlet ADD COLUMN keep_on INTEGER NOT NULL DEFAULT 0"),
          QStringLiteral(
              "ALTER TABLE outlet ADD COLUMN standby_below_watts REAL NOT NULL DEFAULT 10"),
          QStringLiteral("ALTER TABLE outlet ADD COLUMN warn_above_watts REAL"),
          QStringLiteral("ALTER TABLE outlet ADD COLUMN countdown_due_utc_ms INTEGER"),
          QStringLiteral("ALTER TABLE outlet ADD COLUMN countdown_turn_on INTEGER"),
          QStringLiteral("ALTER TABLE outlet ADD COLUMN encrypted INTEGER")}},
    };
}

const QList<Migration> &migrations()
{
    static const QList<Migration> all = makeMigrations();
    return all;
}

int schemaVersion()
{
    return migrations().constLast().toVersion;
}

SqlOutcome migrate(SqlConnection &connection, int version, const QList<Migration> &steps)
{
    int reached = version;
    for (const Migration &step : steps) {
        if (step.toVersion <= reached)
            continue;
        for (const QString &statement : step.statements) {
            if (const SqlOutcome failure = connection.run(statement))
                return failure;
        }
        reached = step.toVersion;
    }
    if (reached == version)
        return std::nullopt;
    // PRAGMA takes no bound values; both are numbers of ours.
    if (const SqlOutcome failure =
            connection.run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId)))
        return failure;
    return connection.run(QStringLiteral("PRAGMA user_version = %1").arg(reached));
}

} // namespace outlet
