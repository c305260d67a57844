/** What looks for notices that are lost, come twice or come too early finds them. */
import type { DeliveryReceipt, Standing } from "@banfa/core/port/Deliveries"
import { assert, describe, it } from "vitest"
import { judge, type Left } from "../src/mail/judge.ts"
import type { Mail } from "../src/mail/MailServer.ts"
import { deliveries } from "../src/mail/notices.ts"
import { tally } from "../src/Tally.ts"

const put = deliveries({ notices: 6, lanes: 2 })
const mailOf = (id: string, more: Partial<Mail> = {}): Mail => ({ messageId: `<${id}>`, notice: id, ...more })
const standing = (one: (typeof put)[number]): Standing => ({ ...one, state: "end", attempts: 1 })
const accepted = (id: string): DeliveryReceipt => ({
  id,
  number: 1,
  attempt: 1,
  status: "accepted",
  at: "2026-04-08T00:00:00.000Z",
  detail: {}
})

/** What is there where nothing went wrong. */
const whole: Left = {
  mails: put.map(({ id }) => mailOf(id)),
  standings: put.map(standing),
  receipts: put.map(({ id }) => accepted(id))
}

const lossesOf = (left: Partial<Left>): string => {
  const found = tally()
  judge({ ...whole, ...left }, found)
  return found.losses.map((loss) => loss.replace(/^.* \/ /, "")).join("\n")
}

const { mails, receipts, standings } = whole
const swapped = mails.map((mail, i) => ({ 0: mails[2], 2: mails[0] })[i] ?? mail)

describe("what looks at mails", () => {
  it("finds nothing where each came once, and where some came again under the id that they had", () => {
    assert.equal(lossesOf({}), "")
    assert.equal(lossesOf({ mails: [...mails.slice(0, 3), ...mails] }), "")
  })

  it.each<readonly [what: string, left: Partial<Left>, finds: string]>([
    ["a notice that never came", { mails: mails.slice(0, -1) }, "smtp:P1/2 never came"],
    [
      "a notice that came again under another id",
      { mails: [...mails, mailOf("smtp:P1/2", { messageId: "<x>" })] },
      "came 2 times under different ids"
    ],
    ["a notice that came too early", { mails: swapped }, "out of order: smtp:P0/1 came where 0 was to come"],
    ["a mail that nobody has put in", { mails: [...mails, mailOf("other")] }, "a mail that nobody has put in: other"],
    ["a delivery that is gone", { standings: standings.slice(1) }, "smtp:P0/0 is in the storage no longer"],
    [
      "a delivery that is not at its end",
      { standings: standings.map((one, i) => (i === 3 ? { ...one, state: "dead" } : one)) },
      "smtp:P1/1 is not at its end: dead"
    ],
    [
      "a delivery whose acceptance is written down twice",
      { receipts: [...receipts, accepted("smtp:P0/0")] },
      "smtp:P0/0 has 2 receipts of its acceptance"
    ],
    [
      "a delivery whose acceptance is written down nowhere",
      { receipts: receipts.map((one) => ({ ...one, status: "failed" })) },
      "smtp:P1/2 has 0 receipts of its acceptance"
    ]
  ])("finds %s", (_, left, finds) => assert.include(lossesOf(left), finds))
})
