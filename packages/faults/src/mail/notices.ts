import { CivilDateSchema } from "@banfa/core/civil"
import type { Letter } from "@banfa/core/notice"
import type { Delivery } from "@banfa/core/port/Deliveries"

/** The agency that is told of everything here. */
export const recipient = "info"

const letterOf = (id: string): Letter => ({
  notice: {
    id,
    kind: "copy",
    case: { subject: "project", id: id.replace(/\/.*/, "") },
    norm: "N12.2",
    instance: "quarter/2026-Q1",
    to: { role: "info.any", agency: recipient },
    on: CivilDateSchema.make("2026-04-08"),
    demanded: true
  },
  title: { zh: `投资进展情况抄送 ${id}`, en: `Copy of the investment progress ${id}` },
  body: [{ zh: "现抄送贵单位备案。", en: "It is sent to you for filing." }],
  article: { zh: "第十二条", en: "art. 12" },
  quote: { zh: "抄送信息化主管部门备案", en: "send a copy to the informatization authority for filing" }
})

/** The id of the n-th delivery of a lane, both counted from 0. */
const idOf = (lane: number, n: number): string => `smtp:P${lane}/${n}`

/** Which delivery an id stands for; `undefined` for one that none has. */
export const placeOf = (id: string): { readonly lane: number; readonly n: number } | undefined => {
  const [, lane, n] = /^smtp:P(\d+)\/(\d+)$/.exec(id) ?? []
  return lane === undefined ? undefined : { lane: Number(lane), n: Number(n) }
}

/** How many deliveries there are, and in how many lanes. */
export interface Many {
  readonly notices: number
  readonly lanes: number
}

/** Deliveries as a relay puts them in: lane after lane in turn, each to be sent at once. */
export const deliveries = ({ lanes, notices }: Many): ReadonlyArray<Delivery> =>
  Array.from({ length: notices }, (_, i) => {
    const [lane, n] = [i % lanes, Math.floor(i / lanes)]
    const id = idOf(lane, n)
    return {
      id,
      channel: "smtp",
      lane: `P${lane}`,
      data: { kind: "letter", letter: JSON.parse(JSON.stringify(letterOf(id.slice("smtp:".length)))) },
      notBefore: "2026-04-08T00:00:00.000Z"
    }
  })
