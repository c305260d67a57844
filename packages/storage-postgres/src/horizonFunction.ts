/**
 * Up to which position all events may be read: whatever is committed later stands after it. A sequence alone cannot say so, because a block that
 * was dealt out first may be committed last. There are two ways to know it; where the first says nothing the second does.
 *
 * *By the locks.* Before its block an append reads the last block that was dealt out, L, and takes a shared lock under that number; it holds the
 * lock until its transaction has ended, which is when others see it. Its own block is greater than L. So a reader first reads the last block that
 * was dealt out, D, and then which locks are held: nothing that is under way has a block up to the smallest of D and of those L. For whoever
 * had one of these blocks was dealt it before D was read, and took its lock before that; if the lock is still held, its L would be among them
 * and its block greater; if not, it has ended. Here nobody but appends that are under way keeps a reader waiting. It says nothing on a replica,
 * where there are no locks, and nothing to a transaction that reads by an older snapshot.
 *
 * *By the snapshot.* Let W be an append that can be seen, and V one with a smaller block. V had the number of its transaction before it was dealt
 * its block (`pg_current_xact_id`), that was before W was dealt its own, and after that W's inner block got its number from the same counter: that
 * is the `settled_at` of W's events, so V's number is smaller. When no transaction with a smaller number than W's `settled_at` is running
 * (`pg_snapshot_xmin`), V has ended, and whatever it has committed can be seen. The upper end of W's own snapshot (`pg_snapshot_xmax`) would not
 * do in the place of `settled_at`: it is the number after the last transaction that has *ended*, and V can have a greater one and still be running.
 *
 * Both hold whether the two halves of an append, `banfa_reserve` and `banfa_store`, are run by one statement or by two of one transaction: the lock,
 * the number and the block are taken by the first half, in this order and while the guards are held, and the inner block is in the second.
 *
 * In both cases the page that is read afterwards is read by a snapshot that is not older than the one it was found out by.
 */
export const horizonFunction = `CREATE FUNCTION banfa_horizon() RETURNS bigint LANGUAGE plpgsql AS $$
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
$$`
