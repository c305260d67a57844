/**
 * How dispatchers share the work in PostgreSQL: what each way to claim gets sent in the time of the others, with 1 to 8 dispatchers. The other ways
 * run the same statements as the store does, but for how the lanes are taken.
 */
import { createHash } from "node:crypto"
import type { Deliveries } from "@banfa/core/port/Deliveries"
import { deliveriesIn, fromPool, type SqlConnection } from "@banfa/storage-postgres"
import * as Effect from "effect/Effect"
import pg from "pg"
import { print } from "../ratios.ts"
import { overOwnPool, poolOf, type Server, withServer } from "./server.ts"
import { multiplesOf, type Rounds, type Side, sharesOf, turns } from "./shares.ts"

/** Dispatchers at a time. */
const crowds = [1, 2, 4, 8]
/** Deliveries that are sent in a block, each in a lane of its own, and how many are claimed at once. */
const [perBlock, atOnce] = [240, 10]
/** How long a far side takes to answer, in ms: while one waits for it, others can go on. */
const sending = 2

const at = "2026-03-01T00:00:00.000Z"
const until = "2026-03-01T00:30:00.000Z"
const channel = "smtp"

type Service = Deliveries["Service"]

/** What is waited for where nothing was handed out although something is due. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

/**
 * The body of `banfa_claim` with another way to take the lanes: `lock` is run first, and `lanes` selects them. What it answers, and what it writes, is
 * the same.
 */
