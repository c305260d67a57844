-- The tables of @banfa/storage-postgres, written from its migrations: do not change them here.
-- Run it in one transaction. A database that is at an earlier step needs the steps after that one only.

CREATE TABLE banfa_migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL);

-- 1: events
CREATE TABLE banfa_events (
  position bigint NOT NULL PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  event_id text COLLATE "C" NOT NULL,
  command_id text COLLATE "C" NOT NULL,
  event_type text COLLATE "C" NOT NULL,
  recorded_at text NOT NULL,
  data text NOT NULL,
  settled_at bigint NOT NULL
);
CREATE UNIQUE INDEX banfa_events_by_stream ON banfa_events (stream, version);
CREATE UNIQUE INDEX banfa_events_by_id ON banfa_events (event_id);
CREATE INDEX banfa_events_by_command ON banfa_events (command_id, position);
CREATE INDEX banfa_events_by_type ON banfa_events (event_type, position);
CREATE TABLE banfa_streams (
  stream text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL
) WITH (fillfactor = 50);
CREATE SEQUENCE banfa_blocks AS bigint CACHE 1;
CREATE FUNCTION banfa_not_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are neither changed nor deleted';
END
$$;
CREATE TRIGGER banfa_events_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON banfa_events
  FOR EACH STATEMENT EXECUTE FUNCTION banfa_not_changed();
CREATE FUNCTION banfa_append(
  p_command text, p_guards text[], p_expected bigint[],
  p_streams text[], p_versions bigint[], p_ids text[], p_types text[], p_instants text[], p_data text[]
) RETURNS TABLE (outcome text, subject text, holder text, number bigint) LANGUAGE plpgsql AS $$
DECLARE
  made text[];
  guard record;
  block bigint;
  own bigint;
  inner_xid bigint;
BEGIN
  -- under a snapshot that was taken before, neither guards nor horizon would mean anything
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RETURN QUERY SELECT 'isolation', current_setting('transaction_isolation'), NULL::text, NULL::bigint;
    RETURN;
  END IF;

  -- the same command waits for itself
  PERFORM pg_advisory_xact_lock(hashtextextended(p_command, 1111577158));
  IF EXISTS (SELECT FROM banfa_events e WHERE e.command_id = p_command) THEN
    RETURN QUERY SELECT 'known', NULL::text, NULL::text, NULL::bigint;
    RETURN;
  END IF;

  IF 0 = ANY (p_expected) THEN
    WITH inserted AS (
      INSERT INTO banfa_streams (stream, version)
      SELECT g.stream, 0 FROM unnest(p_guards, p_expected) AS g (stream, expected)
      WHERE g.expected = 0 ORDER BY g.stream COLLATE "C"
      ON CONFLICT DO NOTHING RETURNING stream
    )
    SELECT array_agg(i.stream) INTO made FROM inserted i;
  END IF;
  IF p_guards <@ p_streams THEN
    PERFORM FROM banfa_streams s WHERE s.stream = ANY (p_guards) ORDER BY s.stream FOR UPDATE;
  ELSE
    FOR guard IN
      SELECT g.stream, g.stream = ANY (p_streams) AS written FROM unnest(p_guards) AS g (stream)
      ORDER BY g.stream COLLATE "C"
    LOOP
      IF guard.written THEN
        PERFORM FROM banfa_streams s WHERE s.stream = guard.stream FOR UPDATE;
      ELSE
        PERFORM FROM banfa_streams s WHERE s.stream = guard.stream FOR SHARE;
      END IF;
    END LOOP;
  END IF;

  RETURN QUERY SELECT 'duplicate', e.event_id, e.command_id, NULL::bigint
    FROM unnest(p_ids) WITH ORDINALITY AS i (id, place) JOIN banfa_events e ON e.event_id = i.id ORDER BY i.place;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'moved', g.stream, NULL::text, coalesce(s.version, 0)
      FROM unnest(p_guards, p_expected) WITH ORDINALITY AS g (stream, expected, place)
      LEFT JOIN banfa_streams s ON s.stream = g.stream
      WHERE coalesce(s.version, 0) <> g.expected ORDER BY g.place;
  END IF;
  IF FOUND THEN
    DELETE FROM banfa_streams s WHERE s.stream = ANY (made) AND s.version = 0;
    RETURN;
  END IF;

  -- in this order: the lock that says after which block an append is under way, the number of the transaction, the block
  SELECT CASE WHEN b.is_called THEN b.last_value ELSE 0 END INTO block FROM banfa_blocks b;
  PERFORM pg_advisory_xact_lock_shared(1111577158, (block % 2147483648)::integer);
  own := pg_current_xact_id()::text::bigint;
  block := nextval('banfa_blocks');
  BEGIN
    -- the first write in a block with a handler gets a number of its own, from the same counter as transactions do
    WITH moved AS (
      UPDATE banfa_streams s SET version = w.version
      FROM (
        SELECT e.stream, max(e.version) AS version FROM unnest(p_streams, p_versions) AS e (stream, version)
        GROUP BY e.stream
      ) w
      WHERE s.stream = w.stream RETURNING s.xmin AS xid
    )
    SELECT min(m.xid::text::bigint) INTO inner_xid FROM moved m;
    -- rows carry the lower half of the number only
    inner_xid := own + (inner_xid - own % 4294967296 + 4294967296) % 4294967296;
    -- by id, so that appends with the same event ids do not wait for each other in a ring
    INSERT INTO banfa_events
      (position, stream, version, event_id, command_id, event_type, recorded_at, data, settled_at)
    SELECT (block - 1) * 10000 + e.place, e.stream, e.version, e.id, p_command, e.type, e.instant, e.data, inner_xid
    FROM unnest(p_streams, p_versions, p_ids, p_types, p_instants, p_data)
      WITH ORDINALITY AS e (stream, version, id, type, instant, data, place)
    ORDER BY e.id COLLATE "C";
  EXCEPTION WHEN unique_violation THEN
    -- another append has stored one of these events while this one was looking elsewhere
    RETURN QUERY SELECT 'duplicate', e.event_id, e.command_id, NULL::bigint
      FROM unnest(p_ids) WITH ORDINALITY AS i (id, place) JOIN banfa_events e ON e.event_id = i.id ORDER BY i.place;
    IF NOT FOUND THEN
      RAISE;
    END IF;
    DELETE FROM banfa_streams s WHERE s.stream = ANY (made) AND s.version = 0;
    RETURN;
  END;
  DELETE FROM banfa_streams s WHERE s.stream = ANY (made) AND s.version = 0;
  RETURN QUERY SELECT 'stored', NULL::text, NULL::text, block;
