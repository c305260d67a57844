/** Whether a storage holds what it has acknowledged, and nothing half. */
import { isDeepStrictEqual } from "node:util"
import { CommandId, type Receipt, type StoredEvent } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { type Ledger, underWay } from "./Ledger.ts"
import type { Opened } from "./Storage.ts"
import type { Tally } from "./Tally.ts"

/** Everything that a store holds, in its order. */
export const eventsIn = ({ store }: Pick<Opened, "store">): Promise<ReadonlyArray<StoredEvent>> =>
  Effect.runPromise(Stream.runCollect(store.readAll()))

/** The ids of what a command has to have stored: its facts; what links or lists a case stands beside them. */
const factIds = (command: string, facts: ReadonlyArray<unknown>): ReadonlyArray<string> =>
  facts.map((_, i) => `${command}/${i + 1}`)

const besides = (command: string, id: string): boolean =>
  id.startsWith(`${command}/link/`) || id.startsWith(`${command}/case/`)

/** What the receipt of a command has to be, by its events as they are stored. */
const receiptBy = (events: ReadonlyArray<StoredEvent>): Omit<Receipt, "command"> => {
  const versions = new Map<StoredEvent["stream"], number>()
  for (const { stream, version } of events) versions.set(stream, version)
  return {
    position: events.at(-1)?.position ?? 0,
    versions: [...versions].map(([stream, version]) => ({ stream, version }))
  }
}

/** Streams without a gap, in one order; and every assessment and every surrounding case linked and listed once. */
const ordered = (events: ReadonlyArray<StoredEvent>, { lose }: Tally): void => {
  const versions = new Map<string, number>()
  const named = new Map<string, number>()
  const needed = new Set<string>()
  let last = 0
  for (const { data, position, stream, type, version } of events) {
    if (position <= last) lose(`位置 ${position} 不在 ${last} 之后`, `position ${position} is not after ${last}`)
    last = position
    const before = versions.get(stream) ?? 0
    if (version !== before + 1) {
      lose(`${stream}：${before} 之后是 ${version}`, `${stream}: ${version} follows ${before}`)
    }
    versions.set(stream, version)
    const link = type === "project/AssessmentLinked" ? `assessment/${data.assessment}` : undefined
    const name = type === "cases/Listed" ? `${data.subject}/${data.id}` : link
    if (name !== undefined) named.set(name, (named.get(name) ?? 0) + 1)
    else if (/^(assessment|planning)\//.test(stream)) needed.add(stream)
  }
  for (const stream of new Set([...needed, ...named.keys()])) {
    if (named.get(stream) !== 1 || !needed.has(stream)) {
      lose(`${stream} 未恰好登记一次`, `${stream} is not linked or listed exactly once`)
    }
  }
}

/**
 * Whether every command that was acknowledged is there with its receipt and all its facts, every other one whole or not at all, and, unless somebody
 * writes meanwhile, nothing else. Answers with how many receipts were found so.
 */
export const holdsAll = async (
  opened: Pick<Opened, "store">,
  book: Ledger,
  tally: Tally,
  { writing = false }: { readonly writing?: boolean } = {}
): Promise<number> => {
  const { lose } = tally
  const receipts = new Map(book.receipts)
  const events = await eventsIn(opened)
  ordered(events, tally)
  const byCommand = new Map<string, Array<StoredEvent>>()
  for (const event of events) {
    const those = byCommand.get(event.command)
    if (those === undefined) byCommand.set(event.command, [event])
    else those.push(event)
  }
  if (!writing) {
    for (const command of byCommand.keys()) {
      if (!book.sent.has(command)) lose(`${command} 未曾发出`, `${command} was never sent`)
    }
  }
  let found = 0
  for (const [id, { facts }] of book.sent) {
    const stored = byCommand.get(id) ?? []
    const ids = stored.map((event) => String(event.id)).filter((one) => !besides(id, one))
    const receipt = receipts.get(id)
    const whole = isDeepStrictEqual(ids, factIds(id, facts))
    if (receipt === undefined) {
      if (!whole && stored.length > 0) lose(`${id} 只存了一半`, `half of ${id} is stored`)
      continue
    }
    const said = await Effect.runPromise(opened.store.receipt(CommandId.make(id)))
    if (!whole) lose(`${id} 已答复而不完整`, `${id} was acknowledged and is not whole`)
    else if (!isDeepStrictEqual(Option.getOrUndefined(said), receipt)) {
      lose(`${id} 的回执不同`, `the receipt of ${id} is another`)
    } else if (!isDeepStrictEqual({ command: receipt.command, ...receiptBy(stored) }, { ...receipt })) {
      lose(`${id} 的回执与事件不符`, `the receipt of ${id} is not that of its events`)
    } else found++
  }
  return found
}

/** Sends what nobody has heard of again: what was stored is answered with its receipt, what was not is stored now. */
export const sendAgain = async ({ docket, store }: Opened, book: Ledger, { add, lose }: Tally): Promise<void> => {
  for (const command of underWay(book)) {
    const stored = Option.getOrUndefined(await Effect.runPromise(store.receipt(CommandId.make(command.command))))
    add(stored === undefined ? "absent" : "stored")
    const answer = await docket.record(command)
    if (!answer.ok) {
      lose(
        `${command.command} 再次发出未得回执：${answer.error.text.zh}`,
        `${command.command} was given no receipt: ${answer.error.text.en}`
      )
      continue
    }
    const { receipt } = answer.value
    if (stored !== undefined && !isDeepStrictEqual(stored, receipt)) {
      lose(`${command.command} 得到另一回执`, `${command.command} was given another receipt`)
    }
    book.receipts.set(command.command, receipt)
    add("again")
  }
}
