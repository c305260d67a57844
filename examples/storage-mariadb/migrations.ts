import type { Migrations } from "@banfa/storage-sql"

/** An id has at most 200 UTF-16 units, which are at most 600 bytes. As bytes they are compared without collation and without padding. */
const id = "VARBINARY(600) NOT NULL"

/**
 * The tables in MariaDB, step by step. A statement that makes or changes a table ends the transaction it stands in, so a step may be found half
 * done, and each of its statements has to bear being run again.
 */
export const migrations: Migrations = {
  exists:
    "SELECT 1 AS one FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'banfa_migrations'",
  steps: [
    {
      number: 1,
      name: "events",
      statements: [
        `CREATE TABLE IF NOT EXISTS banfa_events (
  position BIGINT NOT NULL PRIMARY KEY,
  stream ${id},
  version BIGINT NOT NULL,
  event_id ${id},
  command_id ${id},
  event_type ${id},
  recorded_at VARBINARY(30) NOT NULL,
  data LONGTEXT NOT NULL,
  UNIQUE KEY banfa_events_by_stream (stream, version),
  UNIQUE KEY banfa_events_by_id (event_id),
  KEY banfa_events_by_command (command_id, position),
  KEY banfa_events_by_type (event_type, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
        `CREATE TABLE IF NOT EXISTS banfa_streams (
  stream ${id} PRIMARY KEY,
  version BIGINT NOT NULL
) ENGINE = InnoDB`,
        `CREATE TABLE IF NOT EXISTS banfa_last (
  id INTEGER NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL
) ENGINE = InnoDB`,
        "INSERT IGNORE INTO banfa_last (id, position) VALUES (1, 0)"
      ]
    }
  ]
}
