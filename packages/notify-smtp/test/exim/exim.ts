/** Exim as Debian packs it, at the end of a line: what it delivered into a maildir is what arrived. */
import { randomUUID } from "node:crypto"
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { type FarSide, type Interruption, sentOn, toldClock } from "@banfa/testing/notifier"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { inject } from "vitest"
import { layer, type Options } from "../../src/SmtpNotifier.ts"
import { receivedOf } from "../farSide.ts"
import { type Fault, type Line, line } from "../Line.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** The mail server that the run has started. */
    readonly exim: string
    /** Its folder. */
    readonly eximFolder: string
  }
}

const [url, folder] = [new URL(inject("exim")), inject("eximFolder")]
const input = join(folder, "spool", "input")

/** The settings of a channel to it, over this port. */
export const settings = (port: number, more: Partial<Options> = {}): Options => ({
  url: Object.assign(new URL(url), { port: String(port) }).href.replace(/\/$/, ""),
  from: "信息化主管部门（示例） <notice@info.example.gov.cn>",
  ca: readFileSync(join(folder, "certificate.pem"), "utf8"),
  ...more
})

/** Where it listens. */
export const port = Number(url.port)
/** The password with which it is logged in. */
export const { password } = url

const lineOf = (name: string, raw: Buffer): string =>
  new RegExp(`^${name}: (.*)$`, "im").exec(raw.toString("latin1"))?.[1]?.trim() ?? ""

/** What it delivered to this domain, in the order in which it came, once nothing is on its way any more. */
export const deliveredTo = async (domain: string): Promise<ReadonlyArray<{ to: string; raw: Buffer }>> => {
  while (existsSync(input) && readdirSync(input).some((file) => file.endsWith("-H"))) await setTimeout(10)
  return globSync("mail/new/*", { cwd: folder })
    .map((file) => {
      const raw = readFileSync(join(folder, file))
      // Exim names a file by the second and the microsecond in which it came
      const [, second, micro] = /(\d+)\.M(\d+)P/.exec(file) ?? []
      return { to: lineOf("Envelope-to", raw), raw, at: Number(second) * 1e6 + Number(micro) }
    })
    .filter(({ to }) => to.endsWith(`@${domain}`))
    .toSorted((one, other) => one.at - other.at)
}

const farSideOf = (over: Line): FarSide => {
  const domain = `${randomUUID()}.example.gov.cn`
  return {
    layer: layer(settings(over.port)),
    received: Effect.promise(async () =>
      Promise.all((await deliveredTo(domain)).map(({ raw, to }) => receivedOf({ raw, to: [to] }, "text")))
    ),
    address: (number) => `person${number}@${domain}`,
    refused: `nobody@${domain}`
  }
}

/** A far side of its own. */
export const farSide = Effect.map(line(port), (over) => farSideOf(over))

const lineThat = (fault: Fault): Effect.Effect<Interruption, unknown, Scope.Scope> =>
  Effect.suspend(() => {
    const clock = toldClock()
    return Effect.map(
      line(port, () => clock.pass()),
      (over) => {
        const far = farSideOf(over)
        return {
          ...far,
          layer: sentOn(clock, layer(settings(over.port))),
          begin: Effect.promise(() => over.become(fault)),
          end: Effect.promise(() => over.become({ _tag: "None" })),
          ends: { reason: "unavailable", retry: true }
        }
      }
    )
  })

const serverThat = (answers: "later" | "never", ends: Interruption["ends"]) =>
  Effect.gen(function* () {
    const file = join(folder, answers)
    const far = farSideOf(yield* line(port))
    const domain = far.address(0).replace(/^.*@/, "")
    const others = () => readFileSync(file, "utf8").replace(`${domain}:\n`, "")
    const end = Effect.sync(() => writeFileSync(file, others()))
    yield* Effect.addFinalizer(() => end)
    return { ...far, begin: Effect.sync(() => writeFileSync(file, `${others()}${domain}:\n`)), end, ends }
  })

/** The ways in which it fails. */
export const interruptions: Readonly<Record<string, Effect.Effect<Interruption, unknown, Scope.Scope>>> = {
  "it is gone": lineThat({ _tag: "Refuses" }),
  "it says nothing": lineThat({ _tag: "Silent", after: 0 }),
  "the connection breaks in the middle of a letter": lineThat({ _tag: "Cut", after: 3000 }),
  "it does not take letters, for now": serverThat("later", { reason: "unavailable", retry: true }),
  "it takes no letters": serverThat("never", { reason: "refused", retry: false })
}
