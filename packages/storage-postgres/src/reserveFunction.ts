/**
 * The first half of an append: everything that has to hold, and the block of positions. It answers with what it found and never raises for a
 * refusal, so that a transaction of the host's lives on, and leaves nothing of what it refused.
 *
 * Guards. The rows of the guarded streams are locked in the order of their ids, so that appends never wait for each other in a ring, the streams
 * written to against everybody, those only read against writers. A guard on a stream that is not there needs a row to lock: it is made first, and
 * taken away again unless it is written to. What follows are statements of their own, each of which sees all that was committed when it began.
 *
 * Digests. Those of the events stand on the last digest of each stream, which the writer believes to know. Whether it does is looked at while the
 * guards are held; where it does not, it is told, and comes again.
 *
 * Positions are dealt out in blocks of 10,000, from a sequence, while the guards are held: the versions of a stream rise with them. The lock before
 * the block and the number of the transaction are what readers of all events need: see `horizonFunction.ts`.
 */
export const reserveFunction = `CREATE FUNCTION banfa_reserve(
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
$$`
