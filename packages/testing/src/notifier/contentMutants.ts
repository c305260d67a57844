import { randomUUID } from "node:crypto"
import { type Mutant, mutant, onDispatch, onText } from "./Mutant.ts"

/** Channels that send something else than what was written. */
const fidelityMutants: ReadonlyArray<Mutant> = [
  mutant(
    "fidelity",
    "leaves one language out",
    onText((text, language) => (language === "en" ? "" : text))
  ),
  mutant(
    "fidelity",
    "takes one language for the other",
    onDispatch(({ letter, ...rest }) => {
      const { en, zh } = letter.title
      return { ...rest, letter: { ...letter, title: { zh: en, en: zh } } }
    })
  ),
  mutant(
    "fidelity",
    "leaves the quote out",
    onDispatch(({ letter, ...rest }) => ({ ...rest, letter: { ...letter, quote: { zh: "", en: "" } } }))
  ),
  mutant(
    "fidelity",
    "composes characters",
    onText((text) => text.normalize("NFC"))
  ),
  mutant(
    "fidelity",
    "escapes markup once too often",
    onText((text) => text.replaceAll("&", "&amp;"))
  ),
  mutant(
    "fidelity",
    "makes one space of two",
    onText((text) => text.replaceAll("  ", " "))
  ),
  mutant(
    "fidelity",
    "takes away the dot at the beginning of a line",
    onText((text) => text.replace(/^\./u, ""))
  ),
  mutant(
    "fidelity",
    "ends a text at NUL",
    onText((text) => text.split("\u0000")[0] ?? "")
  ),
  mutant(
    "fidelity",
    "cuts what is long, and does not show it",
    onText((text) => text.slice(0, 1_999))
  )
]

/** Channels that take one letter for two, or two for one. */
const idMutants: ReadonlyArray<Mutant> = [
  mutant(
    "one id",
    "cuts the id",
    onDispatch((sent) => ({ ...sent, id: sent.id.slice(0, 200) }))
  ),
  mutant(
    "one id",
    "takes no heed of capitals in an id",
    onDispatch((sent) => ({ ...sent, id: sent.id.toLowerCase() }))
  ),
  mutant(
    "one id",
    "takes the id of the notice",
    onDispatch((sent) => ({ ...sent, id: sent.letter.notice.id })),
    { failure: "two letters are one for who drops repeats" }
  ),
  mutant(
    "one id",
    "gives every attempt an id of its own",
    (sound) => (sent) => sound.send({ ...sent, id: `${sent.id}#${randomUUID()}` }),
    { failure: "a letter whose answer was lost is another one for who drops repeats" }
  ),
  mutant("one id", "makes its ids anew whenever it is opened", (sound) => {
    const opening = randomUUID()
    return (sent) => sound.send({ ...sent, id: `${opening}/${sent.id}` })
  })
]

/** Channels that are broken in what they send. */
export const contentMutants: ReadonlyArray<Mutant> = [...fidelityMutants, ...idMutants]