END
$$;
CREATE FUNCTION banfa_horizon() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  dealt bigint;
  before bigint;
  settled bigint;
BEGIN
  IF current_setting('transaction_isolation') = 'read committed' AND NOT pg_is_in_recovery() THEN
    SELECT CASE WHEN b.is_called THEN b.last_value ELSE 0 END INTO dealt FROM banfa_blocks b;
    -- a lock carries the lower 31 bits of the number, which is not far from the last one
    SELECT min(dealt + (l.objid::bigint - dealt % 2147483648 + 3221225472) % 2147483648 - 1073741824) INTO before
      FROM pg_locks l
      WHERE l.locktype = 'advisory' AND l.classid = 1111577158 AND l.objsubid = 2
        AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
        AND l.pid IS DISTINCT FROM pg_backend_pid();
    RETURN least(dealt, before) * 10000;
  END IF;
  SELECT e.position INTO settled FROM banfa_events e
    WHERE e.settled_at <= pg_snapshot_xmin(pg_current_snapshot())::text::bigint ORDER BY e.position DESC LIMIT 1;
  RETURN coalesce(settled, 0);
END
$$;
INSERT INTO banfa_migrations (number, name) VALUES (1, 'events');

-- 2: seals
ALTER TABLE banfa_events ADD COLUMN salt bytea, ADD COLUMN digest bytea, ADD COLUMN placed bytea;
CREATE INDEX banfa_events_not_sealed ON banfa_events (stream, version) WHERE digest IS NULL;
DROP TRIGGER banfa_events_not_changed ON banfa_events;
CREATE TRIGGER banfa_events_not_deleted BEFORE DELETE OR TRUNCATE ON banfa_events
  FOR EACH STATEMENT EXECUTE FUNCTION banfa_not_changed();
CREATE TRIGGER banfa_events_not_changed BEFORE UPDATE ON banfa_events FOR EACH ROW
  WHEN (
    coalesce(OLD.salt, OLD.digest, OLD.placed) IS NOT NULL
    OR NEW.salt IS NULL OR NEW.digest IS NULL OR NEW.placed IS NULL
    OR (NEW.position, NEW.stream, NEW.version, NEW.event_id, NEW.command_id, NEW.event_type, NEW.recorded_at, NEW.data, NEW.settled_at)
      IS DISTINCT FROM
      (OLD.position, OLD.stream, OLD.version, OLD.event_id, OLD.command_id, OLD.event_type, OLD.recorded_at, OLD.data, OLD.settled_at)
  ) EXECUTE FUNCTION banfa_not_changed();
