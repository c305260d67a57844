/** The tables of the host. They are its own: it had them before, under whatever names. */
import type { DatabaseSync } from "node:sqlite"

/** Makes the tables, where they are not there yet. */
export const makeTables = (db: DatabaseSync): void =>
  db.exec(`
    CREATE TABLE IF NOT EXISTS users (
      id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
      password TEXT NOT NULL, left_at INTEGER
    ) STRICT;
    CREATE TABLE IF NOT EXISTS posts (
      user_id TEXT NOT NULL REFERENCES users (id), agency TEXT NOT NULL, title TEXT, offices TEXT NOT NULL,
      first_day TEXT NOT NULL, last_day TEXT, acting INTEGER NOT NULL DEFAULT 0, source TEXT
    ) STRICT;
    CREATE INDEX IF NOT EXISTS posts_of ON posts (user_id);
    CREATE TABLE IF NOT EXISTS sessions (
      token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), until INTEGER NOT NULL, ended_at INTEGER
    ) STRICT;
  `)
