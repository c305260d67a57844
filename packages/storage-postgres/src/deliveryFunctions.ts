/**
 * Deliveries in PostgreSQL, each operation one statement.
 *
 * Lanes. A lane is a row, and its lock is the right to change anything in it: put in, hand out, settle, note, send again. Whoever needs several lanes
 * takes them in the order of their keys, so nobody waits for another in a ring; whoever claims passes over those that are locked and waits for
 * nobody. The row says which of its deliveries is the first that is neither at its end nor dead, and when that can be handed out, so a claim reads
 * as many rows as it hands out, however many wait behind them. What follows the locks are statements of their own, each of which sees all that was
 * committed before.
 *
 * Places are dealt out while the lane is held, so that they rise within a lane as its deliveries are put in.
 *
 * By a snapshot that was taken before the locks, one would be pointed at as the first that is not, or none; so such a transaction is refused.
 */

/** Refuses a transaction that reads by one snapshot. */
const readCommitted = `IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION '事务隔离级别为 %，须为 read committed。 The transaction is %; it has to be read committed.',
      current_setting('transaction_isolation'), current_setting('transaction_isolation');
  END IF;`

/** The lanes of what is asked about, locked. */
const lockLanes = `${readCommitted}
  SELECT array_agg(DISTINCT d.lane_key) INTO lanes FROM banfa_deliveries d WHERE d.delivery_key = ANY (p_keys);
  PERFORM FROM banfa_lanes l WHERE l.lane_key = ANY (lanes) ORDER BY l.lane_key FOR UPDATE;`

/** Points lanes at the first that is neither at its end nor dead, and at when that can be handed out: not while another of the lane is under way. */
export const turnFunction = `CREATE FUNCTION banfa_turn(p_lanes text[]) RETURNS void LANGUAGE sql AS $$
  UPDATE banfa_lanes l SET head = f.place, ready_at = f.ready_at
  FROM unnest(p_lanes) AS k (lane_key) LEFT JOIN LATERAL (
    SELECT d.place, greatest(d.ready_at, (
      SELECT max(c.ready_at) FROM banfa_deliveries c WHERE c.lane_key = k.lane_key AND c.state = 'claimed'
    )) AS ready_at
    FROM banfa_deliveries d WHERE d.lane_key = k.lane_key AND d.state IN ('waiting', 'claimed')
    ORDER BY d.place LIMIT 1
  ) f ON true
  WHERE l.lane_key = k.lane_key
$$`

/** Puts deliveries in, and answers which of them were not there. Ids are put in in the order of their keys, so that nobody waits in a ring for those either. */
export const enqueueFunction = `CREATE FUNCTION banfa_enqueue(
  p_lanes text[], p_channels text[], p_names text[], p_keys text[], p_ids text[], p_data text[], p_instants text[]
) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
DECLARE
  missing boolean;
BEGIN
  ${readCommitted}
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
$$`

/** Hands out the first of each lane that is due and that nobody else is at. */
export const claimFunction = `CREATE FUNCTION banfa_claim(p_channel text, p_at text, p_until text, p_limit bigint)
RETURNS TABLE (delivery_id text, lane text, data text, not_before text, attempts bigint) LANGUAGE plpgsql AS $$
DECLARE
  free text[];
BEGIN
  ${readCommitted}
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
$$`

/** Ends attempts with their receipts, and answers which were lost. Of two that end the same attempt in one call the first does. */
export const settleFunction = `CREATE FUNCTION banfa_settle(
  p_at text, p_keys text[], p_attempts bigint[], p_statuses text[], p_again text[], p_details text[]
) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
DECLARE
  lanes text[];
BEGIN
  ${lockLanes}
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
$$`

/** Adds receipts, and answers which are of deliveries that are not there. */
export const noteFunction = `CREATE FUNCTION banfa_note(p_keys text[], p_statuses text[], p_instants text[], p_details text[])
RETURNS SETOF bigint LANGUAGE plpgsql AS $$
DECLARE
  lanes text[];
BEGIN
  ${lockLanes}
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
$$`

/** Sends dead ones again from an instant on, with a receipt that says so, and answers which are not dead. */
export const resendFunction = `CREATE FUNCTION banfa_resend(p_at text, p_keys text[]) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
DECLARE
  lanes text[];
BEGIN
  ${lockLanes}
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
$$`
