import { checkpointOf, type SealedRow, type StoredRow, verifyAll, verifyStream } from "@banfa/core/evidence"
import fc from "fast-check"
import { expect, test } from "vitest"
import { event, headsOf, histories, saltsFor, sealed, sha256, withoutLeaves } from "./sample.ts"

const kinds = (rows: Iterable<SealedRow>) => [...verifyAll(sha256, rows)].map(({ kind }) => kind)

/** Histories with and without the leaves beside them, and a place in them. */
const drawn = fc.record({ history: histories, which: fc.nat(), leaves: fc.boolean() })
interface Draw {
  readonly history: Parameters<typeof sealed>[0]
  readonly leaves: boolean
}
const rowsOf = ({ history, leaves }: Draw): ReadonlyArray<SealedRow> =>
  leaves ? sealed(history) : sealed(history).map(withoutLeaves)

const isLast = (rows: ReadonlyArray<SealedRow>, place: number) =>
  !rows.slice(place + 1).some(({ stream }) => stream === rows[place]?.stream)

test("an event that was dropped is missed by the next of its stream", () => {
  fc.assert(
    fc.property(drawn, (draw) => {
      const rows = rowsOf(draw)
      const place = draw.which % rows.length
      const gone = rows[place]
      fc.pre(gone !== undefined && !isLast(rows, place))
      const found = [...verifyAll(sha256, rows.toSpliced(place, 1))]
      expect(found.map(({ at, kind }) => [kind, at.stream, at.version, at.through])).toEqual([
        ["EventsMissing", gone.stream, gone.version, gone.version]
      ])
    })
  )
})

test("an event that is there a second time is found, wherever it stands", () => {
  fc.assert(
    fc.property(drawn, fc.nat(), (draw, to) => {
      const rows = rowsOf(draw)
      const row = rows[draw.which % rows.length]
      fc.pre(row !== undefined)
      const later = Math.max(rows.indexOf(row) + 1, to % (rows.length + 1))
      expect(kinds(rows.toSpliced(later, 0, row))).toEqual(expect.arrayContaining(["OrderBroken", "EventRepeated"]))
      // also where it was given a position of its own
      const end = { ...row, position: 1000 }
      expect(kinds([...rows, end])).toEqual(expect.arrayContaining(["EventRepeated", "PlaceChanged"]))
    })
  )
})

test("two events of a stream that changed places are found, also where they changed all their numbers", () => {
  fc.assert(
    fc.property(drawn, (draw) => {
      const rows = rowsOf(draw)
      const one = rows[draw.which % rows.length]
      const other = rows.find((row) => row.stream === one?.stream && row.version === one.version + 1)
      fc.pre(one !== undefined && other !== undefined)
      const places = [rows.indexOf(one), rows.indexOf(other)] as const
      expect(kinds(rows.with(places[0], other).with(places[1], one))).not.toEqual([])
      const numbers = ({ position, version }: SealedRow) => ({ position, version })
      const swapped = rows.with(places[0], { ...other, ...numbers(one) }).with(places[1], { ...one, ...numbers(other) })
      const found = [...verifyAll(sha256, swapped)].map(({ at }) => at.version)
      expect(found).toEqual(expect.arrayContaining([one.version, other.version]))
    })
  )
})

test("an event that was put in between is found, whoever sealed it", () => {
  fc.assert(
    fc.property(drawn, (draw) => {
      const rows = rowsOf(draw)
      const place = draw.which % rows.length
      const next = rows[place]
      fc.pre(next !== undefined && !isLast(rows, place))
      // it is sealed as the true one would have been, and all that follow in its stream are numbered anew
      const before = rows.slice(0, place).filter(({ stream }) => stream === next.stream)
      const forged = sealed([...before, { ...event(next.stream, next.version, next.position, "{}") }]).at(-1)
      fc.pre(forged !== undefined)
      const after = rows.slice(place).map((row) => ({
        ...row,
        position: row.position + 1,
        version: row.version + Number(row.stream === next.stream)
      }))
      const found = [...verifyAll(sha256, [...rows.slice(0, place), forged, ...after])]
      expect(found.some(({ at }) => at.stream === next.stream && at.version === next.version + 1)).toBe(true)
    })
  )
})

