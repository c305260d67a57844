-- The tables of @banfa/storage-sqlite in a database of the host's, written from its migrations: do not change them here.
-- A database that is at an earlier step needs the steps after that one only, in one transaction.

CREATE TABLE banfa_migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL);

-- 1: events
CREATE TABLE banfa_events (
  position INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  event_id TEXT NOT NULL UNIQUE,
  command_id TEXT NOT NULL,
  event_type TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (stream, version)
) STRICT;
CREATE INDEX banfa_events_by_command ON banfa_events (command_id, position);
CREATE TRIGGER banfa_events_not_changed BEFORE UPDATE ON banfa_events
BEGIN SELECT raise(ABORT, 'events are not changed'); END;
CREATE TRIGGER banfa_events_not_deleted BEFORE DELETE ON banfa_events
BEGIN SELECT raise(ABORT, 'events are not deleted'); END;
INSERT INTO banfa_migrations (number, name) VALUES (1, 'events');

-- 2: events by kind
CREATE INDEX banfa_events_by_type ON banfa_events (event_type, position);
INSERT INTO banfa_migrations (number, name) VALUES (2, 'events by kind');
