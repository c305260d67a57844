import * as Effect from "effect/Effect"
import { type Check, check, type Probe } from "./Check.ts"
import { attacks, dispatch, letterWith, newId, sampleLetter } from "./letters.ts"

/** What is an address of no channel. */
const nobody = (good: string): ReadonlyArray<string> => [
  "",
  " ",
  "\u0000",
  ` ${good}`,
  `${good} `,
  `${good}\n`,
  `${good}\r\nBcc: everybody@example.org`,
  `${good}\nX-Injected: 1`,
  `${good}\u0000`,
  `${good.slice(0, 3)}\r\n${good.slice(3)}`,
  `${good}\u2028`,
  `${good}\u202E`,
  `${good}${"x".repeat(10_000)}`
]

/** The address written with letters that look the same, or that some take for the same. */
const lookalikes = (good: string): ReadonlyArray<string> =>
  [
    good.replace(/[a-z](?=[^a-z]*$)/u, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
    good.replaceAll("a", "\u0430"),
    good.replaceAll("e", "\u0435"),
    good.replaceAll("o", "\u043e"),
    `${good}\u200B`
  ].filter((each) => each !== good)

/** Sends this and looks whether the far side has got one letter of the same parts as a plain one. */
const staysALetter = (
  { deliver, far, same }: Probe,
  what: string,
  plain: ReadonlyArray<string>,
  sent: ReturnType<typeof dispatch>
) =>
  Effect.gen(function* () {
    const came = yield* deliver(what, sent)
    same(
      `${what}: to`,
      came.map(({ to }) => to),
      [[far.address(0)]]
    )
    same(`${what}: its parts`, came[0]?.shape, plain)
  })

/** The parts of a plain letter of two paragraphs. */
const plainShape = ({ deliver, far }: Probe) =>
  Effect.map(deliver("a plain letter", dispatch([far.address(0)])), (came) => came[0]?.shape ?? [])

/** Guarantee 4: no injection. */
export const injectionChecks: ReadonlyArray<Check> = [
  check("no injection", "nothing that stands in title, body or notice makes anything else than a letter", (probe) =>
    Effect.gen(function* () {
      const plain = yield* plainShape(probe)
      for (const [what, attack] of Object.entries(attacks)) {
        const { article: _, notice: __, quote: ___, ...written } = letterWith(attack)
        const letter = sampleLetter({
          ...written,
          article: { zh: `第十二条${attack}`, en: `art. 12${attack}` },
          notice: { case: { subject: "project", id: `P1${attack}` }, instance: attack, fact: attack, act: attack }
        })
        yield* staysALetter(probe, what, plain, dispatch([probe.far.address(0)], letter))
      }
    })
  ),

  check("no injection", "nothing that stands in an id makes anything else than an id", (probe) =>
    Effect.gen(function* () {
      const plain = yield* plainShape(probe)
      for (const [what, attack] of Object.entries(attacks)) {
        const id = `${newId()}${attack}\u0000`
        yield* staysALetter(probe, what, plain, dispatch([probe.far.address(0)], sampleLetter(), id))
      }
    })
  ),

  check("no injection", "to what is no address nothing is sent", (probe) =>
    Effect.gen(function* () {
      const good = probe.far.address(0)
      const none = [...nobody(good), ...probe.notAddresses(good)]
      for (const address of none) {
        const what = JSON.stringify(address).slice(0, 80)
        yield* probe.refuses(what, dispatch([address]), "invalid-address")
      }
    })
  ),

  check(
    "no injection",
    "what is no address stands beside one that is: it is told, or nothing is sent at all",
    (probe) =>
      Effect.gen(function* () {
        const { far, same, send } = probe
        const good = far.address(0)
        for (const address of ["", `${good}\r\nBcc: everybody@example.org`, ...probe.notAddresses(good)]) {
          const what = JSON.stringify(address).slice(0, 80)
          const before = (yield* far.received).length
          const ended = yield* send(dispatch([good, address]))
          const to = (yield* far.received).slice(before).flatMap(({ to }) => to)
          if (ended._tag === "Accepted") {
            same(
              `${what}: told`,
              ended.accepted.refused?.map(({ address }) => address),
              [address]
            )
            same(`${what}: to`, to, [good])
          } else {
            same(what, ended._tag === "NotDelivered" && ended.error.reason, "invalid-address")
            same(`${what}: to`, to, [])
          }
        }
      }),
    ({ severalAddresses }) => severalAddresses
  ),

  check("no injection", "a letter to an address that looks like another one does not come to the other", (probe) =>
    Effect.gen(function* () {
      const { far, holds, send } = probe
      const good = far.address(0)
      for (const address of lookalikes(good)) {
        const ended = yield* send(dispatch([address]))
        holds(`${JSON.stringify(address)} ended as ${ended._tag}`, ended._tag !== "Stopped")
        holds(
          `what is sent to ${JSON.stringify(address)} comes to ${good}`,
          !(yield* far.received).some(({ to }) => to.includes(good))
        )
      }
    })
  ),

  check(
    "no injection",
    "a letter to 10,000 addresses goes to all that are not told, or is refused as a whole",
    (probe) =>
      Effect.gen(function* () {
        const { far, holds, same, send } = probe
        const to = Array.from({ length: 10_000 }, (_, i) => far.address(i))
        const ended = yield* send(dispatch(to))
        const came = new Set((yield* far.received).flatMap(({ to }) => to))
        if (ended._tag === "Accepted") {
          const told = new Set(ended.accepted.refused?.map(({ address }) => address))
          same("how many are neither told nor there", to.filter((each) => !told.has(each) && !came.has(each)).length, 0)
        } else {
          holds(`it ended as ${ended._tag}`, ended._tag === "NotDelivered" && !ended.error.retry)
          same("at the far side", came.size, 0)
        }
      })
  )
]
