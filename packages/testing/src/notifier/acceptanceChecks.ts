import * as Effect from "effect/Effect"
import { type Check, check } from "./Check.ts"
import { dispatch, letterWith } from "./letters.ts"

/** Guarantee 3: all or told. */
export const acceptanceChecks: ReadonlyArray<Check> = [
  check(
    "all or told",
    "what was taken is at the far side, for the address to which it went and for no other",
    (probe) =>
      Effect.gen(function* () {
        const { far, same, send, supports } = probe
        for (const number of [0, 1]) {
          const before = (yield* far.received).length
          const ended = yield* send(dispatch([far.address(number)]))
          const came = (yield* far.received).slice(before)
          same("status", ended._tag === "Accepted" && ended.accepted.status, supports.acceptance ? "accepted" : "sent")
          same(
            "to",
            came.map(({ to }) => to),
            [[far.address(number)]]
          )
        }
      })
  ),

  check(
    "all or told",
    "letters that are sent at once are each taken and there, or not delivered and not there",
    (probe) =>
      Effect.gen(function* () {
        const { far, holds, same, send } = probe
        const sent = Array.from({ length: 12 }, (_, i) => dispatch([far.address(i % 3)], letterWith(`第${i}号`)))
        const endings = yield* Effect.forEach(sent, (each) => send(each), { concurrency: "unbounded" })
        const came = yield* far.received
        for (const [i, ended] of endings.entries()) {
          holds(`letter ${i} ended as ${ended._tag}`, ended._tag !== "Stopped")
          const its = came.filter(({ text }) => text.zh.includes(`第${i}号`))
          same(
            `letter ${i} came to`,
            its.map(({ to }) => to),
            ended._tag === "Accepted" ? [[far.address(i % 3)]] : []
          )
        }
        same("how many came", came.length, endings.filter(({ _tag }) => _tag === "Accepted").length)
      })
  ),

  check("all or told", "a letter to nobody is not delivered", ({ refuses }) =>
    refuses("to nobody", dispatch([]), "invalid-address")
  ),

  check(
    "all or told",
    "a letter to several addresses is at the far side for each of them, once",
    ({ deliver, far, same }) =>
      Effect.gen(function* () {
        const to = [far.address(0), far.address(1), far.address(2)]
        const came = yield* deliver("to three", dispatch(to))
        same("to", came.flatMap(({ to }) => to).toSorted(), to.toSorted())
        const again = yield* deliver("to one, named twice", dispatch([far.address(0), far.address(0)]))
        same("to one, named twice", [...new Set(again.flatMap(({ to }) => to))], [far.address(0)])
      }),
    ({ severalAddresses }) => severalAddresses
  ),

  check(
    "all or told",
    "an address that is refused although others are not is told, with the reason in both languages",
    ({ far, holds, same, send }) =>
      Effect.gen(function* () {
        const { refused } = far
        holds("no address that is refused was given to the suite", refused !== undefined)
        if (refused === undefined) return
        const ended = yield* send(dispatch([far.address(0), refused, far.address(1)]))
        const told = ended._tag === "Accepted" ? (ended.accepted.refused ?? []) : []
        same("how it ended", ended._tag, "Accepted")
        same(
          "refused",
          told.map(({ address }) => address),
          [refused]
        )
        holds(
          "no reason in both languages",
          told.every(({ text }) => text.zh !== "" && text.en !== "")
        )
        const to = (yield* far.received).flatMap(({ to }) => to)
        same("to", to.toSorted(), [far.address(0), far.address(1)].toSorted())
      }),
    ({ severalAddresses }) => severalAddresses
  ),

  check(
    "all or told",
    "a letter that every address refuses is not delivered, and need not be tried again",
    ({ far, same, send }) =>
      Effect.gen(function* () {
        const ended = yield* send(dispatch(far.refused === undefined ? [] : [far.refused]))
        same("how it ended", ended._tag === "NotDelivered" && ended.error.retry, false)
        same("how it ended", ended._tag, "NotDelivered")
        same("at the far side", (yield* far.received).length, 0)
      }),
    ({ severalAddresses }) => severalAddresses
  ),

  check(
    "all or told",
    "a channel that sends to one address at a time sends to none of two",
    ({ far, refuses }) => refuses("to two", dispatch([far.address(0), far.address(1)]), "invalid-address"),
    ({ severalAddresses }) => !severalAddresses
  )
]