test("a tail that was cut off is found by a checkpoint, and only by it", () => {
  fc.assert(
    fc.property(drawn, fc.boolean(), (draw, listed) => {
      const rows = rowsOf(draw)
      const whole = checkpointOf(sha256, rows.at(-1)?.position ?? 0, headsOf(rows).values())
      const { heads: _, ...bare } = whole
      const kept = rows.slice(0, draw.which % rows.length)
      expect([...verifyAll(sha256, kept)]).toEqual([])
      for (const { stream } of rows) {
        expect([
          ...verifyStream(
            sha256,
            stream,
            kept.filter((row) => row.stream === stream)
          )
        ]).toEqual([])
      }
      const found = [...verifyAll(sha256, kept, { checkpoints: [listed ? whole : bare] })]
      expect(found).not.toEqual([])
      const wanted = listed ? ["StreamShorter", "StreamMissing"] : ["CheckpointDiffers"]
      expect(found.every(({ kind }) => wanted.includes(kind))).toBe(true)
      expect([...verifyAll(sha256, rows, { checkpoints: [whole, bare] })]).toEqual([])
    })
  )
})

test("a stream that was written anew from one event on, every digest with it, is found by a checkpoint and only by it", () => {
  const rows = [event("P", 1, 1, "{}"), event("P", 2, 2, `{"意见":"不同意"}`), event("P", 3, 3, "{}")]
  const checkpoint = checkpointOf(sha256, 3, headsOf(sealed(rows)).values())
  const forged = sealed(rows.with(1, event("P", 2, 2, `{"意见":"同意"}`)))
  expect([...verifyAll(sha256, forged)]).toEqual([])
  expect([...verifyAll(sha256, forged, { checkpoints: [checkpoint] })].map(({ kind }) => kind)).toEqual([
    "StreamChanged"
  ])
})

test("the digests of two events with the same content and other salts are unlike, and so are all their leaves", () => {
  fc.assert(
    fc.property(histories, (history) => {
      const [one] = sealed(history)
      const [other] = sealed(history, { random: (row) => saltsFor(`another ${row.id}`) })
      const leaves = [...(one?.leaves ?? []), ...(other?.leaves ?? [])].map((leaf) => leaf.toString())
      expect(new Set(leaves).size).toBe(leaves.length)
      expect(one?.digest).not.toEqual(other?.digest)
    })
  )
})

test("rows are looked at one by one: the reader is not ahead of what it has told", () => {
  let read = 0
  const rows = function* () {
    for (const row of sealed([event("P", 1, 1, "{}"), event("P", 3, 2, "{}"), event("P", 4, 3, "{}")])) {
      read += 1
      yield row
    }
  }
  const [first] = verifyAll(sha256, rows())
  expect([first?.kind, read]).toEqual(["EventsMissing", 2])
})

test("an event without a seal is named, and what follows it with one does not follow from it", () => {
  fc.assert(
    fc.property(drawn, (draw) => {
      const rows = rowsOf(draw)
      const place = draw.which % rows.length
      const row = rows[place]
      fc.pre(row !== undefined)
      const { digest: _, leaves: __, placed: ___, salt: ____, ...bare } = row
      const stored: ReadonlyArray<StoredRow> = [...rows.slice(0, place), bare, ...rows.slice(place + 1)]
      const found = [...verifyAll(sha256, stored)]
      const following = rows.find(({ stream, version }) => stream === row.stream && version === row.version + 1)
      const { position, stream, version } = bare
      expect(found[0]).toMatchObject({ kind: "NotSealed", at: { position, stream, version } })
      expect(found.slice(1).map(({ at }) => at.position)).toEqual(following === undefined ? [] : [following.position])
    })
  )
})

test("of events without a seal it is still told which are missing and which are there twice", () => {
  const found = [...verifyAll(sha256, [event("S", 1, 1, "{}"), event("S", 3, 2, "{}"), event("S", 3, 3, "{}")])]
  expect(found.map(({ at: { through, version }, kind }) => [kind, version, through])).toEqual([
    ["NotSealed", 1, undefined],
    ["EventsMissing", 2, 2],
    ["NotSealed", 3, undefined],
    ["EventRepeated", 3, undefined],
    ["NotSealed", 3, undefined]
  ])
})
