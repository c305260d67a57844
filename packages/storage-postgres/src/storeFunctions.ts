/**
 * The second half of an append, in the transaction of the first: the events, at the positions of the block. The digest of each with its
 * position is handed in, or made here where the algorithm is SHA-256, which PostgreSQL has.
 */
export const storeFunction = `CREATE FUNCTION banfa_store(
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
$$`

/** The digest of a digest with a position, by SHA-256: `H(M("place", digest, position))` of decision 0017. */
export const placedFunction = `CREATE FUNCTION banfa_placed(p_digest bytea, p_position bigint) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(
    '\\x0000001e62616e66612065766964656e63652031207368612d32353620706c61636500000020'::bytea || p_digest
    || int4send(length(p_position::text)) || convert_to(p_position::text, 'UTF8')
  )
$$`

/** Both halves at once, in one statement, where the digests with the positions can be made in the database. */
export const appendFunction = `CREATE FUNCTION banfa_append(
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
$$`
