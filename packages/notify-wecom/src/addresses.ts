/** What is an address of the channels: `user:ID`, `party:ID`, `tag:ID` and `robot:NAME`. @module */
import { NotDelivered } from "@banfa/core/port/Notifier"
import { detailOf } from "./errorCodes.ts"

/** Whom an application can send to. */
export interface Recipient {
  /** A member, all of a department, or all with a tag. */
  readonly kind: "user" | "party" | "tag"
  /** How the service names it. */
  readonly id: string
  /** The same for the same recipient: of a member in small letters, since the service takes large ones for the same and answers in small ones. */
  readonly key: string
  /** The address as it was given. */
  readonly address: string
}

/** Everybody who sees the application. */
export const everybody = "@all"

// the service: letters, digits and _ - @ . and of those a letter or a digit first; no | gets in, which would make two of one
const user = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/
const number = /^[1-9]\d{0,9}$/
const robot = /^[\p{L}\p{N}_.-]{1,64}$/u

/** Whether this can be the name of a robot. */
export const isRobotName = (name: string): boolean => robot.test(name)

/** The recipient, if it is the address of one. */
export const recipientOf = (address: string, allowEverybody: boolean): Recipient | undefined => {
  const colon = address.indexOf(":")
  const [kind, id] = [address.slice(0, colon), address.slice(colon + 1)]
  if (kind !== "user" && kind !== "party" && kind !== "tag") return undefined
  const isOne = kind === "user" ? user.test(id) || (allowEverybody && id === everybody) : number.test(id)
  return isOne ? { kind, id, key: `${kind}:${id.toLowerCase()}`, address } : undefined
}

/** The name of the robot, if it is the address of one. */
export const robotOf = (address: string): string | undefined => {
  const name = address.startsWith("robot:") ? address.slice("robot:".length) : ""
  return isRobotName(name) ? name : undefined
}

/** That these are no addresses; with none, that nobody is addressed. */
export const invalidAddresses = (addresses: ReadonlyArray<string>): NotDelivered =>
  new NotDelivered({
    reason: "invalid-address",
    retry: false,
    detail: detailOf(
      addresses.length === 0
        ? "没有收件人 (nobody is addressed)"
        : addresses.map((address) => JSON.stringify(address.slice(0, 80))).join(", ")
    )
  })

/** That these are more than the channel can send to at once. */
export const tooMany = (what: string, most: number): NotDelivered =>
  new NotDelivered({
    reason: "too-large",
    retry: false,
    detail: `收件人过多：${what} 一次至多 ${most} 个 (at most ${most} ${what} at once)`
  })
