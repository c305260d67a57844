import * as Effect from "effect/Effect"
import { ask, type Check, check, ending, type Probe } from "./Check.ts"
import type { Enrolled, Person } from "./Means.ts"
import { credentialOf, enrolled, essences, inventedBy, newPerson } from "./people.ts"
import { samplePosts } from "./sampleDirectory.ts"

const { acting, over, running, toCome } = samplePosts

/** The answers to all that somebody shows, against what was stated. */
const shows = (probe: Probe, stated: Person, { credentials, person }: Enrolled) =>
  Effect.forEach(credentials, (credential) =>
    Effect.map(ask(probe.identity, credential, probe), (answer) => {
      const what = `${credential._tag} of ${stated.posts.length} posts`
      if (answer._tag !== "Actor") return probe.same(what, ending(answer), "an actor")
      probe.same(`person by ${what}`, answer.actor.person, person)
      probe.same(`posts by ${what}`, essences(answer.actor.posts), essences(stated.posts))
      probe.same(`what nobody has stated, by ${what}`, inventedBy(answer.actor, stated), [])
    })
  )

const alternatives: ReadonlyArray<Person["posts"]> = [
  [],
  [running],
  [over],
  [toCome],
  [acting],
  [running, over],
  [over, toCome, acting],
  [running, over, toCome, acting]
]

/** 1. The person. */
export const personChecks: ReadonlyArray<Check> = [
  check(
    "the person",
    "who shows something good is the person with exactly the posts that are stated, each with its days: past ones, running ones, ones to come and those for the time being",
    (probe) =>
      Effect.forEach(alternatives, (posts) =>
        Effect.gen(function* () {
          const stated = newPerson(posts)
          const made = yield* enrolled(probe, stated)
          probe.same("a token", credentialOf(made, "Token") !== undefined, probe.supports.tokens)
          probe.same("a login", credentialOf(made, "Login") !== undefined, probe.supports.logins)
          probe.holds("no id of a person on record", /^\P{Cc}{1,190}$/u.test(made.person))
          yield* shows(probe, stated, made)
        })
      )
  ),

  check("the person", "two people of one name are two, and each holds their own posts only", (probe) =>
    Effect.gen(function* () {
      const [one, other] = [newPerson([running], "李同名"), newPerson([over, acting], "李同名")]
      const [first, second] = [yield* enrolled(probe, one), yield* enrolled(probe, other)]
      probe.holds("both are one person", first.person !== second.person)
      yield* shows(probe, other, second)
      yield* shows(probe, one, first)
      yield* shows(probe, other, second)
    })
  ),

  check(
    "the person",
    "who is stated anew holds the new posts and no longer the old ones, from the next login or token on",
    (probe) =>
      Effect.gen(function* () {
        const first = newPerson([running, over])
        const made = yield* enrolled(probe, first)
        yield* shows(probe, first, made)
        const anew: Person = { ...first, posts: [acting] }
        const again = yield* enrolled(probe, anew)
        probe.same("person", again.person, made.person)
        yield* shows(probe, anew, again)
      })
  ),

  check("the person", "of many who show something at once each is who they are", (probe) =>
    Effect.gen(function* () {
      const people = yield* Effect.forEach(Array.from({ length: 12 }), (_, i) => {
        const stated = newPerson(alternatives[i % alternatives.length] ?? [])
        return Effect.map(enrolled(probe, stated), (made) => ({ stated, made }))
      })
      yield* Effect.forEach(people, ({ made, stated }) => shows(probe, stated, made), { concurrency: "unbounded" })
    })
  )
]
