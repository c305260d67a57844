import { type Migrations, scriptOf } from "@banfa/storage-sql"
import { appendWithoutSeals } from "./appendWithoutSeals.ts"
import {
  claimFunction,
  enqueueFunction,
  noteFunction,
  resendFunction,
  settleFunction,
  turnFunction
} from "./deliveryFunctions.ts"
import { horizonFunction } from "./horizonFunction.ts"
import { indexFunction, indexGuardedFunction } from "./indexFunctions.ts"
import { reserveFunction } from "./reserveFunction.ts"
import { appendFunction, placedFunction, storeFunction } from "./storeFunctions.ts"

/** The tables in PostgreSQL, step by step. */
export const migrations: Migrations = {
  // read from the catalogue: to_regclass may still answer as it did before the lock was waited for
  exists: `SELECT 1 AS one FROM pg_catalog.pg_tables
    WHERE tablename = 'banfa_migrations' AND schemaname = ANY (current_schemas(false))`,
  // to the end of the transaction; the number is "BANF" in ASCII
  lock: "SELECT pg_advisory_xact_lock(1111577158)",
  steps: [
    {
      number: 1,
      name: "events",
      statements: [
        `CREATE TABLE banfa_events (
  position bigint NOT NULL PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  event_id text COLLATE "C" NOT NULL,
  command_id text COLLATE "C" NOT NULL,
  event_type text COLLATE "C" NOT NULL,
  recorded_at text NOT NULL,
  data text NOT NULL,
  settled_at bigint NOT NULL
)`,
        "CREATE UNIQUE INDEX banfa_events_by_stream ON banfa_events (stream, version)",
        "CREATE UNIQUE INDEX banfa_events_by_id ON banfa_events (event_id)",
        "CREATE INDEX banfa_events_by_command ON banfa_events (command_id, position)",
        "CREATE INDEX banfa_events_by_type ON banfa_events (event_type, position)",
        `CREATE TABLE banfa_streams (
  stream text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL
) WITH (fillfactor = 50)`,
        "CREATE SEQUENCE banfa_blocks AS bigint CACHE 1",
        `CREATE FUNCTION banfa_not_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are neither changed nor deleted';
END
$$`,
        `CREATE TRIGGER banfa_events_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON banfa_events
  FOR EACH STATEMENT EXECUTE FUNCTION banfa_not_changed()`,
        appendWithoutSeals,
        horizonFunction
      ]
    },
    {
      number: 2,
      name: "seals",
      statements: [
        "ALTER TABLE banfa_events ADD COLUMN salt bytea, ADD COLUMN digest bytea, ADD COLUMN placed bytea",
        "CREATE INDEX banfa_events_not_sealed ON banfa_events (stream, version) WHERE digest IS NULL",
        "DROP TRIGGER banfa_events_not_changed ON banfa_events",
        `CREATE TRIGGER banfa_events_not_deleted BEFORE DELETE OR TRUNCATE ON banfa_events
  FOR EACH STATEMENT EXECUTE FUNCTION banfa_not_changed()`,
        // a seal that is not there may be filled in, whole and once
        `CREATE TRIGGER banfa_events_not_changed BEFORE UPDATE ON banfa_events FOR EACH ROW
  WHEN (
    coalesce(OLD.salt, OLD.digest, OLD.placed) IS NOT NULL
    OR NEW.salt IS NULL OR NEW.digest IS NULL OR NEW.placed IS NULL
    OR (NEW.position, NEW.stream, NEW.version, NEW.event_id, NEW.command_id, NEW.event_type, NEW.recorded_at, NEW.data, NEW.settled_at)
      IS DISTINCT FROM
      (OLD.position, OLD.stream, OLD.version, OLD.event_id, OLD.command_id, OLD.event_type, OLD.recorded_at, OLD.data, OLD.settled_at)
  ) EXECUTE FUNCTION banfa_not_changed()`,
        `CREATE TABLE banfa_evidence (
  one integer NOT NULL PRIMARY KEY CHECK (one = 1),
  algorithm text NOT NULL
)`,
        `CREATE TRIGGER banfa_evidence_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON banfa_evidence
  FOR EACH STATEMENT EXECUTE FUNCTION banfa_not_changed()`,
        "DROP FUNCTION banfa_append(text, text[], bigint[], text[], bigint[], text[], text[], text[], text[])",
        placedFunction,
        reserveFunction,
        storeFunction,
        appendFunction
      ]
    },
    {
      number: 3,
      name: "read side",
      statements: [
        `CREATE TABLE banfa_read_side (
  one bigint NOT NULL PRIMARY KEY CHECK (one = 1),
  round bigint NOT NULL,
  cleared bigint NOT NULL
)`,
        "INSERT INTO banfa_read_side (one, round, cleared) VALUES (1, 0, 1)",
        "CREATE TABLE banfa_missed (number bigint NOT NULL PRIMARY KEY)",
        // what was appended before is not in the indexes
        "INSERT INTO banfa_missed (number) SELECT 0 WHERE EXISTS (SELECT 1 FROM banfa_events)",
        `CREATE TABLE banfa_cases (
  subject text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  region text COLLATE "C" NOT NULL,
  basis text COLLATE "C" NOT NULL,
  round bigint NOT NULL,
  written bigint NOT NULL,
  numbered bigint NOT NULL,
  known text COLLATE "C" NOT NULL,
  facts bigint NOT NULL,
  earlier bigint NOT NULL,
  covered text COLLATE "C" NOT NULL,
  entered text COLLATE "C" NOT NULL,
  latest text COLLATE "C" NOT NULL,
  PRIMARY KEY (subject, case_id)
)`,
        "CREATE INDEX banfa_cases_by_basis ON banfa_cases (basis)",
        "CREATE INDEX banfa_cases_by_round ON banfa_cases (round)",
        "CREATE INDEX banfa_cases_by_covered ON banfa_cases (covered)",
        "CREATE INDEX banfa_cases_by_known ON banfa_cases (known)",
        `CREATE TABLE banfa_duties (
  subject text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  norm text COLLATE "C" NOT NULL,
  instance text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  due text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  bearer text COLLATE "C" NOT NULL,
  region text COLLATE "C" NOT NULL,
  day_from text COLLATE "C" NOT NULL,
  day_until text COLLATE "C" NOT NULL,
  known_from text COLLATE "C" NOT NULL,
  known_until text COLLATE "C" NOT NULL,
  PRIMARY KEY (subject, case_id, number)
)`,
        "CREATE INDEX banfa_duties_by_bearer ON banfa_duties (bearer, known_until)",
        "CREATE INDEX banfa_duties_by_status ON banfa_duties (status, known_until)",
        `CREATE TABLE banfa_outbox (
  place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id text COLLATE "C" NOT NULL UNIQUE,
  topic text NOT NULL,
  data text NOT NULL,
  told bigint NOT NULL DEFAULT 0
)`,
        "CREATE INDEX banfa_outbox_waiting ON banfa_outbox (place) WHERE told = 0",
        indexFunction,
        indexGuardedFunction
      ]
    },
    {
      number: 4,
      name: "deliveries",
      statements: [
        `CREATE TABLE banfa_lanes (
  lane_key text COLLATE "C" NOT NULL PRIMARY KEY,
  channel text COLLATE "C" NOT NULL,
  lane text COLLATE "C" NOT NULL,
  head bigint,
  ready_at text COLLATE "C"
)`,
        "CREATE INDEX banfa_lanes_ready ON banfa_lanes (channel, ready_at, head) WHERE head IS NOT NULL",
        "CREATE SEQUENCE banfa_places AS bigint CACHE 1",
        `CREATE TABLE banfa_deliveries (
  place bigint NOT NULL PRIMARY KEY,
  delivery_key text COLLATE "C" NOT NULL,
  delivery_id text COLLATE "C" NOT NULL,
  lane_key text COLLATE "C" NOT NULL,
  data text NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'claimed', 'end', 'dead')),
  attempts bigint NOT NULL,
  not_before text COLLATE "C" NOT NULL,
  ready_at text COLLATE "C" NOT NULL,
  receipts bigint NOT NULL
)`,
        "CREATE UNIQUE INDEX banfa_deliveries_by_key ON banfa_deliveries (delivery_key)",
        `CREATE INDEX banfa_deliveries_in_lane ON banfa_deliveries (lane_key, place)
  WHERE state IN ('waiting', 'claimed')`,
        "CREATE INDEX banfa_deliveries_claimed ON banfa_deliveries (lane_key) WHERE state = 'claimed'",
        "CREATE INDEX banfa_deliveries_not_ended ON banfa_deliveries (place) WHERE state <> 'end'",
        `CREATE TABLE banfa_delivery_receipts (
  place bigint NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  attempt bigint NOT NULL,
  status text NOT NULL,
  told_at text NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (place, number)
)`,
        `CREATE FUNCTION banfa_receipts_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'receipts are neither changed nor deleted';
END
$$`,
        `CREATE TRIGGER banfa_receipts_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON banfa_delivery_receipts
  FOR EACH STATEMENT EXECUTE FUNCTION banfa_receipts_kept()`,
        turnFunction,
        enqueueFunction,
        claimFunction,
        settleFunction,
        noteFunction,
        resendFunction
      ]
    }
  ]
}

/** All steps as a script, for a database that is migrated by hand. */
export const script = scriptOf(
  migrations,
  `-- The tables of @banfa/storage-postgres, written from its migrations: do not change them here.
-- Run it in one transaction. A database that is at an earlier step needs the steps after that one only.`
)
