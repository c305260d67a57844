// 独立核对：不用本项目的任何程序，只用 Node 自带的模块（PostgreSQL 另用 pg），核对数据库中的事件自存入以来有无改动。只读，不写。
// An independent reader: with none of this project's packages, on Node alone (for PostgreSQL, on `pg` of the folder where
// it is run), it says whether stored events are what they were. It only reads. The format: docs/decisions/0017-evidence.md.
//   node scripts/verify.mjs events.sqlite|postgres://… [--sm3] [--checkpoint file.json]… [--key public.pem]
// Exit code: 0 nothing found, 1 something found, 2 could not be read.
import { createHash, createPublicKey, verify as holds } from "node:crypto"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { DatabaseSync } from "node:sqlite"
import { parseArgs } from "node:util"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sm3: { type: "boolean" }, checkpoint: { type: "string", multiple: true }, key: { type: "string" } }
})
const algorithm = values.sm3 ? "sm3" : "sha-256"
let found = 0
const report = (where, zh, en) => console.log(`${++found}. ${where}: ${zh} / ${en}`)

// 1. What is hashed: a tag and parts, each after its length in four bytes, most significant first.
const bytesOf = (hex) => Buffer.from(hex ?? "", "hex")
const hash = (bytes) => createHash(algorithm.replace("-", "")).update(bytes).digest()
const message = (use, ...parts) =>
  Buffer.concat(
    [`banfa evidence 1 ${algorithm} ${use}`, ...parts].flatMap((part) => {
      const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part), "utf8")
      return [Buffer.from([24, 16, 8, 0].map((bits) => bytes.length >>> bits)), bytes]
    })
  )

// 2. The fields of an event: each key of its data, and its header, in order of their names. Values are canonical JSON.
const canonical = (value) => {
  if (value?.isWellFormed?.() === false) throw new Error("half a character")
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical)}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${canonical(key)}:${canonical(value[key])}`)}}`
}
const dataFields = (text) => {
  try {
    const data = JSON.parse(text)
    if (text.startsWith("{") && canonical(data) === text)
      return Object.keys(data).map((key) => [`data.${key}`, canonical(data[key])])
  } catch {} // what is not canonical is one field, as it stands
  return [["data", JSON.stringify(text)]]
}
const fieldsOf = ({ stream, version, id, type, recordedAt, command, data }) => {
  const header = canonical({ stream, version, id, type, recordedAt, command })
  return [...dataFields(data), ["header", header]].sort(([a], [b]) => (a < b ? -1 : 1))
}

// 3. The leaf of a field, the digest of an event, the digest of its position. The salts: 16 bytes each, the last the rest.
const saltOf = (salt, i, count) => salt.subarray(16 * i, i === count - 1 ? undefined : 16 * (i + 1))
const leavesOf = ({ salt, ...row }) =>
  fieldsOf(row).map((field, i, { length }) => hash(message("leaf", saltOf(salt, i, length), ...field)))
const digestOf = (prior, row) => hash(message("event", prior, ...leavesOf(row)))
const placedOf = ({ digest, position }) => hash(message("place", digest, position))
const start = { version: 0, digest: hash(message("start")) }

// 4. All streams at once: a tree over the last digest of each, in order of their names.
const rootOf = (leaves) => {
  if (leaves.length < 2) return leaves[0] ?? hash(message("none"))
  let left = 1
  while (left * 2 < leaves.length) left *= 2
  return hash(message("node", rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left))))
}
const checkCheckpoint = ({ algorithm: by, position, streams, root, heads: listed = [], signature }, heads) => {
  const where = `检查点 checkpoint ${position}`
  if (by !== algorithm) return report(where, "摘要算法不同", `made with ${by}`)
  if (values.key !== undefined) {
    const signed = message("checkpoint", position, streams, bytesOf(root))
    if (!holds(null, signed, createPublicKey(readFileSync(values.key)), bytesOf(signature?.value)))
      report(where, "签名不符", "the signature is wrong or missing")
  }
  const inOrder = [...heads.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1))
  const leaves = inOrder.map(({ stream, version, digest }) => hash(message("head", stream, version, digest)))
  if (rootOf(leaves).toString("hex") === root && heads.size === streams) return
  report(where, "事件流与检查点不符", "the streams are not those that it commits to")
  for (const { stream, version, digest } of listed) {
    const { version: now, digest: own } = heads.get(stream) ?? start
    if (now === version && own.toString("hex") === digest) continue
    report(`${where}, ${stream}`, `当时 ${version} 个，现有 ${now} 个`, `${version} then, ${now} now`)
  }
}

