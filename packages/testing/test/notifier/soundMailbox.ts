import {
  type Change,
  type Fault,
  mailboxSecret,
  mailboxSupports,
  makeMailbox,
  type Tested
} from "@banfa/testing/notifier"

/** The ways in which a mailbox fails. */
const faults: Readonly<Record<string, Fault>> = {
  "it hangs": "hangs",
  "it is gone": { reason: "unavailable", retry: true },
  "it breaks off when it has the letter": { reason: "unavailable", retry: true, mayHold: true },
  "it refuses for good": { reason: "refused", retry: false },
  "it throttles": { reason: "throttled", retry: true, after: 2_000 },
  "its certificate is none": { reason: "untrusted", retry: false }
}

/** The channel of a mailbox, sound or broken in this way, and what the suite asks about it. */
export const mailboxTested = (change?: Change): Tested => ({
  supports: mailboxSupports,
  farSide: makeMailbox(undefined, change),
  notAddresses: (good) => [
    `${good},${good}`,
    `${good};`,
    `<${good}>`,
    `Name <${good}>`,
    `@${good}`,
    good.replace("@", "@@")
  ],
  secrets: [mailboxSecret],
  interruptions: Object.fromEntries(
    Object.entries<Fault>(faults).map(([way, fault]) => [way, makeMailbox(fault, change)])
  )
})