CREATE TABLE banfa_evidence (
  one integer NOT NULL PRIMARY KEY CHECK (one = 1),
  algorithm text NOT NULL
);
CREATE TRIGGER banfa_evidence_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON banfa_evidence
  FOR EACH STATEMENT EXECUTE FUNCTION banfa_not_changed();
DROP FUNCTION banfa_append(text, text[], bigint[], text[], bigint[], text[], text[], text[], text[]);
CREATE FUNCTION banfa_placed(p_digest bytea, p_position bigint) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(
    '\x0000001e62616e66612065766964656e63652031207368612d32353620706c61636500000020'::bytea || p_digest
    || int4send(length(p_position::text)) || convert_to(p_position::text, 'UTF8')
  )
$$;
CREATE FUNCTION banfa_reserve(
  p_algorithm text, p_command text, p_guards text[], p_expected bigint[], p_priors bytea[], p_streams text[], p_ids text[]
) RETURNS TABLE (outcome text, subject text, holder text, number bigint) LANGUAGE plpgsql AS $$
DECLARE
  made text[];
  guard record;
  block bigint;
BEGIN
  -- under a snapshot that was taken before, neither guards nor horizon would mean anything
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RETURN QUERY SELECT 'isolation', current_setting('transaction_isolation'), NULL::text, NULL::bigint;
    RETURN;
  END IF;

  RETURN QUERY SELECT 'hash', e.algorithm, NULL::text, NULL::bigint FROM banfa_evidence e WHERE e.algorithm <> p_algorithm;
  IF FOUND THEN
    RETURN;
  END IF;

  -- the same command waits for itself
  PERFORM pg_advisory_xact_lock(hashtextextended(p_command, 1111577158));
  IF EXISTS (SELECT FROM banfa_events e WHERE e.command_id = p_command) THEN
    RETURN QUERY SELECT 'known', NULL::text, NULL::text, NULL::bigint;
    RETURN;
  END IF;

  IF 0 = ANY (p_expected) THEN
    WITH inserted AS (
      INSERT INTO banfa_streams (stream, version)
      SELECT g.stream, 0 FROM unnest(p_guards, p_expected) AS g (stream, expected)
      WHERE g.expected = 0 ORDER BY g.stream COLLATE "C"
      ON CONFLICT DO NOTHING RETURNING stream
    )
    SELECT array_agg(i.stream) INTO made FROM inserted i;
  END IF;
  IF p_guards <@ p_streams THEN
    PERFORM FROM banfa_streams s WHERE s.stream = ANY (p_guards) ORDER BY s.stream FOR UPDATE;
  ELSE
    FOR guard IN
      SELECT g.stream, g.stream = ANY (p_streams) AS written FROM unnest(p_guards) AS g (stream)
      ORDER BY g.stream COLLATE "C"
    LOOP
      IF guard.written THEN
        PERFORM FROM banfa_streams s WHERE s.stream = guard.stream FOR UPDATE;
      ELSE
        PERFORM FROM banfa_streams s WHERE s.stream = guard.stream FOR SHARE;
      END IF;
    END LOOP;
  END IF;

  RETURN QUERY SELECT 'duplicate', e.event_id, e.command_id, NULL::bigint
    FROM unnest(p_ids) WITH ORDINALITY AS i (id, place) JOIN banfa_events e ON e.event_id = i.id ORDER BY i.place;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'moved', g.stream, NULL::text, coalesce(s.version, 0)
      FROM unnest(p_guards, p_expected) WITH ORDINALITY AS g (stream, expected, place)
      LEFT JOIN banfa_streams s ON s.stream = g.stream
      WHERE coalesce(s.version, 0) <> g.expected ORDER BY g.place;
  END IF;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'prior', g.stream, encode(e.digest, 'hex'), NULL::bigint
      FROM unnest(p_guards, p_expected, p_priors) AS g (stream, expected, prior)
      JOIN banfa_events e ON e.stream = g.stream AND e.version = g.expected
      WHERE g.stream = ANY (p_streams) AND e.digest IS DISTINCT FROM g.prior;
  END IF;
  IF FOUND THEN
    DELETE FROM banfa_streams s WHERE s.stream = ANY (made) AND s.version = 0;
    RETURN;
  END IF;

  -- the first event of a database settles its algorithm; who comes first with another waits here
  IF NOT EXISTS (SELECT FROM banfa_evidence) THEN
    INSERT INTO banfa_evidence (one, algorithm) VALUES (1, p_algorithm) ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT 'hash', e.algorithm, NULL::text, NULL::bigint FROM banfa_evidence e WHERE e.algorithm <> p_algorithm;
    IF FOUND THEN
      DELETE FROM banfa_streams s WHERE s.stream = ANY (made) AND s.version = 0;
      RETURN;
    END IF;
  END IF;

  -- in this order: the lock that says after which block an append is under way, the number of the transaction, the block
  SELECT CASE WHEN b.is_called THEN b.last_value ELSE 0 END INTO block FROM banfa_blocks b;
  PERFORM pg_advisory_xact_lock_shared(1111577158, (block % 2147483648)::integer);
  PERFORM pg_current_xact_id();
  RETURN QUERY SELECT 'reserved', NULL::text, NULL::text, nextval('banfa_blocks');
