/** Whom a message of an application goes to, and whom it did not reach. @module */
import type { Accepted, Dispatch, NotDelivered } from "@banfa/core/port/Notifier"
import type { Text } from "@banfa/core/regulation"
import * as Effect from "effect/Effect"
import { everybody, invalidAddresses, type Recipient, recipientOf, tooMany } from "./addresses.ts"
import type { Recipients } from "./roomWithin.ts"
import type { Answer } from "./service.ts"

export type { Recipient } from "./addresses.ts"

/** The fields of a message that name its recipients. */
export interface Addressed {
  /** Members, between `|`. */
  readonly touser?: string
  /** Departments, between `|`. */
  readonly toparty?: string
  /** Tags, between `|`. */
  readonly totag?: string
}

/** What the service names in one call at most, under its field and what an address of it begins with. */
const lists = [
  { field: "touser", kind: "user", most: 1000 },
  { field: "toparty", kind: "party", most: 100 },
  { field: "totag", kind: "tag", most: 100 }
] as const

/** The recipients, or what of the addresses is none. Two addresses of one member are two recipients with one key. */
export const recipientsOf = (
  { to }: Dispatch,
  allowEverybody: boolean
): Effect.Effect<ReadonlyArray<Recipient>, NotDelivered> => {
  const each = [...new Set(to)]
  const recipients = each.flatMap((address) => recipientOf(address, allowEverybody) ?? [])
  const known = new Set(recipients.map(({ address }) => address))
  if (each.length === 0 || recipients.length < each.length)
    return Effect.fail(invalidAddresses(each.filter((address) => !known.has(address))))
  const full = lists.find(({ kind, most }) => ofKind(recipients, kind).size > most)
  return full === undefined ? Effect.succeed(recipients) : Effect.fail(tooMany(`${full.kind}:`, full.most))
}

/** Those of a kind by their key, each once. */
const ofKind = (recipients: ReadonlyArray<Recipient>, kind: Recipient["kind"]): ReadonlyMap<string, Recipient> =>
  new Map(recipients.flatMap((recipient) => (recipient.kind === kind ? [[recipient.key, recipient] as const] : [])))

/** The members who are reached, where it is known. */
export const reached = (recipients: ReadonlyArray<Recipient>): Recipients =>
  recipients.every(({ id, kind }) => kind === "user" && id !== everybody)
    ? [...ofKind(recipients, "user").keys()]
    : "anybody"

/** The fields that name the recipients. */
export const addressed = (recipients: ReadonlyArray<Recipient>): Addressed =>
  Object.fromEntries(
    lists.flatMap(({ field, kind }) => {
      const ids = [...ofKind(recipients, kind).values()].map(({ id }) => id)
      return ids.length === 0 ? [] : [[field, ids.join("|")]]
    })
  )

/** The fields of an answer that name who was not reached, and why. */
const notReached = [
  {
    field: "invaliduser",
    kind: "user",
    text: {
      zh: "成员不存在，或不在应用的可见范围之内",
      en: "there is no such member, or the application does not reach them"
    }
  },
  {
    field: "invalidparty",
    kind: "party",
    text: {
      zh: "部门不存在，或不在应用的可见范围之内",
      en: "there is no such department, or the application does not reach it"
    }
  },
  {
    field: "invalidtag",
    kind: "tag",
    text: {
      zh: "标签不存在，或不在应用的可见范围之内",
      en: "there is no such tag, or the application does not reach it"
    }
  },
  {
    field: "unlicenseduser",
    kind: "user",
    text: { zh: "成员没有接口许可", en: "the member has no licence for the interface" }
  }
] as const

/** What the answers to the messages of one letter come to: an address that one of them did not reach was not reached. */
export const acceptedOf = (
  answers: ReadonlyArray<Answer>,
  recipients: ReadonlyArray<Recipient>
): Effect.Effect<Accepted, NotDelivered> => {
  const why = new Map<string, Text>()
  for (const answer of answers) {
    for (const { field, kind, text } of notReached) {
      for (const id of (answer[field] ?? "").split("|")) why.set(`${kind}:${id.trim().toLowerCase()}`, text)
    }
  }
  const refused = recipients.flatMap((recipient) => {
    const text = why.get(recipient.key)
    return text === undefined ? [] : [{ address: recipient.address, text, retry: false }]
  })
  if (refused.length === recipients.length) return Effect.fail(invalidAddresses(refused.map(({ address }) => address)))
  const reference = answers.flatMap(({ msgid }) => msgid ?? []).join(",")
  return Effect.succeed({
    status: "accepted",
    ...(reference === "" ? {} : { reference }),
    ...(refused.length === 0 ? {} : { refused })
  })
}
