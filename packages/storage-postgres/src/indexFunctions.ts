/**
 * Writes what an append has brought for the read side, in its transaction and after its events. Whoever writes a case holds the locks of its
 * streams, so two do not meet in its rows.
 */
export const indexFunction = `CREATE FUNCTION banfa_index(p_index text) RETURNS boolean LANGUAGE plpgsql AS $$
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
$$`

/** Writes the read side from streams that were read, if they still have these versions; answers with those that have not. */
export const indexGuardedFunction = `CREATE FUNCTION banfa_index_guarded(p_guards text[], p_expected bigint[], p_index text)
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
$$`
