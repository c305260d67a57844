// 独立核对：不用本项目的任何程序，只用 Node 自带的模块，核对数据库中的事件自存入以来有无改动。只读，不写。
// An independent reader: with none of this project's packages, on Node alone, it says whether stored events are what they
// were. It only reads. The format is written down in docs/decisions/0017-evidence.md.
//
//   node scripts/verify.mjs events.sqlite [--sm3] [--checkpoint file.json]… [--key public.pem]
//
// Exit code: 0 nothing found, 1 something found, 2 could not be read.
import { createHash, createPublicKey, verify as holds } from "node:crypto"
import { readFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { parseArgs } from "node:util"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sm3: { type: "boolean" }, checkpoint: { type: "string", multiple: true }, key: { type: "string" } }
})
const algorithm = values.sm3 ? "sm3" : "sha-256"
const hashName = values.sm3 ? "sm3" : "sha256"

let found = 0
const report = (where, zh, en) => console.log(`${++found}. ${where}: ${zh} / ${en}`)

// 1. What is hashed: a tag and parts, each after its length in four bytes, most significant first.
const hash = (bytes) => createHash(hashName).update(bytes).digest()
const message = (use, ...parts) => {
  const pieces = [`banfa evidence 1 ${algorithm} ${use}`, ...parts].flatMap((part) => {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part), "utf8")
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  })
  return Buffer.concat(pieces)
}

// 2. The fields of an event: its header, and each key of its data, in order of their names. Values are canonical JSON.
const string = (text) => {
  if (!text.isWellFormed()) throw new Error("half a character")
  return JSON.stringify(text)
}
const canonical = (value) => {
  if (typeof value === "string") return string(value)
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${string(key)}:${canonical(value[key])}`).join(",")}}`
}
const dataFields = (text) => {
  try {
    const data = JSON.parse(text)
    if (text.startsWith("{") && canonical(data) === text) {
      return Object.keys(data).map((key) => [`data.${key}`, canonical(data[key])])
    }
  } catch {} // what is not canonical is one field, as it stands
  return [["data", JSON.stringify(text)]]
}
const fieldsOf = ({ stream, version, id, type, recordedAt, command, data }) => {
  const header = Object.entries({ stream, version, id, type, recordedAt, command })
  const fields = [...header.map(([name, value]) => [name, JSON.stringify(value)]), ...dataFields(data)]
  return fields.sort(([a], [b]) => (a < b ? -1 : 1))
}

// 3. The leaf of a field, the digest of an event, the digest of its position.
const leafOf = (eventSalt, name, value) => {
  const salt = hash(message("salt", eventSalt, name))
  return hash(message("leaf", salt, name, value))
}
const digestOf = (prior, row) => {
  const leaves = fieldsOf(row).map(([name, value]) => leafOf(row.salt, name, value))
  return hash(message("event", prior, ...leaves))
}
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
    const bytes = message("checkpoint", position, streams, Buffer.from(root, "hex"))
    const made = Buffer.from(signature?.value ?? "", "hex")
    const key = createPublicKey(readFileSync(values.key))
    if (!holds(null, bytes, key, made)) report(where, "签名不符", "the signature is wrong or missing")
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

// 5. Every row, in order of position. Text is read as bytes, so that no byte is taken for another.
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const select = `SELECT position, version, salt, digest, placed, CAST(stream AS BLOB) AS stream,
  CAST(event_id AS BLOB) AS id, CAST(event_type AS BLOB) AS type, CAST(recorded_at AS BLOB) AS recordedAt,
  CAST(command_id AS BLOB) AS command, CAST(data AS BLOB) AS data`
const checkRow = (row, heads) => {
  for (const name of ["stream", "id", "command", "type", "recordedAt", "data"]) row[name] = strict.decode(row[name])
  for (const name of ["salt", "digest", "placed"]) row[name] = Buffer.from(row[name])
  const { digest, placed, position, stream, version } = row
  const where = `位置 position ${position}, ${stream} ${version}`
  const before = heads.get(stream) ?? start
  const next = before.version + 1
  if (version !== next) report(where, `应为第 ${next} 个事件`, `event ${next} should be here`)
  if (!digestOf(before.digest, row).equals(digest))
    report(where, "内容或者衔接已改", "it, or what it follows, was changed")
  if (!placedOf(row).equals(placed)) report(where, "位置已改", "its position was changed")
  heads.set(stream, { stream, version, digest })
}
const main = (db) => {
  const shared = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'banfa_events'").get()
  const table = shared === undefined ? "events" : "banfa_events"
  const rows = db.prepare(`${select} FROM ${table} ORDER BY position`)
  const ahead = (values.checkpoint ?? []).map((file) => JSON.parse(readFileSync(file, "utf8")))
  ahead.sort((a, b) => a.position - b.position)
  const heads = new Map()
  let count = 0
  for (const row of rows.iterate()) {
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
}

try {
  main(new DatabaseSync(positionals[0], { readOnly: true }))
  process.exitCode = found === 0 ? 0 : 1
} catch (cause) {
  console.error(`无法核对 cannot verify: ${cause.message}`)
  process.exitCode = 2
}
