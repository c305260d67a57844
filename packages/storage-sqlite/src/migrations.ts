import { type Migrations, scriptOf } from "@banfa/storage-sql"

/** The tables in SQLite, step by step. */
export const migrations: Migrations = {
  exists: "SELECT 1 AS one FROM sqlite_schema WHERE type = 'table' AND name = 'banfa_migrations'",
  steps: [
    {
      number: 1,
      name: "events",
      statements: [
        `CREATE TABLE banfa_events (
  position INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  event_id TEXT NOT NULL UNIQUE,
  command_id TEXT NOT NULL,
  event_type TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (stream, version)
) STRICT`,
        "CREATE INDEX banfa_events_by_command ON banfa_events (command_id, position)",
        `CREATE TRIGGER banfa_events_not_changed BEFORE UPDATE ON banfa_events
BEGIN SELECT raise(ABORT, 'events are not changed'); END`,
        `CREATE TRIGGER banfa_events_not_deleted BEFORE DELETE ON banfa_events
BEGIN SELECT raise(ABORT, 'events are not deleted'); END`
      ]
    },
    {
      number: 2,
      name: "events by kind",
      statements: ["CREATE INDEX banfa_events_by_type ON banfa_events (event_type, position)"]
    },
    {
      number: 3,
      name: "seals",
      statements: [
        "ALTER TABLE banfa_events ADD COLUMN salt BLOB",
        "ALTER TABLE banfa_events ADD COLUMN digest BLOB",
        "ALTER TABLE banfa_events ADD COLUMN placed BLOB",
        "CREATE INDEX banfa_events_not_sealed ON banfa_events (stream, version) WHERE digest IS NULL",
        "DROP TRIGGER banfa_events_not_changed",
        // a seal that is not there may be filled in, whole and once
        `CREATE TRIGGER banfa_events_not_changed BEFORE UPDATE ON banfa_events
WHEN coalesce(OLD.salt, OLD.digest, OLD.placed) IS NOT NULL
  OR NEW.salt IS NULL OR NEW.digest IS NULL OR NEW.placed IS NULL
  OR (NEW.position, NEW.stream, NEW.version, NEW.event_id, NEW.command_id, NEW.event_type, NEW.recorded_at, NEW.data)
    IS NOT (OLD.position, OLD.stream, OLD.version, OLD.event_id, OLD.command_id, OLD.event_type, OLD.recorded_at, OLD.data)
BEGIN SELECT raise(ABORT, 'events are not changed'); END`,
        `CREATE TABLE banfa_evidence (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  algorithm TEXT NOT NULL
) STRICT`,
        `CREATE TRIGGER banfa_evidence_not_changed BEFORE UPDATE ON banfa_evidence
BEGIN SELECT raise(ABORT, 'the algorithm is not changed'); END`,
        `CREATE TRIGGER banfa_evidence_not_deleted BEFORE DELETE ON banfa_evidence
BEGIN SELECT raise(ABORT, 'the algorithm is not changed'); END`
      ]
    },
    {
      number: 4,
      name: "read side",
      statements: [
        `CREATE TABLE banfa_read_side (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  round INTEGER NOT NULL,
  cleared INTEGER NOT NULL
) STRICT`,
        "INSERT INTO banfa_read_side (one, round, cleared) VALUES (1, 0, 1)",
        "CREATE TABLE banfa_missed (number INTEGER NOT NULL PRIMARY KEY) STRICT",
        // what was appended before is not in the indexes
        "INSERT INTO banfa_missed (number) SELECT 0 WHERE EXISTS (SELECT 1 FROM banfa_events)",
        `CREATE TABLE banfa_cases (
  subject TEXT NOT NULL,
  case_id TEXT NOT NULL,
  region TEXT NOT NULL,
  basis TEXT NOT NULL,
  round INTEGER NOT NULL,
  written INTEGER NOT NULL,
  numbered INTEGER NOT NULL,
  known TEXT NOT NULL,
  facts INTEGER NOT NULL,
  earlier INTEGER NOT NULL,
  covered TEXT NOT NULL,
  entered TEXT NOT NULL,
  latest TEXT NOT NULL,
  PRIMARY KEY (subject, case_id)
) STRICT`,
        "CREATE INDEX banfa_cases_by_basis ON banfa_cases (basis)",
        "CREATE INDEX banfa_cases_by_round ON banfa_cases (round)",
        "CREATE INDEX banfa_cases_by_covered ON banfa_cases (covered)",
        "CREATE INDEX banfa_cases_by_known ON banfa_cases (known)",
        `CREATE TABLE banfa_duties (
  subject TEXT NOT NULL,
  case_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  norm TEXT NOT NULL,
  instance TEXT NOT NULL,
  status TEXT NOT NULL,
  due TEXT NOT NULL,
  role TEXT NOT NULL,
  bearer TEXT NOT NULL,
  region TEXT NOT NULL,
  day_from TEXT NOT NULL,
  day_until TEXT NOT NULL,
  known_from TEXT NOT NULL,
  known_until TEXT NOT NULL,
  PRIMARY KEY (subject, case_id, number)
) STRICT`,
        "CREATE INDEX banfa_duties_by_bearer ON banfa_duties (bearer, known_until)",
        "CREATE INDEX banfa_duties_by_status ON banfa_duties (status, known_until)",
        `CREATE TABLE banfa_outbox (
  place INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE,
  topic TEXT NOT NULL,
  data TEXT NOT NULL,
  told INTEGER NOT NULL DEFAULT 0
) STRICT`,
        "CREATE INDEX banfa_outbox_waiting ON banfa_outbox (place) WHERE told = 0"
      ]
    },
    {
      number: 5,
      name: "deliveries",
      statements: [
        `CREATE TABLE banfa_lanes (
  lane_key TEXT NOT NULL PRIMARY KEY,
  channel TEXT NOT NULL,
  lane TEXT NOT NULL,
  head INTEGER,
  ready_at TEXT
) STRICT`,
        "CREATE INDEX banfa_lanes_ready ON banfa_lanes (channel, ready_at, head) WHERE head IS NOT NULL",
        `CREATE TABLE banfa_deliveries (
  place INTEGER PRIMARY KEY,
  delivery_key TEXT NOT NULL UNIQUE,
  delivery_id TEXT NOT NULL,
  lane_key TEXT NOT NULL,
  data TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'end', 'dead')),
  attempts INTEGER NOT NULL,
  not_before TEXT NOT NULL,
  ready_at TEXT NOT NULL,
  receipts INTEGER NOT NULL
) STRICT`,
        `CREATE INDEX banfa_deliveries_in_lane ON banfa_deliveries (lane_key, place)
  WHERE state IN ('waiting', 'claimed')`,
        "CREATE INDEX banfa_deliveries_claimed ON banfa_deliveries (lane_key) WHERE state = 'claimed'",
        "CREATE INDEX banfa_deliveries_not_ended ON banfa_deliveries (place) WHERE state <> 'end'",
        `CREATE TABLE banfa_delivery_receipts (
  place INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  attempt INTEGER NOT NULL,
  status TEXT NOT NULL,
  told_at TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (place, number)
) STRICT`,
        `CREATE TRIGGER banfa_receipts_not_changed BEFORE UPDATE ON banfa_delivery_receipts
BEGIN SELECT raise(ABORT, 'receipts are not changed'); END`,
        `CREATE TRIGGER banfa_receipts_not_deleted BEFORE DELETE ON banfa_delivery_receipts
BEGIN SELECT raise(ABORT, 'receipts are not deleted'); END`
      ]
    }
  ]
}

/** What makes of the tables of a file in format 1 those of the first step: they stood alone in their file and had no prefix. */
export const fromFormat1 = `
  DROP TRIGGER events_are_not_changed;
  DROP TRIGGER events_are_not_deleted;
  DROP INDEX events_by_command;
  ALTER TABLE events RENAME TO banfa_events;
  CREATE INDEX banfa_events_by_command ON banfa_events (command_id, position);
  CREATE TRIGGER banfa_events_not_changed BEFORE UPDATE ON banfa_events
    BEGIN SELECT raise(ABORT, 'events are not changed'); END;
  CREATE TRIGGER banfa_events_not_deleted BEFORE DELETE ON banfa_events
    BEGIN SELECT raise(ABORT, 'events are not deleted'); END;
  CREATE TABLE banfa_migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL);
  INSERT INTO banfa_migrations (number, name) VALUES (1, 'events');
`

/** All steps as a script, for a database of the host's that is migrated by hand. */
export const script = scriptOf(
  migrations,
  `-- The tables of @banfa/storage-sqlite in a database of the host's, written from its migrations: do not change them here.
-- A database that is at an earlier step needs the steps after that one only, in one transaction.`
)
