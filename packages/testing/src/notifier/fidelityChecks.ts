import type { Dispatch, Letter } from "@banfa/core/port/Notifier"
import * as Effect from "effect/Effect"
import fc from "fast-check"
import { type Check, check, type Probe } from "./Check.ts"
import { dispatch, letters, letterWith, lines, piecesOf, sampleLetter, scripts, unprintable } from "./letters.ts"
import type { Received } from "./Means.ts"

/** What a channel may have to put something else in the place of: control characters, ends of lines and halves of characters. */
const replaceable = /[\p{Cc}\p{Cs}\u2028\u2029]+/u

/** Whether this stands in a text, with anything short in the place of what cannot be sent. */
const standsIn = (text: string, piece: string): boolean => {
  const parts = piece.split(replaceable)
  // a pattern of half a million characters is too long for the engine
  if (parts.length === 1) return text.includes(piece)
  const literally = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&"))
  return new RegExp(literally.join("[^]{0,30}"), "u").test(text)
}

/** What of a letter cannot be read in what came. */
const missingIn = (received: Received | undefined, letter: Letter): ReadonlyArray<string> =>
  piecesOf(letter).flatMap((piece) =>
    (["zh", "en"] as const)
      .filter((language) => received === undefined || !standsIn(received.text[language], piece[language]))
      .map((language) => `${language}: ${piece[language].slice(0, 80)}`)
  )

/** Sends a letter and looks whether it came once and whole. */
const arrives = ({ deliver, far, same }: Probe, what: string, letter: Letter) =>
  Effect.gen(function* () {
    const sent: Dispatch = dispatch([far.address(0)], letter)
    const came = yield* deliver(what, sent)
    same(`${what}: how often it came`, came.length, 1)
    same(`${what}: what is missing`, missingIn(came[0], letter), [])
  })

/** Guarantee 1: fidelity. */
export const fidelityChecks: ReadonlyArray<Check> = [
  check("fidelity", "a letter arrives with title, body, article and quote in both languages", (probe) =>
    arrives(probe, "the letter", sampleLetter())
  ),

  check("fidelity", "a letter in any script arrives character by character", (probe) =>
    Effect.forEach(Object.entries(scripts), ([what, text]) => arrives(probe, what, letterWith(text)), { discard: true })
  ),

  check("fidelity", "a line that looks like one of a protocol arrives as it was written", (probe) =>
    arrives(probe, "the lines", sampleLetter({ body: lines.map((line) => ({ zh: `${line} 文`, en: `${line} text` })) }))
  ),

  check("fidelity", "a character that cannot be sent takes nothing with it", (probe) =>
    Effect.forEach(Object.entries(unprintable), ([what, text]) => arrives(probe, what, letterWith(`a${text}b`)), {
      discard: true
    })
  ),

  check("fidelity", "any letter arrives as it was written", (probe) =>
    Effect.forEach(fc.sample(letters, 15), (letter, i) => arrives(probe, `letter ${i + 1}`, letter), { discard: true })
  ),

  check(
    "fidelity",
    "a letter that is too long is cut where that is shown, and else sent whole or refused as too large",
    (probe) =>
      Effect.gen(function* () {
        const { cutMark, far, holds, same, send } = probe
        for (const length of [1_000, 20_000, 500_000]) {
          const what = `a letter of ${length} characters in each language`
          // without a place to break a line, and with characters of three and of four bytes at every offset
          const letter = sampleLetter({
            body: [{ zh: `始${"长𠮷".repeat(length / 2)}终`, en: `begin ${"long ".repeat(length / 5)}end` }]
          })
          const before = (yield* far.received).length
          const ended = yield* send(dispatch([far.address(0)], letter))
          const came = (yield* far.received).slice(before)
          if (ended._tag === "NotDelivered") {
            same(what, [ended.error.reason, ended.error.retry, came.length], ["too-large", false, 0])
            continue
          }
          same(what, [ended._tag, came.length], ["Accepted", 1])
          const missing = missingIn(came[0], letter)
          if (missing.length === 0) continue
          const { zh = "", en = "" } = came[0]?.text ?? {}
          holds(`${what} is cut, and nothing shows it`, cutMark !== undefined && `${zh}${en}`.includes(cutMark))
          holds(`${what} is cut within a character`, !/\p{Cs}|\uFFFD/u.test(`${zh}${en}`))
          same(`${what} is cut: what is missing`, missingIn(came[0], { ...letter, body: [] }), [])
        }
      })
  )
]