const claimWith = (name: string, declared: string, lock: string, lanes: string): string =>
  `CREATE FUNCTION ${name}(p_channel text, p_at text, p_until text, p_limit bigint)
RETURNS TABLE (delivery_id text, lane text, data text, not_before text, attempts bigint) LANGUAGE plpgsql AS $$
DECLARE
  free text[];
  ${declared}
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'it has to be read committed';
  END IF;
  ${lock}
  ${lanes}
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

const due = `FROM banfa_lanes l WHERE l.channel = p_channel AND l.head IS NOT NULL AND l.ready_at <= p_at
    ORDER BY l.ready_at, l.head LIMIT p_limit`

/** Ways to take lanes, by what dispatchers do at each other. */
const ways = {
  // one after the other: each waits for the claim before it
  "an advisory lock": claimWith(
    "banfa_claim_lock",
    "",
    "PERFORM pg_advisory_xact_lock(1111577158, 7);",
    `SELECT array_agg(t.lane_key) INTO free FROM (SELECT l.lane_key ${due} FOR UPDATE) t;`
  ),
  // all look at the same lanes; who comes too late for some goes without them
  "compare and set": claimWith(
    "banfa_claim_compare",
    "seen text[];",
    `SELECT array_agg(t.lane_key) INTO seen FROM (SELECT l.lane_key ${due}) t;`,
    `WITH taken AS (
    UPDATE banfa_lanes l SET ready_at = p_until WHERE l.lane_key = ANY (seen) AND l.ready_at <= p_at RETURNING l.lane_key
  ) SELECT array_agg(t.lane_key) INTO free FROM taken t;`
  )
}

/** Deliveries that claim by another function. */
const claimingBy = (connection: SqlConnection, name: string): Service =>
  deliveriesIn({
    ...connection,
    query: (sql, params) => connection.query(sql.replace("banfa_claim(", `${name}(`), params)
  })

/** Sends everything that is due over the channels of a block, with so many dispatchers; answers with how many it was handed out. */
const dispatching = async (deliveries: Service, dispatchers: number, block: string): Promise<number> => {
  let left = perBlock
  let handed = 0
  const dispatcher = async () => {
    while (left > 0) {
      const claim = deliveries.claim({ channel: `${channel}/${block}`, at, until, limit: atOnce })
      const handedOut = await Effect.runPromise(claim)
      handed += handedOut.length
      if (handedOut.length === 0) await pause()
      else {
        await new Promise((resolve) => setTimeout(resolve, sending))
        const settled = handedOut.map(({ attempt, id }) => ({ id, attempt, status: "accepted" as const, detail: {} }))
        const lost = await Effect.runPromise(deliveries.settle(settled, at))
        left -= handedOut.length - lost.length
      }
    }
  }
  await Promise.all(Array.from({ length: dispatchers }, dispatcher))
  return handed
}

/** Puts in what the blocks of a side are to send. */
const fill = async (deliveries: Service, side: string, blocks: number): Promise<void> => {
  for (let block = 0; block < blocks; block++) {
    const all = Array.from({ length: perBlock }, (_, n) => ({
      id: createHash("sha256").update(`${side}/${block}/${n}`).digest("hex"),
      channel: `${channel}/${block}`,
      lane: `${n}`,
      data: { letter: "通知".repeat(100) },
      notBefore: at
    }))
    await Effect.runPromise(deliveries.enqueue(all))
  }
}

const withTables = async ({ database }: Server): Promise<string> => {
  const url = await database()
  await (await overOwnPool(url, 1)).close()
  const client = new pg.Client(url)
  await client.connect()
  for (const sql of Object.values(ways)) await client.query(sql)
  await client.end()
  return url
}

/** All ways with so many dispatchers, each over a database of its own. */
const crowd = async (server: Server, dispatchers: number, { rounds }: Rounds): Promise<void> => {
  const open: Array<pg.Pool> = []
  const side = async (name: string, by: (connection: SqlConnection) => Service, many = dispatchers): Promise<Side> => {
    const pool = poolOf(await withTables(server), many)
    open.push(pool)
    const deliveries = by(fromPool(pool))
    await fill(deliveries, name, rounds + 1)
    return {
      name,
      block: async (n) => {
        const handed = await dispatching(deliveries, many, String(n))
        if (handed !== perBlock) throw new Error(`${name}: ${handed} were handed out instead of ${perBlock}`)
      }
    }
  }
  const sides = [
    await side("one dispatcher alone, whoever else there is", deliveriesIn, 1),
    await side("rows that are locked are passed over", deliveriesIn),
    await side("an advisory lock around each claim", (connection) => claimingBy(connection, "banfa_claim_lock")),
    await side("compare and set", (connection) => claimingBy(connection, "banfa_claim_compare"))
  ]
  const found = await turns(sides, { rounds })
  for (const pool of open) await pool.end()
  print(`PostgreSQL, dispatchers ${dispatchers}: sent in the same time`, sharesOf(found))
}

/** What waits behind the first of each lane, in the two storages whose claims are compared. */
const depths = [10, 1000]

/** Whether a claim takes longer where much waits: the same lanes, with little and with much behind their first. */
const depth = async (server: Server, { rounds }: Rounds): Promise<void> => {
  const open: Array<pg.Pool> = []
  const sides: Array<Side> = []
  for (const behind of depths) {
    const pool = poolOf(await withTables(server), 1)
    open.push(pool)
    const deliveries = deliveriesIn(fromPool(pool))
    const lanes = Array.from({ length: 100 }, (_, lane) => `${lane}`)
    for (let n = 0; n < behind; n += 10) {
      const all = lanes.flatMap((lane) =>
        Array.from({ length: 10 }, (_, i) => ({
          ...{ id: `${lane}-${n + i}`, channel, lane, data: { letter: "通知".repeat(100) }, notBefore: at }
        }))
      )
      await Effect.runPromise(deliveries.enqueue(all))
    }
    sides.push({
      name: `${behind * lanes.length} waiting in ${lanes.length} lanes`,
      // what is claimed fails, so that as many go on waiting
      block: async () => {
        for (let turn = 0; turn < 20; turn++) {
          const handedOut = await Effect.runPromise(deliveries.claim({ channel, at, until, limit: atOnce }))
          if (handedOut.length !== atOnce) throw new Error(`${handedOut.length} were handed out`)
          const failed = handedOut.map(({ attempt, id }) => ({
            ...{ id, attempt, status: "failed" as const, again: at, detail: {} }
          }))
          await Effect.runPromise(deliveries.settle(failed, at))
        }
      }
    })
  }
  const found = await turns(sides, { rounds })
  for (const pool of open) await pool.end()
  print("PostgreSQL, claiming and settling: time", multiplesOf(found))
}

/** Claims by several dispatchers, and of much that waits. */
export const deliveryClaims = (rounds: Rounds): Promise<void> =>
  withServer(async (server) => {
    for (const dispatchers of crowds) await crowd(server, dispatchers, rounds)
    await depth(server, rounds)
  })
