// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/schema.h"

namespace outlet {

// SQLite keeps these texts in the file, and while they fit its first page every other page may be
// broken without the rest being lost: so they are kept short (see compact(); the columns of a key
// without rowid can't be NULL anyway), and a test holds them to it.
//
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
        // The history. Times are UTC: milliseconds, hours or days since the epoch. Raw rows are the
        // truth; a sealed hour packs them into one blob, a sealed day holds what follows from them.
        {3,
         {// A small number for each id; it stays when the outlet is forgotten.
          QStringLiteral("CREATE TABLE history_outlet ("
                         " key INTEGER PRIMARY KEY,"
                         " outlet_id TEXT NOT NULL UNIQUE)"),
          // From when to when this program was recording; the end moves with every write, so that
          // after a kill it is known until when what was written last held.
          QStringLiteral("CREATE TABLE recording ("
                         " id INTEGER PRIMARY KEY,"
                         " start_utc_ms INTEGER NOT NULL,"
                         " end_utc_ms INTEGER NOT NULL)"),
          QStringLiteral("CREATE TABLE recent_report ("
                         " outlet INTEGER, end_utc_ms INTEGER,"
                         " ordinal INTEGER, duration_ms INTEGER NOT NULL,"
                         " joules INTEGER NOT NULL, arrival_utc_ms INTEGER NOT NULL,"
                         " PRIMARY KEY (outlet, end_utc_ms, ordinal)) WITHOUT ROWID"),
          QStringLiteral("CREATE TABLE recent_reading ("
                         " outlet INTEGER, utc_ms INTEGER,"
                         " milliwatts INTEGER, decivolts INTEGER,"
                         " PRIMARY KEY (outlet, utc_ms)) WITHOUT ROWID"),
          QStringLiteral("CREATE TABLE recent_state ("
                         " outlet INTEGER, utc_ms INTEGER,"
                         " ordinal INTEGER, connected INTEGER NOT NULL,"
                         " relay INTEGER, cause INTEGER NOT NULL, signal_dbm INTEGER,"
                         " PRIMARY KEY (outlet, utc_ms, ordinal)) WITHOUT ROWID"),
          QStringLiteral("CREATE TABLE raw_hour ("
                         " outlet INTEGER, hour INTEGER,"
                         " format INTEGER NOT NULL, data BLOB NOT NULL,"
                         " PRIMARY KEY (outlet, hour)) WITHOUT ROWID"),
          QStringLiteral("CREATE TABLE minute_day ("
                         " outlet INTEGER NOT NULL, day INTEGER NOT NULL,"
                         " format INTEGER NOT NULL, data BLOB NOT NULL,"
                         " PRIMARY KEY (outlet, day))"),
          QStringLiteral("CREATE TABLE rollup_day ("
                         " outlet INTEGER, day INTEGER,"
                         " joules INTEGER NOT NULL, reported_ms INTEGER NOT NULL,"
                         " known_ms INTEGER NOT NULL, on_ms INTEGER NOT NULL,"
                         " estimated_mj INTEGER NOT NULL, min_mw INTEGER, max_mw INTEGER,"
                         " format INTEGER NOT NULL, quarters BLOB NOT NULL,"
                         " PRIMARY KEY (outlet, day)) WITHOUT ROWID"),
          // Days that are long past, many in one row, so that those of an outlet lie together.
          QStringLiteral("CREATE TABLE rollup_month ("
                         " outlet INTEGER NOT NULL, month INTEGER NOT NULL,"
                         " format INTEGER NOT NULL, days BLOB NOT NULL,"
                         " PRIMARY KEY (outlet, month))"),
          // Energy from files: a layer of its own beside what was measured, so that an import can
          // be taken back; never subject to the retention of raw rows.
          QStringLiteral("CREATE TABLE import ("
                         " id INTEGER PRIMARY KEY,"
                         " imported_utc_ms INTEGER NOT NULL,"
                         " file_name TEXT NOT NULL, row_count INTEGER NOT NULL)"),
          QStringLiteral("CREATE TABLE imported_energy ("
                         " outlet INTEGER NOT NULL, start_utc_ms INTEGER NOT NULL,"
                         " duration_ms INTEGER NOT NULL, joules INTEGER NOT NULL,"
                         " import INTEGER NOT NULL,"
                         " PRIMARY KEY (outlet, start_utc_ms, duration_ms)) WITHOUT ROWID"),
          QStringLiteral("CREATE INDEX imported_energy_by_import ON imported_energy (import)"),
          // How often what was not counted, by kind; whole numbers since the file began.
          QStringLiteral("CREATE TABLE history_rejected ("
                         " outlet INTEGER, kind TEXT, count INTEGER NOT NULL,"
                         " PRIMARY KEY (outlet, kind)) WITHOUT ROWID")}},
        // A large import is written in many short steps, counts from one instant on (its state) and
        // is taken back in one: 0 = being written, 1 = counts, 2 = taken back. Of rows for the same
        // time the one of the latest import counts; joules NULL = the earlier one counts no more.
        {4,
         {QStringLiteral("ALTER TABLE import ADD COLUMN state INTEGER NOT NULL DEFAULT 1"),
          QStringLiteral("ALTER TABLE imported_energy RENAME TO imported_energy_3"),
          QStringLiteral("DROP INDEX imported_energy_by_import"),
          QStringLiteral("CREATE TABLE imported_energy ("
                         " outlet INTEGER, start_utc_ms INTEGER,"
                         " duration_ms INTEGER, import INTEGER,"
                         " joules INTEGER, known_ms INTEGER NOT NULL,"
                         " PRIMARY KEY (outlet, start_utc_ms, duration_ms, import)) WITHOUT ROWID"),
          QStringLiteral("INSERT INTO imported_energy SELECT outlet, start_utc_ms, duration_ms,"
                         " import, joules, duration_ms FROM imported_energy_3"),
          QStringLiteral("DROP TABLE imported_energy_3"),
          QStringLiteral("CREATE INDEX imported_energy_by_import ON imported_energy (import)")}},
        // Reports that came many at once: safe in the file, and given their places when the rush is
        // over. A blob has those of one outlet, in the order in which they came.
        {5,
         {QStringLiteral("CREATE TABLE waiting_report (outlet, seq, data,"
                         " PRIMARY KEY (outlet, seq)) WITHOUT ROWID")}},
        // What reaches into a range of time from before it: imported rows longer than an hour
        // (kShortImportMs) are few, and found without reading all the shorter ones of a month.
        {6,
         {QStringLiteral("CREATE INDEX imported_long ON imported_energy (outlet, start_utc_ms)"
                         " WHERE duration_ms > 3600000")}},
        // What follows from rollup_month by hours, for questions over years (hour_spans.h). To make
        // room for it on the first page, the two widest of the small tables say no types any more;
        // their rows wait elsewhere, so that the page never holds both.
        {7,
         {QStringLiteral("CREATE TEMP TABLE report_6 AS SELECT * FROM recent_report"),
          QStringLiteral("DROP TABLE recent_report"),
          QStringLiteral("CREATE TABLE recent_report (outlet, end_utc_ms, ordinal, duration_ms,"
                         " joules, arrival_utc_ms,"
                         " PRIMARY KEY (outlet, end_utc_ms, ordinal)) WITHOUT ROWID"),
          QStringLiteral("INSERT INTO recent_report SELECT * FROM report_6"),
          QStringLiteral("DROP TABLE report_6"),
          QStringLiteral("CREATE TEMP TABLE state_6 AS SELECT * FROM recent_state"),
          QStringLiteral("DROP TABLE recent_state"),
          QStringLiteral("CREATE TABLE recent_state (outlet, utc_ms, ordinal, connected, relay,"
                         " cause, signal_dbm,"
                         " PRIMARY KEY (outlet, utc_ms, ordinal)) WITHOUT ROWID"),
          QStringLiteral("INSERT INTO recent_state SELECT * FROM state_6"),
          QStringLiteral("DROP TABLE state_6"),
          QStringLiteral("CREATE TABLE rollup_hours (outlet, span, format, data,"
                         " PRIMARY KEY (outlet, span)) WITHOUT ROWID")}},
    };
}

/// The same statements without blanks that only please the reader.
static QList<Migration> compact(QList<Migration> steps)
{
    for (Migration &step : steps) {
        for (QString &statement : step.statements) {
            if (!statement.startsWith(u"CREATE"))
                continue;
            statement.replace(QStringLiteral(", "), QStringLiteral(","));
            statement.replace(QStringLiteral(" ("), QStringLiteral("("));
            statement.replace(QStringLiteral("( "), QStringLiteral("("));
            statement.replace(QStringLiteral(") "), QStringLiteral(")"));
        }
    }
    return steps;
}

const QList<Migration> &migrations()
{
    static const QList<Migration> all = compact(makeMigrations());
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
