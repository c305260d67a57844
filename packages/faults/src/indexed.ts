/** Whether what a storage keeps beside the events says what the events say. */
import { isDeepStrictEqual } from "node:util"
import type { At, CaseRef } from "@banfa/core/docket"
import type { StoredEvent } from "@banfa/core/port/EventStore"
import type { Random } from "./random.ts"
import type { Opened } from "./Storage.ts"
import type { Tally } from "./Tally.ts"
import { eventsIn } from "./whole.ts"

/** The cases of which events speak, in the order of their names. */
export const casesOf = (events: ReadonlyArray<StoredEvent>): ReadonlyArray<CaseRef> => {
  const names = new Set(
    events.flatMap(({ data, stream }) =>
      stream.startsWith("cases/") ? [] : [stream.startsWith("assessment/") ? `project/${data.project}` : String(stream)]
    )
  )
  return [...names].sort().map((name) => {
    const [subject = "", id = ""] = name.split("/")
    return { subject: subject as CaseRef["subject"], id }
  })
}

/** A moment to ask about: any day of some years, as known now or at an instant of entry. */
export const momentOf = (draw: Random, events: ReadonlyArray<StoredEvent>): At => {
  const asOf = new Date(Date.UTC(2026, 0, 1 + draw.below(600))).toISOString().slice(0, 10)
  return draw.oneIn(3) ? { asOf } : { asOf, knownAt: events[draw.below(events.length)]?.recordedAt }
}

const inOrder = (rows: ReadonlyArray<object>): ReadonlyArray<string> => rows.map((row) => JSON.stringify(row)).sort()

/** What is found in the index for the moments drawn, put to every case as well; `undefined` where the storage keeps no index. */
const lookedUp = async (
  { docket }: Opened,
  cases: ReadonlyArray<CaseRef>,
  moments: ReadonlyArray<At>,
  { add, lose }: Tally
): Promise<ReadonlyArray<unknown> | undefined> => {
  const answers: Array<unknown> = []
  const failed = (error: { readonly text: { readonly zh: string; readonly en: string } }): void =>
    lose(`待办：${error.text.zh}`, `what is owed: ${error.text.en}`)
  for (const at of moments) {
    const owed = await docket.owed({}, at)
    if (!owed.ok && owed.error._tag === "NotIndexed" && owed.error.reason === "no-read-side") {
      add("unindexed", moments.length)
      return undefined
    }
    const every = await docket.dutyList(cases, {}, at)
    if (!owed.ok) failed(owed.error)
    else if (!every.ok) failed(every.error)
    else {
      const [found, asked] = [inOrder(owed.value.rows), inOrder(every.value.rows)]
      if (!isDeepStrictEqual(found, asked)) {
        const when = `${at.asOf}, ${at.knownAt}`
        lose(`索引与逐案回答不同（${when}）`, `the index says another thing than every case (${when})`)
      }
      answers.push(found)
      add("indexed")
    }
  }
  const listed = await docket.cases({ limit: cases.length + 1 })
  if (!listed.ok) failed(listed.error)
  else {
    const names = listed.value.map(({ id, subject }) => `${subject}/${id}`).sort()
    if (!isDeepStrictEqual(names, cases.map(({ id, subject }) => `${subject}/${id}`).sort())) {
      lose("案件索引与事件不符", "the index of cases is not that of the events")
    }
    answers.push(listed.value)
  }
  const waiting = await docket.waiting(1_000_000)
  if (!waiting.ok) failed(waiting.error)
  else answers.push(waiting.value.map((message) => JSON.stringify(message)).sort())
  return answers
}

/** Puts the indexes to the events, and, where that is asked, makes them anew and puts them again, to what they said before as well. */
export const indexesHold = async (
  opened: Opened,
  draw: Random,
  tally: Tally,
  { anew = false }: { readonly anew?: boolean } = {}
): Promise<void> => {
  const events = await eventsIn(opened)
  if (events.length === 0) return
  const cases = casesOf(events)
  const moments = Array.from({ length: 3 }, () => momentOf(draw, events))
  const before = await lookedUp(opened, cases, moments, tally)
  if (!anew || before === undefined) return
  const rebuilt = await opened.docket.rebuild()
  if (!rebuilt.ok) return tally.lose(`索引重建：${rebuilt.error.text.zh}`, `indexes anew: ${rebuilt.error.text.en}`)
  const after = await lookedUp(opened, cases, moments, tally)
  if (isDeepStrictEqual(before, after)) tally.add("rebuilt")
  else tally.lose("重建后的索引与之前不同", "indexes that were made anew say another thing than before")
}