END
$$;
CREATE FUNCTION banfa_store(
  p_block bigint, p_command text, p_guards text[], p_streams text[], p_versions bigint[], p_ids text[], p_types text[],
  p_instants text[], p_data text[], p_salts bytea[], p_digests bytea[], p_placed bytea[]
) RETURNS TABLE (outcome text, subject text, holder text, number bigint) LANGUAGE plpgsql AS $$
DECLARE
  own bigint;
  inner_xid bigint;
BEGIN
  own := pg_current_xact_id()::text::bigint;
  BEGIN
    -- the first write in a block with a handler gets a number of its own, from the same counter as transactions do
    WITH moved AS (
      UPDATE banfa_streams s SET version = w.version
      FROM (
        SELECT e.stream, max(e.version) AS version FROM unnest(p_streams, p_versions) AS e (stream, version)
        GROUP BY e.stream
      ) w
      WHERE s.stream = w.stream RETURNING s.xmin AS xid
    )
    SELECT min(m.xid::text::bigint) INTO inner_xid FROM moved m;
    -- rows carry the lower half of the number only
    inner_xid := own + (inner_xid - own % 4294967296 + 4294967296) % 4294967296;
    -- by id, so that appends with the same event ids do not wait for each other in a ring
    INSERT INTO banfa_events
      (position, stream, version, event_id, command_id, event_type, recorded_at, data, settled_at, salt, digest, placed)
    SELECT (p_block - 1) * 10000 + e.place, e.stream, e.version, e.id, p_command, e.type, e.instant, e.data, inner_xid,
      e.salt, e.digest, coalesce(e.placed, banfa_placed(e.digest, (p_block - 1) * 10000 + e.place))
    FROM unnest(p_streams, p_versions, p_ids, p_types, p_instants, p_data, p_salts, p_digests, p_placed)
      WITH ORDINALITY AS e (stream, version, id, type, instant, data, salt, digest, placed, place)
    ORDER BY e.id COLLATE "C";
  EXCEPTION WHEN unique_violation THEN
    -- another append has stored one of these events while this one was looking elsewhere
    RETURN QUERY SELECT 'duplicate', e.event_id, e.command_id, NULL::bigint
      FROM unnest(p_ids) WITH ORDINALITY AS i (id, place) JOIN banfa_events e ON e.event_id = i.id ORDER BY i.place;
    IF NOT FOUND THEN
      RAISE;
    END IF;
    DELETE FROM banfa_streams s WHERE s.stream = ANY (p_guards) AND s.version = 0;
    RETURN;
  END;
  -- whatever has no version yet was made for its guard, by this append
  DELETE FROM banfa_streams s WHERE s.stream = ANY (p_guards) AND s.version = 0;
  RETURN QUERY SELECT 'stored', NULL::text, NULL::text, p_block;
END
$$;
CREATE FUNCTION banfa_append(
  p_algorithm text, p_command text, p_guards text[], p_expected bigint[], p_priors bytea[],
  p_streams text[], p_versions bigint[], p_ids text[], p_types text[], p_instants text[], p_data text[],
  p_salts bytea[], p_digests bytea[]
) RETURNS TABLE (outcome text, subject text, holder text, number bigint) LANGUAGE plpgsql AS $$
BEGIN
  FOR outcome, subject, holder, number IN
    SELECT r.outcome, r.subject, r.holder, r.number
    FROM banfa_reserve(p_algorithm, p_command, p_guards, p_expected, p_priors, p_streams, p_ids) r
  LOOP
    IF outcome = 'reserved' THEN
      RETURN QUERY SELECT s.outcome, s.subject, s.holder, s.number
        FROM banfa_store(number, p_command, p_guards, p_streams, p_versions, p_ids, p_types, p_instants, p_data,
          p_salts, p_digests, NULL) s;
    ELSE
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;
INSERT INTO banfa_migrations (number, name) VALUES (2, 'seals');

