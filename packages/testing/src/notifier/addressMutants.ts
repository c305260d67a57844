import type { Accepted, Dispatch } from "@banfa/core/port/Notifier"
import * as Effect from "effect/Effect"
import { type Mutant, mutant, onDispatch } from "./Mutant.ts"
import { channelOver, isMailboxAddress, refusedAddress, written } from "./mailbox.ts"

const accepted: Accepted = { status: "accepted" }

/** Channels that do not say to whom a letter went. */
const acceptanceMutants: ReadonlyArray<Mutant> = [
  mutant(
    "all or told",
    "says only that it handed over what the far side says that it has",
    (sound) => (sent) => Effect.map(sound.send(sent), (answer): Accepted => ({ ...answer, status: "sent" }))
  ),
  mutant(
    "all or told",
    "keeps to itself who refused",
    (sound) => (sent) => Effect.map(sound.send(sent), () => accepted)
  ),
  mutant(
    "all or told",
    "says that what went to nobody was taken",
    (sound) => (sent) =>
      sent.to.every((address) => address === refusedAddress) && sent.to.length > 0
        ? Effect.succeed(accepted)
        : sound.send(sent)
  ),
  mutant(
    "all or told",
    "says that what is for nobody was taken",
    (sound) => (sent) => (sent.to.length === 0 ? Effect.succeed(accepted) : sound.send(sent))
  ),
  mutant(
    "all or told",
    "sends to the first of a few addresses alone",
    (sound) => (sent) =>
      sent.to.length < 10 && sent.to.every(isMailboxAddress)
        ? sound.send({ ...sent, to: sent.to.slice(0, 1) })
        : sound.send(sent)
  ),
  mutant("all or told", "takes the latest of letters that are sent at once for all of them", (sound) => {
    let latest: Dispatch["letter"] | undefined
    return (sent) =>
      Effect.gen(function* () {
        latest = sent.letter
        yield* Effect.yieldNow
        return yield* sound.send({ ...sent, letter: latest })
      })
  })
]

/** Channels with which something else can be written than a letter, or to somebody else. */
const injectionMutants: ReadonlyArray<Mutant> = [
  mutant("no injection", "lets an id end the line in which it stands", (_, wire) => channelOver(wire, "id").send),
  mutant("no injection", "lets a text end its header", (_, wire) => channelOver(wire, "article").send),
  mutant("no injection", "lets a text end its paragraph", (_, wire) => channelOver(wire, "body").send),
  mutant(
    "no injection",
    "takes the spaces around an address away",
    onDispatch((sent) => ({ ...sent, to: sent.to.map((address) => address.trim()) }))
  ),
  mutant(
    "no injection",
    "sends to whatever it is given",
    (sound, { post }) =>
      (sent) =>
        sent.to.length === 0 || sent.to.every(isMailboxAddress)
          ? sound.send(sent)
          : Effect.as(post(written(sent)), accepted)
  ),
  mutant(
    "no injection",
    "takes letters that look the same for the same",
    onDispatch((sent) => ({ ...sent, to: sent.to.map((address) => address.normalize("NFKC")) }))
  ),
  mutant(
    "no injection",
    "passes over what is no address",
    onDispatch((sent) => {
      const some = sent.to.filter(isMailboxAddress)
      return some.length === 0 ? sent : { ...sent, to: some }
    })
  ),
  mutant(
    "no injection",
    "sends to the first 1,000 addresses",
    onDispatch((sent) => ({ ...sent, to: sent.to.slice(0, 1_000) }))
  )
]

/** Channels that are broken in to whom they send. */
export const addressMutants: ReadonlyArray<Mutant> = [...acceptanceMutants, ...injectionMutants]
