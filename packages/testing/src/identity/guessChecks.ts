import * as Effect from "effect/Effect"
import { ask, type Check, check, ending, type Probe } from "./Check.ts"
import type { Bad } from "./Means.ts"
import { newPerson } from "./people.ts"
import { lookAlikes, samplePosts } from "./sampleDirectory.ts"

const unread: ReadonlySet<string> = new Set<Bad["reason"]>(["claims", "unknown-agency"])

const noActor = (probe: Probe, what: string, posts: Parameters<typeof newPerson>[0]) =>
  Effect.gen(function* () {
    const made = yield* probe.enrol(newPerson(posts))
    for (const credential of made?.credentials ?? []) {
      const answer = yield* ask(probe.identity, credential, probe)
      const said =
        answer._tag === "Failure" && answer.error._tag === "NotAuthenticated" ? answer.error.reason : undefined
      probe.holds(`${credential._tag}, ${what}: ${ending(answer)}`, said !== undefined && unread.has(said))
    }
    return made !== undefined
  })

/** 3. No guess. */
export const guessChecks: ReadonlyArray<Check> = [
  check(
    "no guess",
    "an agency or a post that cannot be read gives no actor, and what cannot be read is said",
    (probe) =>
      Effect.gen(function* () {
        const ways = Object.entries(probe.unreadable)
        probe.holds("nothing that cannot be read was given to the suite", ways.length > 0)
        for (const [what, { credential, reason }] of ways) {
          probe.holds(`${what}: ${reason} is no reason of these`, unread.has(reason))
          probe.same(what, ending(yield* ask(probe.identity, yield* credential, probe)), `NotAuthenticated (${reason})`)
        }
      })
  ),

  check("no guess", "an agency that only looks like one is unknown", (probe) =>
    Effect.gen(function* () {
      let held = 0
      for (const [how, agency] of Object.entries(lookAlikes))
        if (yield* noActor(probe, how, [{ ...samplePosts.running, agency }])) held++
      probe.holds("the far side can hold none of the agencies that look like others", held > 0)
    })
  ),

  check("no guess", "one post in an unknown agency gives no actor, whatever posts stand beside it", (probe) =>
    Effect.gen(function* () {
      const unknown = { ...samplePosts.over, agency: "gz-elsewhere" }
      const held = yield* noActor(probe, "an unknown agency beside a known one", [samplePosts.running, unknown])
      probe.holds("the far side cannot hold an agency that is unknown", held)
    })
  )
]
