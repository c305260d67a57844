import { type CivilDate, CivilDateSchema } from "@banfa/core/civil"
import { type NoticeKind, noticeKinds } from "@banfa/core/notice"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type AddressBookFinding, AddressBookInvalid } from "./AddressBookInvalid.ts"
import { ChannelName } from "./ChannelName.ts"
import { decoded } from "./SettingsInvalid.ts"

const line = (most: number, zh: string, en: string) =>
  Schema.String.check(
    Schema.isPattern(new RegExp(`^[^\\p{Cc}\\p{Cs}]{1,${most}}$`, "u"), {
      message: `${zh}须为 1 至 ${most} 个字符，不含控制字符 / ${en} has 1 to ${most} characters, none of them a control character`
    })
  )

/** Decodes one entry of an address book. */
const EntrySchema = Schema.Struct({
  agency: line(64, "机构标识", "an agency id"),
  channel: ChannelName,
  addresses: Schema.NonEmptyArray(line(1000, "地址", "an address")).check(Schema.isMaxLength(1000)),
  kinds: Schema.optionalKey(Schema.NonEmptyArray(Schema.Literals(noticeKinds))),
  from: Schema.optionalKey(CivilDateSchema),
  until: Schema.optionalKey(CivilDateSchema)
})

/** Decodes the data of an address book; what contradicts itself is found by `addressBook`. */
const AddressBookSchema = Schema.Struct({ entries: Schema.Array(EntrySchema) })

/**
 * What a host enters about where agencies are reached. An entry says that the agency is reached over a channel at these addresses: from the first
 * day to the last (`until`, the day included), for notices of these kinds; of all kinds and on all days where nothing is said. Several entries
 * add up.
 */
export type AddressBookData = typeof AddressBookSchema.Type

/** Where an agency is reached: over a channel, at addresses as that channel writes them. */
export interface Route {
  /** The name of the channel, `smtp`. */
  readonly channel: string
  /** At least one, each once. */
  readonly addresses: ReadonlyArray<string>
}

/** Where an agency is reached with notices of a kind on a day; nowhere, where nothing is entered. */
export type Addresses = (agency: string, kind: NoticeKind, on: CivilDate) => ReadonlyArray<Route>

type Entry = typeof EntrySchema.Type

const read = decoded(AddressBookSchema)

/** The same for entries that say the same, whatever the order of their addresses and kinds. */
const saying = ({ addresses, agency, channel, from, kinds, until }: Entry): string =>
  JSON.stringify([agency, channel, addresses.toSorted(), kinds?.toSorted(), from, until])

const inspect = (entries: ReadonlyArray<Entry>): ReadonlyArray<AddressBookFinding> => {
  const said = new Set<string>()
  return entries.flatMap((entry, index) => {
    const { addresses, from, until } = entry
    const findings: Array<AddressBookFinding> = []
    const report = (kind: AddressBookFinding["kind"], at: string, zh: string, en: string) =>
      findings.push({ kind, path: `entries.${index}${at}`, zh, en })
    if (from !== undefined && until !== undefined && until < from) {
      const zh = `终止日${until}早于起始日${from}`
      report("EndsBeforeItBegins", ".until", zh, `ends on ${until}, before it begins on ${from}`)
    }
    if (said.has(saying(entry))) report("RepeatedEntry", "", "与前面一项相同", "says what an entry before it says")
    said.add(saying(entry))
    const seen = new Set<string>()
    for (const [place, address] of addresses.entries()) {
      if (seen.has(address)) report("RepeatedAddress", `.addresses.${place}`, "地址重复", "the address is listed twice")
      seen.add(address)
    }
    return findings
  })
}

const inForce = ({ from, until }: Entry, on: CivilDate): boolean =>
  (from === undefined || from <= on) && (until === undefined || on <= until)

const grouped = <A>(all: ReadonlyArray<A>, by: (one: A) => string): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, Array<A>>()
  for (const one of all) {
    const group = groups.get(by(one))
    if (group === undefined) groups.set(by(one), [one])
    else group.push(one)
  }
  return groups
}

const build = ({ entries }: AddressBookData): Addresses => {
  const byAgency = grouped(entries, ({ agency }) => agency)
  return (agency, kind, on) => {
    const found = (byAgency.get(agency) ?? []).filter(
      (entry) => inForce(entry, on) && (entry.kinds === undefined || entry.kinds.includes(kind))
    )
    return [...grouped(found, ({ channel }) => channel)].map(([channel, all]) => ({
      channel,
      addresses: [...new Set(all.flatMap(({ addresses }) => addresses))]
    }))
  }
}

/**
 * Reads an address book from what a host has parsed, or says everything that is wrong with it.
 *
 * @example
 * ```ts
 * import { addressBook } from "@banfa/notify"
 * import { CivilDateSchema } from "@banfa/core/civil"
 * import * as Result from "effect/Result"
 *
 * const entries = [{ agency: "info", channel: "smtp", addresses: ["office@info.example"], until: "2026-12-31" }]
 * const find = Result.getOrThrow(addressBook({ entries }))
 * find("info", "copy", CivilDateSchema.make("2026-12-31")) // => [{ channel: "smtp", addresses: ["office@info.example"] }]
 * find("info", "copy", CivilDateSchema.make("2027-01-01")) // => []
 * ```
 */
export const addressBook = (input: unknown): Result.Result<Addresses, AddressBookInvalid> =>
  Result.flatMap(
    Result.mapError(
      read(input),
      (all) => new AddressBookInvalid({ findings: all.map((one) => ({ kind: "Malformed", ...one })) })
    ),
    (data) => {
      const findings = inspect(data.entries)
      return findings.length > 0 ? Result.fail(new AddressBookInvalid({ findings })) : Result.succeed(build(data))
    }
  )