// 5. Every row, in order of position, by one snapshot. All columns are read as bytes, so that none is taken for another.
const texts = ["stream", "event_id", "command_id", "event_type", "recorded_at", "data"]
const seals = ["salt", "digest", "placed"]
const select = (hex) =>
  ["CAST(e.position AS text) AS position", "CAST(e.version AS text) AS version"]
    .concat([...texts, ...seals].map((name) => `${hex(name, seals.includes(name))} AS ${name}`))
    .join()
function* fromSqlite(file) {
  const db = new DatabaseSync(file, { readOnly: true })
  const shared = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'banfa_events'").get()
  const typed = (name, blob) => `iif(typeof(${name}) IN (${blob ? "'blob', 'null'" : "'text'"}), '', 'ff')`
  const columns = select((name, blob) => `hex(${name}) || ${typed(name, blob)}`)
  yield* db.prepare(`SELECT ${columns} FROM ${shared ? "banfa_events" : "events"} e ORDER BY e.position`).iterate()
}
async function* fromPostgres(url) {
  const db = new (createRequire(`${process.cwd()}/`)("pg").Client)(url)
  await db.connect()
  try {
    await db.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    const columns = select((name, bytea) => `encode(${bytea ? name : `convert_to(${name}, 'UTF8')`}, 'hex')`)
    await db.query(`DECLARE c CURSOR FOR SELECT ${columns} FROM banfa_events e ORDER BY e.position`)
    for (let page; page?.length !== 0; yield* page) page = (await db.query("FETCH 1000 FROM c")).rows
  } finally {
    await db.end()
  }
}
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const checkRow = (raw, heads) => {
  const [stream, id, command, type, recordedAt, data] = texts.map((name) => strict.decode(bytesOf(raw[name])))
  const [salt, digest, placed] = seals.map((name) => bytesOf(raw[name]))
  const [position, version] = [raw.position, raw.version].map(Number)
  const where = `位置 position ${position}, ${stream} ${version}`
  const before = heads.get(stream) ?? start
  heads.set(stream, { stream, version, digest })
  if (version !== before.version + 1) report(where, "次序不符", `it follows event ${before.version}`)
  if (digest.length === 0) return report(where, "没有封签", "it has no seal")
  if (!digestOf(before.digest, { stream, version, id, type, recordedAt, command, data, salt }).equals(digest))
    report(where, "内容或者衔接已改", "it, or what it follows, was changed")
  if (!placedOf({ digest, position }).equals(placed)) report(where, "位置已改", "its position was changed")
}
const main = async (source) => {
  const checkpoints = (values.checkpoint ?? []).map((file) => JSON.parse(readFileSync(file, "utf8")))
  const ahead = checkpoints.sort((a, b) => a.position - b.position)
  const heads = new Map()
  let count = 0
  for await (const row of /^postgres(ql)?:/.test(source) ? fromPostgres(source) : fromSqlite(source)) {
    count += 1
    while (ahead[0]?.position < row.position) checkCheckpoint(ahead.shift(), heads)
    try {
      checkRow(row, heads)
    } catch (cause) {
      report(`位置 position ${row.position}`, "无法读取", `cannot be read (${cause.message})`)
    }
  }
  for (const checkpoint of ahead) checkCheckpoint(checkpoint, heads)
  console.log(`${count} 个事件 events, ${heads.size} 个事件流 streams, ${found} 处不符 findings`)
  process.exitCode = found === 0 ? 0 : 1
}

await main(positionals[0]).catch((cause) => {
  console.error(`无法核对 cannot verify: ${cause.message}`)
  process.exitCode = 2
})
