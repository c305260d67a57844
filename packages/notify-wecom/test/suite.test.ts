import { checks, type Means, notifierSuite } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { cutMark } from "../src/contents.ts"
import { applicationSupports, robotSupports } from "../src/index.ts"
import {
  applicationChannel,
  applicationTo,
  type Channel,
  failing,
  farSideOf,
  robotChannel,
  robotsTo
} from "./farSides.ts"
import { other, trusted } from "./selfSigned.ts"
import { type Fault, secret, tokens } from "./standIn.ts"

const unavailable = { reason: "unavailable", retry: true } as const

/** The ways in which the service fails for every channel. */
const interruptions = (channel: Channel, sendPath: string): Means["interruptions"] => {
  const by = (fault: Fault, ends: Parameters<typeof failing>[2] = unavailable) => failing(channel, fault, ends)
  return {
    "it is gone": Effect.map(farSideOf(channel), ({ standIn, ...far }) => ({
      ...far,
      begin: standIn.leave,
      end: standIn.comeBack,
      ends: unavailable
    })),
    "it never answers": by("hangs"),
    "its answer never ends": by("drips"),
    "it closes the connection without an answer": by("closes"),
    "it breaks its answer off": by("cuts"),
    "it breaks off after it took the letter": failing(channel, "loses", unavailable, { path: sendPath, mayHold: true }),
    "it answers something else than JSON": by({ status: 200, body: "<html>502</html>" }),
    "it answers JSON of another form": by({ status: 200, body: '{"code":0}' }),
    "it answers without end": by({ status: 200, body: "x".repeat(1_000_000) }),
    "it answers that it has an error": by({ status: 500 }),
    "it answers when to come again": by(
      { status: 503, headers: { "retry-after": "7" } },
      { ...unavailable, after: 7000 }
    ),
    "it sends elsewhere": by(
      { status: 302, headers: { location: "https://example.org/" } },
      { reason: "refused", retry: false }
    ),
    "it is busy": by({ errcode: -1, errmsg: "system busy" }),
    "it answers that too much was sent": by(
      { errcode: 45009, errmsg: "api freq out of limit" },
      { reason: "throttled", retry: true, after: 60_000 }
    ),
    "it answers that too much is sent at once": by(
      { errcode: 45033, errmsg: "api concurrent out of limit" },
      { reason: "throttled", retry: true, after: 1000 }
    ),
    "it does not trust the address from which is sent, and repeats what it was asked": by(
      { errcode: 60020, errmsg: "not allow to access from your ip {query}" },
      { reason: "not-authorized", retry: false }
    ),
    "it refuses a message, and repeats what it was asked": failing(
      channel,
      { errcode: 85002, errmsg: "{query}" },
      { reason: "refused", retry: false },
      { path: sendPath }
    ),
    "it takes a token for over, whichever it is": by(
      { errcode: 42001, errmsg: "access_token expired {query}" },
      { reason: "not-authorized", retry: true }
    ),
    "it shows another certificate": Effect.map(
      farSideOf(channel, { tls: trusted }, { ca: trusted.cert }),
      ({ standIn, ...far }) => ({
        ...far,
        begin: Effect.sync(() => standIn.show(other)),
        end: Effect.sync(() => standIn.show(trusted)),
        ends: { reason: "untrusted", retry: false }
      })
    )
  }
}

/** An application that cuts what does not fit into one message. */
const cuttingChannel: Channel = {
  ...applicationChannel,
  layer: (standIn, more) => applicationTo(standIn, { ...more, long: "cut" })
}

notifierSuite({
  name: "WeCom, application",
  supports: applicationSupports,
  farSide: farSideOf(applicationChannel),
  interruptions: interruptions(applicationChannel, "/cgi-bin/message/send"),
  notAddresses: (good) => [
    "u0",
    "user:",
    "user:@all",
    "@all",
    `${good}|u1`,
    `${good},user:u1`,
    "user:.u0",
    "user:u 0",
    "USER:u0",
    "party:0",
    "party:-1",
    "party:1|2",
    "party:一",
    "party:1.5",
    "tag:",
    "tag:1e3",
    "robot:group-0"
  ],
  secrets: [secret, tokens].flatMap((each) => [
    each,
    encodeURIComponent(each),
    `${new URLSearchParams({ each })}`.slice(5)
  ])
})

notifierSuite({
  name: "WeCom, application that cuts long letters",
  supports: applicationSupports,
  farSide: farSideOf(cuttingChannel),
  interruptions: { "it is busy": failing(cuttingChannel, { errcode: -1, errmsg: "system busy" }, unavailable) },
  notAddresses: () => ["user:@all"],
  cutMark
})

notifierSuite({
  name: "WeCom, robots",
  supports: robotSupports,
  farSide: farSideOf(robotChannel),
  interruptions: interruptions(robotChannel, "/cgi-bin/webhook/send"),
  notAddresses: (good) => [
    "group-0",
    "robot:",
    "robot:unknown",
    "robot:__proto__",
    `${good}|group-1`,
    `${good}?key=x`,
    "robot:../group-0",
    "ROBOT:group-0",
    "user:u0",
    "https://127.0.0.1/cgi-bin/webhook/send?key=x"
  ],
  secrets: ["the+key/of", encodeURIComponent("the+key/of")]
})

describe("Notifier › WeCom, robots in Markdown, in which a letter is not written character by character", () => {
  const channel: Channel = {
    ...robotChannel,
    layer: (standIn, more) => robotsTo(standIn, { ...more, type: "markdown" })
  }
  const tested = { supports: robotSupports, farSide: farSideOf(channel), interruptions: {}, notAddresses: () => [] }
  for (const { applies, findings, guarantee, title } of checks) {
    if (!applies(robotSupports) || guarantee === "fidelity" || guarantee === "failure") continue
    it.live(`${guarantee}: ${title}`, () => Effect.map(findings(tested), (found) => assert.deepStrictEqual(found, [])))
  }
})
