/**
 * One append as the first step had it, before there were seals. The second step takes it away: an event that it would store had none.
 */
export const appendWithoutSeals = `CREATE FUNCTION banfa_append(
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
$$`
