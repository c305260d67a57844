import { spawnSync } from "node:child_process"
import { generateKeyPairSync, sign } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { checkpointOf, type SealedRow, signed } from "@banfa/core/evidence"
import { afterAll, describe, expect, test } from "vitest"
import { event, headsOf, sealed, sha256, sm3 } from "./sample.ts"

const script = resolve(import.meta.dirname, "../../../../scripts/verify.mjs")
const dir = mkdtempSync(join(tmpdir(), "banfa-reader-"))
afterAll(() => rmSync(dir, { recursive: true }))

const history = [
  event("project/项目😀", 1, 1, `{"":"","__proto__":true,"意见":"同意","金额":"100.00"}`),
  event("project/P2", 1, 2, `{"text":"a\\u0000b\\ufffd"}`.replace("\\ufffd", "\ufffd")),
  event("project/项目😀", 2, 5, "{}"),
  event("cases/planning", 1, 6, `{"list":[[1,{"a":null}],1e+21]}`),
  event("project/P2", 2, 10, `{"\uFEFF":"\uFEFF"}`)
]

let files = 0
/** A file with a table of these rows, changed by some SQL. */
const fileOf = (rows: ReadonlyArray<SealedRow>, change = "", table = "events"): string => {
  const file = join(dir, `${++files}.sqlite`)
  const db = new DatabaseSync(file)
  db.exec(`CREATE TABLE ${table} (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL,
    event_id TEXT NOT NULL, command_id TEXT NOT NULL, event_type TEXT NOT NULL, recorded_at TEXT NOT NULL, data TEXT NOT NULL,
    salt BLOB NOT NULL, digest BLOB NOT NULL, placed BLOB NOT NULL) STRICT`)
  const insert = db.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  for (const { command, digest, id, json, placed, position, recordedAt, salt, stream, type, version } of rows) {
    insert.run(position, stream, version, id, command, type, recordedAt, json, salt, digest, placed)
  }
  db.exec(change)
  db.close()
  return file
}

const run = (...args: ReadonlyArray<string>) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [
    "--disable-warning=ExperimentalWarning",
    script,
    ...args
  ])
  return { status, said: `${stdout}${stderr}`.trimEnd().split("\n") }
}

test("it is one file of fewer than 150 lines and uses nothing but Node, and for a connection to PostgreSQL pg", () => {
  const text = readFileSync(script, "utf8")
  expect(text.split("\n").length).toBeLessThan(150)
  expect([...text.matchAll(/from "(.*?)"/g)].every(([, name]) => name?.startsWith("node:"))).toBe(true)
  expect([...text.matchAll(/(?:require|createRequire\(.*?\)|import)\("(.*?)"\)/g)].map(([, name]) => name)).toEqual([
    "pg"
  ])
})

test("it finds nothing in what nobody touched, by either algorithm and in either table", () => {
  const nothing = { status: 0, said: ["5 个事件 events, 3 个事件流 streams, 0 处不符 findings"] }
  expect(run(fileOf(sealed(history)))).toEqual(nothing)
  expect(run(fileOf(sealed(history), "", "banfa_events"))).toEqual(nothing)
  expect(run(fileOf(sealed(history, { hash: sm3 })), "--sm3")).toEqual(nothing)
  expect(run(fileOf(sealed(history, { hash: sm3 }))).said).toHaveLength(11)
})

const at = (column: string, by: string, position = 5) =>
  `UPDATE events SET ${column} = ${by} WHERE position = ${position}`
const flipped = (column: string) => `CAST(X'00' || substr(${column}, 2) AS BLOB)`

