/** The channels before a stand-in, as the suite of the port needs them. */
import type { Notifier } from "@banfa/core/port/Notifier"
import { type FarSide, type Interruption, type Received, sentOn, toldClock } from "@banfa/testing/notifier"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import {
  type ApplicationSettings,
  applicationLayer,
  type RobotSettings,
  robotsLayer,
  type ServiceSettings
} from "../src/index.ts"
import {
  agentId,
  corpId,
  type Fault,
  keyOf,
  type Organization,
  type StandIn,
  secret,
  startStandIn,
  type Taken
} from "./standIn.ts"

// more than any check of the suite sends: what the channels keep to has tests of its own
const limits = [{ count: 100_000, within: 60_000 }]

/** Longer than any machine is busy, in milliseconds. */
const patient = 60_000

/** An application before this stand-in. */
export const applicationTo = (standIn: StandIn, more: Partial<ApplicationSettings> = {}) =>
  applicationLayer(settingsOf(standIn, more))

/** The settings of that application. */
export const settingsOf = ({ url }: StandIn, more: Partial<ApplicationSettings> = {}): ApplicationSettings => ({
  baseUrl: url,
  allowHttp: true,
  corpId,
  secret: Redacted.make(secret),
  agentId,
  timeout: patient,
  limits,
  ...more
})

/** Robots before this stand-in: one that was removed from its group, and as many as are asked for. */
export const robotsTo = ({ url }: StandIn, more: Partial<RobotSettings> = {}) =>
  robotsLayer({ baseUrl: url, allowHttp: true, timeout: patient, limits, robots: robotKeys, ...more })

const robotNames = ["removed", ...Array.from({ length: 10_000 }, (_, i) => `group-${i}`)]

/** The key of each robot. */
export const robotKeys = Object.fromEntries(robotNames.map((name) => [name, Redacted.make(keyOf(name))]))

/** A channel before the stand-in, and what is an address of it. */
export interface Channel {
  readonly layer: (standIn: StandIn, more?: Pick<ServiceSettings, "ca">) => Layer.Layer<Notifier, unknown>
  readonly address: (number: number) => string
  readonly refused: string
}

export const applicationChannel: Channel = {
  layer: applicationTo,
  address: (number) => `user:u${number}`,
  refused: "user:nobody"
}

export const robotChannel: Channel = {
  layer: robotsTo,
  address: (number) => `robot:group-${number}`,
  refused: "robot:removed"
}

/** A far side of its own. */
export const farSideOf = (
  { address, layer, refused }: Channel,
  organization: Organization = {},
  more: Pick<ServiceSettings, "ca"> = {}
): Effect.Effect<FarSide & { readonly standIn: StandIn }, never, Scope.Scope> =>
  Effect.map(startStandIn(organization), (standIn) => ({
    standIn,
    layer: layer(standIn, more),
    received: Effect.sync(() => readAll(standIn.taken)),
    address,
    refused
  }))

/** A far side that fails so, until it does not. */
export const failing = (
  channel: Channel,
  fault: Fault,
  ends: Interruption["ends"],
  more: { readonly path?: string; readonly mayHold?: boolean } = {}
): Effect.Effect<Interruption, never, Scope.Scope> =>
  Effect.suspend(() => {
    const clock = toldClock()
    return Effect.map(farSideOf(channel, { silent: () => clock.pass() }), ({ layer, standIn, ...far }) => ({
      ...far,
      // who waits for what does not come waits until the service has fallen silent, and not a moment longer
      layer: sentOn(clock, layer),
      begin: Effect.sync(() => standIn.fail(fault, more.path)),
      end: Effect.sync(() => standIn.fail(undefined)),
      ends,
      mayHold: more.mayHold ?? false
    }))
  })

const part = /^（(\d+)\/(\d+) ([0-9a-f]{8})）\n/

/** The letters that these messages are, those in several parts put together again. */
export const readAll = (taken: ReadonlyArray<Taken>): ReadonlyArray<Received> => {
  const letters: Array<{ to: ReadonlyArray<string>; content: string; shape: Set<string> }> = []
  const begun = new Map<string, (typeof letters)[number]>()
  for (const { body, content, to } of taken) {
    const [mark = "", number = "1", , label = ""] = part.exec(content) ?? []
    const key = `${label} ${to.join()}`
    const letter = number === "1" ? { to, content: "", shape: new Set(Object.keys(body)) } : begun.get(key)
    if (letter === undefined) throw new Error(`part ${number} came without the one before it`)
    if (number === "1") letters.push(letter)
    begun.set(key, letter)
    letter.content += content.slice(mark.length)
    for (const element of markupIn(content, body.msgtype)) letter.shape.add(element)
  }
  return letters.map(({ content, shape, to }) => {
    const read = content.replaceAll("<\u2060", "<")
    return {
      id: /编号 No\. (.*)$/u.exec(read)?.[1] ?? "",
      to,
      text: { zh: read, en: read },
      shape: [...shape].toSorted()
    }
  })
}

/** What the service takes for markup: in a text a link or the name of a member, in Markdown every sign but those of the channel itself. */
const markupIn = (content: string, type: unknown): ReadonlyArray<string> =>
  type === "text"
    ? (content.match(/<[@a-z/][^>]*>?/giu) ?? [])
    : (content.replace(/^(### |> )/gm, "").match(/[<>[\]*#`\\~_|]/g) ?? [])
