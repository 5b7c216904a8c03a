-- SPDX-FileCopyrightText: The Outlet developers
-- SPDX-License-Identifier: MIT
--
-- A data folder's outlet.sqlite as an early program wrote it (schema 4): an outlet, a price, a reading, and
-- 0.5 kWh imported for 2024-10-01 UTC. For packaging/linux/test-packages.sh:  sqlite3 outlet.sqlite <schema-4.sql
PRAGMA application_id = 1330924628;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE outlet(id TEXT PRIMARY KEY NOT NULL,decision TEXT NOT NULL CHECK(decision IN('new','known','ignored')),name TEXT NOT NULL DEFAULT '',room TEXT NOT NULL DEFAULT '',icon TEXT NOT NULL DEFAULT '',position INTEGER NOT NULL DEFAULT 0,firmware TEXT NOT NULL DEFAULT '',address TEXT NOT NULL DEFAULT '',first_seen_utc_ms INTEGER,last_seen_utc_ms INTEGER,decided_utc_ms INTEGER, model_key TEXT NOT NULL DEFAULT '', rating_current_amps INTEGER, rating_nominal_volts INTEGER, chart_color INTEGER NOT NULL DEFAULT 0, keep_on INTEGER NOT NULL DEFAULT 0, standby_below_watts REAL NOT NULL DEFAULT 10, warn_above_watts REAL, countdown_due_utc_ms INTEGER, countdown_turn_on INTEGER, encrypted INTEGER);
INSERT INTO outlet VALUES('70cec909-7e6c-470d-ba43-b3e46f948f7d','known','Freezer','','',0,'1.89','127.0.0.1',1795701542974,1795701543225,1795701542974,'',NULL,NULL,0,0,10.0,NULL,NULL,NULL,0);
CREATE TABLE setting(key TEXT PRIMARY KEY NOT NULL,type TEXT NOT NULL CHECK(type IN('text','integer','real','bool')),value NOT NULL);
INSERT INTO setting VALUES('historyCheckedUtcMs','integer',1795701542361);
INSERT INTO setting VALUES('tariff','text','{"billingDay":1,"currency":"EUR","plans":[{"name":"","periods":[{"name":"","pricePerKwh":0.25}],"validFrom":"2026-11-26"}],"version":1}');
CREATE TABLE history_outlet(key INTEGER PRIMARY KEY,outlet_id TEXT NOT NULL UNIQUE);
INSERT INTO history_outlet VALUES(1,'70cec909-7e6c-470d-ba43-b3e46f948f7d');
CREATE TABLE recording(id INTEGER PRIMARY KEY,start_utc_ms INTEGER NOT NULL,end_utc_ms INTEGER NOT NULL);
INSERT INTO recording VALUES(1,1795701542361,1795701556842);
CREATE TABLE recent_report(outlet INTEGER,end_utc_ms INTEGER,ordinal INTEGER,duration_ms INTEGER NOT NULL,joules INTEGER NOT NULL,arrival_utc_ms INTEGER NOT NULL,PRIMARY KEY(outlet,end_utc_ms,ordinal))WITHOUT ROWID;
CREATE TABLE recent_reading(outlet INTEGER,utc_ms INTEGER,milliwatts INTEGER,decivolts INTEGER,PRIMARY KEY(outlet,utc_ms))WITHOUT ROWID;
INSERT INTO recent_reading VALUES(1,1795701543225,1102,1200);
CREATE TABLE recent_state(outlet INTEGER,utc_ms INTEGER,ordinal INTEGER,connected INTEGER NOT NULL,relay INTEGER,cause INTEGER NOT NULL,signal_dbm INTEGER,PRIMARY KEY(outlet,utc_ms,ordinal))WITHOUT ROWID;
INSERT INTO recent_state VALUES(1,1795701542974,0,0,NULL,5,NULL);
INSERT INTO recent_state VALUES(1,1795701542974,1,0,1,0,NULL);
INSERT INTO recent_state VALUES(1,1795701542974,2,1,1,4,NULL);
INSERT INTO recent_state VALUES(1,1795701556842,0,0,1,4,NULL);
CREATE TABLE raw_hour(outlet INTEGER,hour INTEGER,format INTEGER NOT NULL,data BLOB NOT NULL,PRIMARY KEY(outlet,hour))WITHOUT ROWID;
CREATE TABLE minute_day(outlet INTEGER NOT NULL,day INTEGER NOT NULL,format INTEGER NOT NULL,data BLOB NOT NULL,PRIMARY KEY(outlet,day));
CREATE TABLE rollup_day(outlet INTEGER,day INTEGER,joules INTEGER NOT NULL,reported_ms INTEGER NOT NULL,known_ms INTEGER NOT NULL,on_ms INTEGER NOT NULL,estimated_mj INTEGER NOT NULL,min_mw INTEGER,max_mw INTEGER,format INTEGER NOT NULL,quarters BLOB NOT NULL,PRIMARY KEY(outlet,day))WITHOUT ROWID;
CREATE TABLE rollup_month(outlet INTEGER NOT NULL,month INTEGER NOT NULL,format INTEGER NOT NULL,days BLOB NOT NULL,PRIMARY KEY(outlet,month));
CREATE TABLE import(id INTEGER PRIMARY KEY,imported_utc_ms INTEGER NOT NULL,file_name TEXT NOT NULL,row_count INTEGER NOT NULL, state INTEGER NOT NULL DEFAULT 1);
CREATE TABLE history_rejected(outlet INTEGER,kind TEXT,count INTEGER NOT NULL,PRIMARY KEY(outlet,kind))WITHOUT ROWID;
CREATE TABLE imported_energy(outlet INTEGER,start_utc_ms INTEGER,duration_ms INTEGER,import INTEGER,joules INTEGER,known_ms INTEGER NOT NULL,PRIMARY KEY(outlet,start_utc_ms,duration_ms,import))WITHOUT ROWID;
CREATE INDEX imported_energy_by_import ON imported_energy(import);
INSERT INTO import VALUES(1,1795701550000,'energy.csv',1,1);
INSERT INTO imported_energy VALUES(1,1727740800000,86400000,1,1800000,86400000);
COMMIT;
