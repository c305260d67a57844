/**
 * An identity that is broken in one way: a suite that does not find it out is not worth running.
 */
import type { Credential } from "@banfa/core/port/Identity"
import * as Effect from "effect/Effect"
import type { Guarantee } from "./Check.ts"
import type { Enrolled, FarSide, Interruption, Means, Person } from "./Means.ts"
import { type Service, secretOf } from "./people.ts"

/** One way to break an identity. */
export interface Mutant {
  /** What the broken identity does, as the end of the sentence "an identity that …". */
  readonly name: string
  /** The guarantee that it breaks: its checks find it out, and those of no other. */
  readonly breaks: Guarantee
  /** The means of a sound identity, with the identity broken. */
  readonly of: (sound: Means) => Means
}

/** What a mutant knows of the far side, so that it can be wrong in a plausible way. */
interface Known {
  /** Who was enrolled with a credential, where that was told: in a far side, not in an interruption. */
  readonly stated: (credential: Credential) => Person | undefined
  /** What somebody was enrolled with, the first whose secret is like that. */
  readonly enrolled: (like: (secret: string) => boolean) => Credential | undefined
  /** Whose credential it is. */
  readonly whose: (credential: Credential) => string | undefined
  /** Whether the far side was taken away. */
  readonly isGone: () => boolean
}

/** What a mutant makes of what the sound identity answers. */
export type Change = (sound: Service["actor"], known: Known) => Service["actor"]

/** A mutant that answers otherwise. `begin` is called once for each far side and each way in which it goes. */
export const mutant = (breaks: Guarantee, name: string, begin: () => Change): Mutant => ({
  name,
  breaks,
  of: (sound) => ({
    begin: Effect.map(sound.begin, (farSide) => brokenFarSide(farSide, begin())),
    interruptions: Object.fromEntries(
      Object.entries(sound.interruptions).map(([way, interruption]) => [
        way,
        Effect.map(interruption, (one) => brokenInterruption(one, begin()))
      ])
    )
  })
})

const brokenFarSide = (farSide: FarSide, change: Change): FarSide => {
  const people = new Map<string, { readonly person: Person; readonly made: Enrolled }>()
  const known: Known = {
    stated: (credential) => people.get(secretOf(credential))?.person,
    enrolled: (like) => {
      for (const [secret, { made }] of people)
        if (like(secret)) return made.credentials.find((one) => secretOf(one) === secret)
      return undefined
    },
    whose: (credential) => people.get(secretOf(credential))?.made.person,
    isGone: () => false
  }
  return {
    ...farSide,
    identity: { actor: change(farSide.identity.actor, known) },
    enrol: (person) =>
      Effect.tap(farSide.enrol(person), (made) =>
        Effect.sync(() => {
          for (const credential of made?.credentials ?? [])
            if (made !== undefined) people.set(secretOf(credential), { person, made })
        })
      )
  }
}

const brokenInterruption = (sound: Interruption, change: Change): Interruption => {
  let gone = false
  const note = (now: boolean) =>
    Effect.sync(() => {
      gone = now
    })
  const everybody = [sound.enrolled.asked, sound.enrolled.unasked]
  const known: Known = {
    stated: () => undefined,
    enrolled: () => undefined,
    whose: (credential) =>
      everybody.find(({ credentials }) => credentials.some((one) => secretOf(one) === secretOf(credential)))?.person,
    isGone: () => gone
  }
  const broken = (identity: Service): Service => ({ actor: change(identity.actor, known) })
  return {
    ...sound,
    identity: broken(sound.identity),
    takeAway: Effect.andThen(sound.takeAway, note(true)),
    giveBack: Effect.map(
      Effect.tap(sound.giveBack, () => note(false)),
      broken
    )
  }
}

/** Answers that change every actor on its way out. */
export const onActor =
  (
    change: (actor: Effect.Success<ReturnType<Service["actor"]>>) => Effect.Success<ReturnType<Service["actor"]>>
  ): Change =>
  (sound) =>
  (credential) =>
    Effect.map(sound(credential), change)