-- 3: read side
CREATE TABLE banfa_read_side (
  one bigint NOT NULL PRIMARY KEY CHECK (one = 1),
  round bigint NOT NULL,
  cleared bigint NOT NULL
);
INSERT INTO banfa_read_side (one, round, cleared) VALUES (1, 0, 1);
CREATE TABLE banfa_missed (number bigint NOT NULL PRIMARY KEY);
INSERT INTO banfa_missed (number) SELECT 0 WHERE EXISTS (SELECT 1 FROM banfa_events);
CREATE TABLE banfa_cases (
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
);
CREATE INDEX banfa_cases_by_basis ON banfa_cases (basis);
CREATE INDEX banfa_cases_by_round ON banfa_cases (round);
CREATE INDEX banfa_cases_by_covered ON banfa_cases (covered);
CREATE INDEX banfa_cases_by_known ON banfa_cases (known);
CREATE TABLE banfa_duties (
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
);
CREATE INDEX banfa_duties_by_bearer ON banfa_duties (bearer, known_until);
CREATE INDEX banfa_duties_by_status ON banfa_duties (status, known_until);
CREATE TABLE banfa_outbox (
  place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id text COLLATE "C" NOT NULL UNIQUE,
  topic text NOT NULL,
  data text NOT NULL,
  told bigint NOT NULL DEFAULT 0
);
CREATE INDEX banfa_outbox_waiting ON banfa_outbox (place) WHERE told = 0;
CREATE FUNCTION banfa_index(p_index text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  change json;
  entry json;
  sound boolean;
BEGIN
  IF p_index IS NULL THEN
    -- once for each time that the indexes were deleted: appends do not wait for each other here
    IF NOT EXISTS (SELECT FROM banfa_missed m JOIN banfa_read_side s ON m.number = s.cleared) THEN
      INSERT INTO banfa_missed (number) SELECT s.cleared FROM banfa_read_side s ON CONFLICT DO NOTHING;
    END IF;
    RETURN false;
  END IF;

  IF (p_index::json->>'surroundings')::boolean THEN
    UPDATE banfa_read_side SET round = round + 1;
  END IF;
  FOR change IN SELECT value FROM json_array_elements(p_index::json->'cases') LOOP
    entry := change->'entry';
    INSERT INTO banfa_cases AS c
      (subject, case_id, region, basis, round, written, numbered, known, facts, earlier, covered, entered, latest)
      SELECT e.subject, e.id, e.region, e.basis, e.round, 1, e.numbered, e.known, e.facts, e.earlier, e.covered, e.entered, e.latest
      FROM json_to_record(entry) AS e (subject text, id text, region text, basis text, round bigint, numbered bigint,
        known text, facts bigint, earlier bigint, covered text, entered text, latest text)
    ON CONFLICT (subject, case_id) DO UPDATE SET region = EXCLUDED.region, basis = EXCLUDED.basis, round = EXCLUDED.round,
      written = c.written + 1, numbered = EXCLUDED.numbered, known = EXCLUDED.known, facts = EXCLUDED.facts,
      earlier = EXCLUDED.earlier, covered = EXCLUDED.covered, entered = EXCLUDED.entered, latest = EXCLUDED.latest
    RETURNING (change->>'whole')::boolean OR c.written = (entry->>'written')::bigint + 1 INTO sound;
    IF NOT sound OR (change->>'whole')::boolean THEN
      DELETE FROM banfa_duties d WHERE d.subject = entry->>'subject' AND d.case_id = entry->>'id';
    END IF;
    IF NOT sound THEN
      UPDATE banfa_cases c SET facts = -1, covered = '' WHERE c.subject = entry->>'subject' AND c.case_id = entry->>'id';
      CONTINUE;
    END IF;
    UPDATE banfa_duties d SET known_until = x.at FROM json_to_recordset(change->'closed') AS x (number bigint, at text)
      WHERE d.subject = entry->>'subject' AND d.case_id = entry->>'id' AND d.number = x.number;
    DELETE FROM banfa_duties d USING json_array_elements_text(change->'gone') AS x (number)
      WHERE d.subject = entry->>'subject' AND d.case_id = entry->>'id' AND d.number = x.number::bigint;
    INSERT INTO banfa_duties
      (subject, case_id, number, norm, instance, status, due, role, bearer, region, day_from, day_until, known_from, known_until)
      SELECT entry->>'subject', entry->>'id', x.number, x.norm, x.instance, x.status, x.due, x.role, x.bearer, x.region,
        x."from", x.until, x."knownFrom", x."knownUntil"
      FROM json_to_recordset(change->'opened') AS x (number bigint, norm text, instance text, status text, due text, role text,
        bearer text, region text, "from" text, until text, "knownFrom" text, "knownUntil" text);
  END LOOP;
  INSERT INTO banfa_outbox (message_id, topic, data)
    SELECT m.value->>'id', m.value->>'topic', m.value->>'data'
    FROM json_array_elements(p_index::json->'messages') WITH ORDINALITY AS m (value, place) ORDER BY m.place
    ON CONFLICT DO NOTHING;
  RETURN true;
END
$$;
CREATE FUNCTION banfa_index_guarded(p_guards text[], p_expected bigint[], p_index text)
RETURNS TABLE (subject text, number bigint) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM banfa_streams s WHERE s.stream = ANY (p_guards) ORDER BY s.stream FOR SHARE;
  RETURN QUERY SELECT g.stream, coalesce(s.version, 0)
    FROM unnest(p_guards, p_expected) WITH ORDINALITY AS g (stream, expected, place)
    LEFT JOIN banfa_streams s ON s.stream = g.stream
    WHERE coalesce(s.version, 0) <> g.expected ORDER BY g.place;
  IF NOT FOUND THEN
    PERFORM banfa_index(p_index);
  END IF;
END
$$;
INSERT INTO banfa_migrations (number, name) VALUES (3, 'read side');

-- 4: deliveries
CREATE TABLE banfa_lanes (
  lane_key text COLLATE "C" NOT NULL PRIMARY KEY,
  channel text COLLATE "C" NOT NULL,
  lane text COLLATE "C" NOT NULL,
  head bigint,
  ready_at text COLLATE "C"
);
CREATE INDEX banfa_lanes_ready ON banfa_lanes (channel, ready_at, head) WHERE head IS NOT NULL;
CREATE SEQUENCE banfa_places AS bigint CACHE 1;
CREATE TABLE banfa_deliveries (
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
);
CREATE UNIQUE INDEX banfa_deliveries_by_key ON banfa_deliveries (delivery_key);
CREATE INDEX banfa_deliveries_in_lane ON banfa_deliveries (lane_key, place)
  WHERE state IN ('waiting', 'claimed');
CREATE INDEX banfa_deliveries_claimed ON banfa_deliveries (lane_key) WHERE state = 'claimed';
CREATE INDEX banfa_deliveries_not_ended ON banfa_deliveries (place) WHERE state <> 'end';
CREATE TABLE banfa_delivery_receipts (
  place bigint NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  attempt bigint NOT NULL,
  status text NOT NULL,
  told_at text NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (place, number)
);
CREATE FUNCTION banfa_receipts_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'receipts are neither changed nor deleted';
END
$$;
CREATE TRIGGER banfa_receipts_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON banfa_delivery_receipts
  FOR EACH STATEMENT EXECUTE FUNCTION banfa_receipts_kept();
CREATE FUNCTION banfa_turn(p_lanes text[]) RETURNS void LANGUAGE sql AS $$
  UPDATE banfa_lanes l SET head = f.place, ready_at = f.ready_at
  FROM unnest(p_lanes) AS k (lane_key) LEFT JOIN LATERAL (
    SELECT d.place, greatest(d.ready_at, (
      SELECT max(c.ready_at) FROM banfa_deliveries c WHERE c.lane_key = k.lane_key AND c.state = 'claimed'
    )) AS ready_at
    FROM banfa_deliveries d WHERE d.lane_key = k.lane_key AND d.state IN ('waiting', 'claimed')
    ORDER BY d.place LIMIT 1
  ) f ON true
  WHERE l.lane_key = k.lane_key
$$;
CREATE FUNCTION banfa_enqueue(
  p_lanes text[], p_channels text[], p_names text[], p_keys text[], p_ids text[], p_data text[], p_instants text[]
) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
DECLARE
  missing boolean;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION '事务隔离级别为 %，须为 read committed。 The transaction is %; it has to be read committed.',
      current_setting('transaction_isolation'), current_setting('transaction_isolation');
  END IF;
  SELECT bool_or(l.lane_key IS NULL) INTO missing
    FROM unnest(p_lanes) AS k (lane_key) LEFT JOIN banfa_lanes l ON l.lane_key = k.lane_key;
  IF missing THEN
    INSERT INTO banfa_lanes (lane_key, channel, lane)
      SELECT DISTINCT ON (e.lane_key COLLATE "C") e.lane_key, e.channel, e.name
      FROM unnest(p_lanes, p_channels, p_names) AS e (lane_key, channel, name)
      ORDER BY e.lane_key COLLATE "C"
      ON CONFLICT DO NOTHING;
  END IF;
  PERFORM FROM banfa_lanes l WHERE l.lane_key = ANY (p_lanes) ORDER BY l.lane_key FOR UPDATE;
  RETURN QUERY WITH placed AS MATERIALIZED (
    SELECT nextval('banfa_places') AS place, e.* FROM (
      SELECT a.* FROM unnest(p_lanes, p_keys, p_ids, p_data, p_instants)
        WITH ORDINALITY AS a (lane_key, delivery_key, delivery_id, data, instant, n)
      ORDER BY a.n
    ) e
  ), added AS (
    INSERT INTO banfa_deliveries
      (place, delivery_key, delivery_id, lane_key, data, state, attempts, not_before, ready_at, receipts)
    SELECT p.place, p.delivery_key, p.delivery_id, p.lane_key, p.data, 'waiting', 0, p.instant, p.instant, 0
    FROM placed p ORDER BY p.delivery_key COLLATE "C"
    ON CONFLICT DO NOTHING RETURNING delivery_key
  )
  SELECT p.n FROM placed p JOIN added a ON a.delivery_key = p.delivery_key ORDER BY p.n;
  -- a lane that has a first keeps it
  PERFORM banfa_turn(array_agg(l.lane_key)) FROM banfa_lanes l WHERE l.lane_key = ANY (p_lanes) AND l.head IS NULL;
END
$$;
CREATE FUNCTION banfa_claim(p_channel text, p_at text, p_until text, p_limit bigint)
RETURNS TABLE (delivery_id text, lane text, data text, not_before text, attempts bigint) LANGUAGE plpgsql AS $$
DECLARE
  free text[];
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION '事务隔离级别为 %，须为 read committed。 The transaction is %; it has to be read committed.',
      current_setting('transaction_isolation'), current_setting('transaction_isolation');
  END IF;
  SELECT array_agg(t.lane_key) INTO free FROM (
    SELECT l.lane_key FROM banfa_lanes l
    WHERE l.channel = p_channel AND l.head IS NOT NULL AND l.ready_at <= p_at
    ORDER BY l.ready_at, l.head LIMIT p_limit FOR UPDATE SKIP LOCKED
  ) t;
  IF free IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY WITH leased AS (
    UPDATE banfa_lanes l SET ready_at = p_until WHERE l.lane_key = ANY (free) RETURNING l.lane_key, l.lane, l.head
  ), claimed AS (
    UPDATE banfa_deliveries d SET state = 'claimed', ready_at = p_until, attempts = d.attempts + 1
    FROM leased l WHERE d.place = l.head
    RETURNING l.lane_key, l.lane, d.delivery_id, d.data, d.not_before, d.attempts
  )
  SELECT c.delivery_id, c.lane, c.data, c.not_before, c.attempts
    FROM claimed c JOIN unnest(free) WITH ORDINALITY AS f (lane_key, n) ON f.lane_key = c.lane_key ORDER BY f.n;
END
$$;
CREATE FUNCTION banfa_settle(
  p_at text, p_keys text[], p_attempts bigint[], p_statuses text[], p_again text[], p_details text[]
) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
DECLARE
  lanes text[];
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION '事务隔离级别为 %，须为 read committed。 The transaction is %; it has to be read committed.',
      current_setting('transaction_isolation'), current_setting('transaction_isolation');
  END IF;
  SELECT array_agg(DISTINCT d.lane_key) INTO lanes FROM banfa_deliveries d WHERE d.delivery_key = ANY (p_keys);
  PERFORM FROM banfa_lanes l WHERE l.lane_key = ANY (lanes) ORDER BY l.lane_key FOR UPDATE;
  RETURN QUERY WITH asked AS (
    SELECT DISTINCT ON (e.delivery_key, e.attempt) e.*
    FROM unnest(p_keys, p_attempts, p_statuses, p_again, p_details)
      WITH ORDINALITY AS e (delivery_key, attempt, status, again, detail, n)
    ORDER BY e.delivery_key, e.attempt, e.n
  ), ended AS (
    UPDATE banfa_deliveries d SET
      state = CASE a.status WHEN 'failed' THEN 'waiting' WHEN 'dead' THEN 'dead' ELSE 'end' END,
      not_before = coalesce(a.again, d.not_before), ready_at = coalesce(a.again, d.ready_at), receipts = d.receipts + 1
    FROM asked a
    WHERE d.delivery_key = a.delivery_key AND d.attempts = a.attempt AND d.state = 'claimed' AND d.lane_key = ANY (lanes)
    RETURNING d.place, d.receipts, a.attempt, a.status, a.detail, a.n
  ), written AS (
    INSERT INTO banfa_delivery_receipts (place, number, attempt, status, told_at, detail)
    SELECT e.place, e.receipts, e.attempt, e.status, p_at, e.detail FROM ended e
  )
  SELECT s.n FROM generate_series(1, cardinality(p_keys)::bigint) AS s (n)
    WHERE NOT EXISTS (SELECT FROM ended e WHERE e.n = s.n) ORDER BY s.n;
  PERFORM banfa_turn(lanes);
END
$$;
CREATE FUNCTION banfa_note(p_keys text[], p_statuses text[], p_instants text[], p_details text[])
RETURNS SETOF bigint LANGUAGE plpgsql AS $$
DECLARE
  lanes text[];
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION '事务隔离级别为 %，须为 read committed。 The transaction is %; it has to be read committed.',
      current_setting('transaction_isolation'), current_setting('transaction_isolation');
  END IF;
  SELECT array_agg(DISTINCT d.lane_key) INTO lanes FROM banfa_deliveries d WHERE d.delivery_key = ANY (p_keys);
  PERFORM FROM banfa_lanes l WHERE l.lane_key = ANY (lanes) ORDER BY l.lane_key FOR UPDATE;
  RETURN QUERY WITH asked AS (
    SELECT e.*, row_number() OVER (PARTITION BY e.delivery_key ORDER BY e.n) AS nth
    FROM unnest(p_keys, p_statuses, p_instants, p_details)
      WITH ORDINALITY AS e (delivery_key, status, instant, detail, n)
  ), counted AS (
    UPDATE banfa_deliveries d SET receipts = d.receipts + c.many
    FROM (SELECT a.delivery_key, count(*) AS many FROM asked a GROUP BY a.delivery_key) c
    WHERE d.delivery_key = c.delivery_key AND d.lane_key = ANY (lanes)
    RETURNING d.place, d.delivery_key, d.receipts - c.many AS before
  ), written AS (
    INSERT INTO banfa_delivery_receipts (place, number, attempt, status, told_at, detail)
    SELECT c.place, c.before + a.nth, 0, a.status, a.instant, a.detail
    FROM asked a JOIN counted c ON c.delivery_key = a.delivery_key
  )
  SELECT a.n FROM asked a WHERE NOT EXISTS (SELECT FROM counted c WHERE c.delivery_key = a.delivery_key) ORDER BY a.n;
END
$$;
CREATE FUNCTION banfa_resend(p_at text, p_keys text[]) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
DECLARE
  lanes text[];
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION '事务隔离级别为 %，须为 read committed。 The transaction is %; it has to be read committed.',
      current_setting('transaction_isolation'), current_setting('transaction_isolation');
  END IF;
  SELECT array_agg(DISTINCT d.lane_key) INTO lanes FROM banfa_deliveries d WHERE d.delivery_key = ANY (p_keys);
  PERFORM FROM banfa_lanes l WHERE l.lane_key = ANY (lanes) ORDER BY l.lane_key FOR UPDATE;
  RETURN QUERY WITH revived AS (
    UPDATE banfa_deliveries d SET state = 'waiting', not_before = p_at, ready_at = p_at, receipts = d.receipts + 1
    WHERE d.delivery_key = ANY (p_keys) AND d.state = 'dead' AND d.lane_key = ANY (lanes)
    RETURNING d.place, d.delivery_key, d.receipts
  ), written AS (
    INSERT INTO banfa_delivery_receipts (place, number, attempt, status, told_at, detail)
    SELECT r.place, r.receipts, 0, 'resent', p_at, '{}' FROM revived r
  )
  SELECT k.n FROM unnest(p_keys) WITH ORDINALITY AS k (delivery_key, n)
    WHERE NOT EXISTS (SELECT FROM revived r WHERE r.delivery_key = k.delivery_key) ORDER BY k.n;
  PERFORM banfa_turn(lanes);
END
$$;
INSERT INTO banfa_migrations (number, name) VALUES (4, 'deliveries');