describe("it finds a change, and says at which event:", () => {
  test.each([
    ["a value", at("data", `replace(data, '100.00', '900.00')`, 1), 1],
    ["a space in the data", at("data", `replace(data, ':', ': ')`, 1), 1],
    ["a number written otherwise", at("data", `replace(data, '1e+21', '1e21')`, 6), 6],
    ["a key", at("data", `replace(data, '意见', '意思')`, 1), 1],
    ["half a character for a whole one", at("data", `replace(data, char(65533), '\\ud800')`, 2), 2],
    ["a mark at the beginning of a text", at("data", `char(65279) || data`, 6), 6],
    ["the id", at("event_id", `'other'`), 5],
    ["the type", at("event_type", `event_type || ' '`), 5],
    ["the command", at("command_id", `'other'`), 5],
    ["the instant", at("recorded_at", `'2026-03-01T02:30:01Z'`), 5],
    ["the version", at("version", "3"), 5],
    ["the stream", at("stream", `'project/P3'`), 5],
    ["the position", at("position", "4"), 4],
    ["the salt", at("salt", flipped("salt")), 5],
    ["the digest", at("digest", flipped("digest")), 5],
    ["the digest of the position", at("placed", flipped("placed")), 5],
    ["a seal that is gone", "UPDATE events SET salt = X'', digest = X'', placed = X'' WHERE position = 10", 10],
    ["an event that is gone", "DELETE FROM events WHERE position = 2", 10]
  ])("%s", (_, change, position) => {
    const { said, status } = run(fileOf(sealed(history), change))
    expect(status).toBe(1)
    expect(said[0]).toContain(`位置 position ${position}`)
  })

  test("a byte that many readers would not tell from the one that was there", () => {
    // U+FFFD is EF BF BD; F0 BF BD is the beginning of a character that does not go on, which is shown as U+FFFD
    const bytes = `CAST(X'7B2274657874223A2261' || X'5C7530303030' || X'62F0BFBD227D' AS TEXT)`
    const { said, status } = run(fileOf(sealed(history), at("data", bytes, 2)))
    expect(status).toBe(1)
    expect(said[0]).toMatch(/^1\. 位置 position 2: 无法读取 \/ cannot be read/)
  })
})

describe("with checkpoints,", () => {
  const rows = sealed(history)
  const { privateKey, publicKey } = generateKeyPairSync("ed25519")
  const written = (name: string, content: string) => {
    const file = join(dir, name)
    writeFileSync(file, content)
    return file
  }
  const checkpoint = (position: number) =>
    signed(
      checkpointOf(sha256, position, headsOf(rows.filter((row) => row.position <= position)).values()),
      "key-1",
      (bytes) => sign(null, bytes, privateKey)
    )
  const key = written("public.pem", String(publicKey.export({ type: "spki", format: "pem" })))
  const early = written("early.json", JSON.stringify(checkpoint(5)))
  const late = written("late.json", JSON.stringify(checkpoint(10)))
  const all = ["--checkpoint", late, "--checkpoint", early, "--key", key]

  test("it finds nothing where everything is as it was", () => {
    expect(run(fileOf(rows), ...all).status).toBe(0)
  })

  test("it finds an end that was cut off, which it does not find without", () => {
    const cut = "DELETE FROM events WHERE position > 5"
    expect(run(fileOf(rows, cut)).status).toBe(0)
    expect(run(fileOf(rows, cut), ...all).said).toEqual([
      "1. 检查点 checkpoint 10: 事件流与检查点不符 / the streams are not those that it commits to",
      "2. 检查点 checkpoint 10, cases/planning: 当时 1 个，现有 0 个 / 1 then, 0 now",
      "3. 检查点 checkpoint 10, project/P2: 当时 2 个，现有 1 个 / 2 then, 1 now",
      "3 个事件 events, 2 个事件流 streams, 3 处不符 findings"
    ])
  })

  test("it finds a checkpoint that was written anew, by its signature", () => {
    const forged = written("forged.json", JSON.stringify({ ...checkpoint(5), position: 4 }))
    expect(run(fileOf(rows), "--checkpoint", forged, "--key", key).said[0]).toContain("the signature is wrong")
    const unsigned = written("unsigned.json", JSON.stringify(checkpointOf(sha256, 10, headsOf(rows).values())))
    expect(run(fileOf(rows), "--checkpoint", unsigned, "--key", key).said[0]).toContain("wrong or missing")
  })
})

test("what it cannot read it says, and finds nothing in it", () => {
  const none = run(join(dir, "nowhere.sqlite"))
  expect(none.status).toBe(2)
  expect(none.said.join()).toContain("无法核对 cannot verify")
  expect(run(fileOf([], "DROP TABLE events")).status).toBe(2)
})
