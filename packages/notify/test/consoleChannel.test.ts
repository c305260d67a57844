import { type FarSide, notifierSuite, type Received, sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { layer, make, supports } from "../src/consoleChannel.ts"

/** A console that keeps what it is told, and that breaks when it is asked to. */
const keeping = () => {
  const kept: Array<string> = []
  let broken = false
  const log = (...said: ReadonlyArray<unknown>) => {
    if (broken) throw new Error("EPIPE")
    kept.push(`${said.join(" ")}\n`)
  }
  return {
    kept,
    console: { ...globalThis.console, log },
    breaks: (now: boolean) => {
      broken = now
    }
  }
}

/** The letters that stand in a text, each from its head to the next. */
const lettersIn = (text: string): ReadonlyArray<Received> =>
  text
    .split(/^(?=── )/m)
    .filter((part) => part !== "")
    .map((part) => {
      const [head = "", ...lines] = part.split("\n")
      const [, id = "", to = ""] = /^── (\S+|".*") → (\S+(?:, \S+)*)$/u.exec(head) ?? []
      const read = lines.map((line) => line.replace(/^ {2}/, "")).join("\n")
      const shape = part.split("\n").flatMap((line) => (line === "" || line.startsWith("  ") ? [] : [line.slice(0, 2)]))
      return { id, to: to.split(", "), text: { zh: read, en: read }, shape }
    })

const farSide = Effect.sync((): FarSide & { readonly breaks: (now: boolean) => void } => {
  const { breaks, console, kept } = keeping()
  return {
    refused: "nobody@gov.example",
    layer: layer({ refuses: ["nobody@gov.example"] }).pipe(Layer.provide(Layer.succeed(Console.Console, console))),
    received: Effect.sync(() => lettersIn(kept.join(""))),
    address: (number) => `unit-${number}@gov.example`,
    breaks
  }
})

notifierSuite({
  name: "the console",
  supports,
  farSide,
  interruptions: {
    "nobody reads it": Effect.map(farSide, ({ breaks, ...far }) => ({
      ...far,
      begin: Effect.sync(() => breaks(true)),
      end: Effect.sync(() => breaks(false)),
      ends: { reason: "unavailable", retry: true } as const
    }))
  },
  notAddresses: (good) => [`${good},b`, `${good};b`, `<${good}>`, `"${good}"`, "a b", "a\u00A0b", "a\u200Bb", "(a)"]
})

describe("the console channel", () => {
  it.effect("shows a letter in both languages", () =>
    Effect.gen(function* () {
      const { console, kept } = keeping()
      const notifier = yield* Effect.provideService(make({ channel: "wecom" }), Console.Console, console)
      assert.strictEqual(notifier.channel, "wecom")
      yield* notifier.send({ id: "notice/1", letter: sampleLetter(), to: ["user:li", "party:3", "user:li"] })
      assert.strictEqual(
        kept.join(""),
        `── notice/1 → user:li, party:3
  投资进展情况抄送（第一季度）
  建设单位已于4月8日报送投资进展情况，现抄送贵单位备案。
  请在收到后登记。
  依据第十二条：“抄送信息化主管部门备案”

  Copy of the investment progress, first quarter
  The progress was reported on 8 April.
  Please enter it on arrival.
  Under art. 12: “sends a copy to the informatization authority for filing”

`
      )
    })
  )

  it.effect("lets no text act on a terminal, or look like another letter", () =>
    Effect.gen(function* () {
      const { console, kept } = keeping()
      const notifier = yield* Effect.provideService(make(), Console.Console, console)
      const title = { zh: "\u001B[2J清\u009B2J", en: "a\r\n── notice/2 → b\u2028c\u0007" }
      yield* notifier.send({ id: "a\n── b → c", letter: sampleLetter({ title }), to: ["a"] })
      const text = kept.join("")
      assert.notMatch(text.replaceAll("\n", ""), /\p{Cc}/u)
      assert.include(text, "  ␛[2J清\\x9b2J\n")
      assert.include(text, "  a\n  ── notice/2 → b\n  c␇\n")
      assert.isTrue(text.startsWith('── "a\\n── b → c" → a\n'))
      assert.strictEqual(lettersIn(text).length, 1)
    })
  )
})
