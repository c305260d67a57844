import type { Actor } from "@banfa/core/agency"
import { type Credential, IdentityUnavailable, NotAuthenticated } from "@banfa/core/port/Identity"
import * as Effect from "effect/Effect"
import { type Change, type Mutant, mutant, onActor } from "./Mutant.ts"
import { type Service, secretOf } from "./people.ts"
import { sampleDirectory } from "./sampleDirectory.ts"

/** Reasons that speak of agency and posts, which the third guarantee is about. */
const unread: ReadonlySet<NotAuthenticated["reason"]> = new Set<NotAuthenticated["reason"]>([
  "claims",
  "unknown-agency"
])

const posts = (change: (posts: Actor["posts"]) => Actor["posts"]) => () =>
  onActor((actor) => ({ ...actor, posts: change(actor.posts) }))

const withoutEnd = ({ until: _, ...post }: Actor["posts"][number]): Actor["posts"][number] => post

const personMutants: ReadonlyArray<Mutant> = [
  mutant(
    "the person",
    "forgets the last day of a post",
    posts((all) => all.map(withoutEnd))
  ),
  mutant(
    "the person",
    "forgets that a post is held for the time being",
    posts((all) => all.map(({ acting: _, ...post }) => post))
  ),
  mutant(
    "the person",
    "leaves out posts that are over",
    posts((all) => all.filter(({ until }) => until !== "2021-12-31"))
  ),
  mutant(
    "the person",
    "leaves out posts that are to come",
    posts((all) => all.filter(({ from }) => from < "2080"))
  ),
  mutant(
    "the person",
    "gives every post all offices",
    posts((all) => all.map((post) => ({ ...post, offices: "all" })))
  ),
  mutant(
    "the person",
    "makes a title up",
    posts((all) => all.map((post) => ({ ...post, title: "局长" })))
  ),
  mutant(
    "the person",
    "names people by what they are called",
    () => (sound, known) => (credential) =>
      Effect.map(sound(credential), (actor) => ({
        ...actor,
        person: known.stated(credential)?.name.zh ?? actor.person
      }))
  ),
  mutant("the person", "takes who stands anew for who they were", () => {
    const before = new Map<string, Actor>()
    return onActor((actor) => {
      const first = before.get(actor.person) ?? actor
      before.set(actor.person, first)
      return first
    })
  }),
  mutant("the person", "mixes up people who come at once", () => {
    let last: Actor | undefined
    return (sound) => (credential) =>
      sound(credential).pipe(
        Effect.tap((actor) =>
          Effect.sync(() => {
            last = actor
          })
        ),
        Effect.tap(() => Effect.yieldNow),
        Effect.map((actor) => last ?? actor)
      )
  })
]

const insteadOf =
  (
    sound: Service["actor"],
    reasons: (reason: NotAuthenticated["reason"]) => boolean,
    answer: (error: NotAuthenticated) => ReturnType<Service["actor"]>
  ): Service["actor"] =>
  (credential) =>
    Effect.catchTag(sound(credential), "NotAuthenticated", (error) =>
      reasons(error.reason) ? answer(error) : Effect.fail(error)
    )

/** Where nobody is found, the answer to what was enrolled under a secret like it. */
const orAs = (
  sound: Service["actor"],
  credential: Credential,
  like: (secret: string) => Credential | undefined
): ReturnType<Service["actor"]> =>
  Effect.catchTag(sound(credential), "NotAuthenticated", (error) => {
    const one = unread.has(error.reason) ? undefined : like(secretOf(credential))
    return one === undefined ? Effect.fail(error) : sound(one)
  })

const refusalMutants: ReadonlyArray<Mutant> = [
  mutant("nobody else", "lets the last one in for whoever comes next", () => {
    let last: Actor | undefined
    return (sound) => {
      const remembering: Service["actor"] = (credential) =>
        Effect.tap(sound(credential), (actor) =>
          Effect.sync(() => {
            last = actor
          })
        )
      return insteadOf(
        remembering,
        (reason) => !unread.has(reason),
        (error) => (last === undefined ? Effect.fail(error) : Effect.succeed(last))
      )
    }
  }),
  mutant(
    "nobody else",
    "gives one reason for everything",
    () => (sound) =>
      insteadOf(
        sound,
        (reason) => !unread.has(reason),
        () => Effect.fail(new NotAuthenticated({ reason: "malformed" }))
      )
  ),
  mutant(
    "nobody else",
    "does not look at what stands behind a good one",
    () => (sound, known) => (credential) =>
      orAs(sound, credential, (secret) => known.enrolled((one) => secret.startsWith(one)))
  ),
  mutant(
    "nobody else",
    "does not look at the end of what is shown",
    () => (sound, known) => (credential) =>
      orAs(sound, credential, (secret) => known.enrolled((one) => secret.length > 12 && one.startsWith(secret)))
  ),
  mutant(
    "nobody else",
    "looks a password up without the name",
    () => (sound, known) => (credential) => orAs(sound, credential, (secret) => known.enrolled((one) => secret === one))
  ),
  mutant(
    "nobody else",
    "dies of what is too large",
    () => (sound) => (credential) =>
      secretOf(credential).length > 100_000 ? Effect.die(new RangeError("too large")) : sound(credential)
  ),
  mutant(
    "nobody else",
    "cannot be asked whenever nobody is found",
    () => (sound) =>
      insteadOf(
        sound,
        (reason) => !unread.has(reason),
        (error) => Effect.fail(new IdentityUnavailable({ operation: "search", cause: error.reason }))
      )
  )
]

/** What somebody sees who does not look closely. */
const blurred = (id: string): string =>
  id
    .normalize("NFKC")
    .replaceAll("\u0435", "e")
    .replaceAll("\u2010", "-")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase()

const guessMutants: ReadonlyArray<Mutant> = [
  mutant(
    "no guess",
    "takes an agency for the one that it looks like",
    () => (sound, known) => (credential) =>
      Effect.catchTag(sound(credential), "NotAuthenticated", (error) => {
        const stated = known.stated(credential)
        const person = known.whose(credential)
        if (!unread.has(error.reason) || stated === undefined || person === undefined) return Effect.fail(error)
        const read = stated.posts.map((post) => ({ ...post, agency: blurred(post.agency) }))
        return read.every(({ agency }) => sampleDirectory.name(agency) !== undefined)
          ? Effect.succeed({ person, posts: read })
          : Effect.fail(error)
      })
  ),
  mutant(
    "no guess",
    "leaves out a post that it cannot read",
    () => (sound, known) => (credential) =>
      Effect.catchTag(sound(credential), "NotAuthenticated", (error) => {
        const stated = known.stated(credential)
        const person = known.whose(credential)
        if (!unread.has(error.reason) || stated === undefined || person === undefined) return Effect.fail(error)
        const read = stated.posts.filter(({ agency }) => sampleDirectory.name(agency) !== undefined)
        return read.length === 0 ? Effect.fail(error) : Effect.succeed({ person, posts: read })
      })
  ),
  mutant(
    "no guess",
    "says of what it cannot read that there is no such person",
    () => (sound) =>
      insteadOf(
        sound,
        (reason) => unread.has(reason),
        () => Effect.fail(new NotAuthenticated({ reason: "unknown-person" }))
      )
  )
]

const meanwhile =
  (answer: (error: IdentityUnavailable, person: string | undefined) => ReturnType<Service["actor"]>) =>
  (): Change =>
  (sound, known) =>
  (credential) =>
    Effect.catchTag(sound(credential), "IdentityUnavailable", (error) => answer(error, known.whose(credential)))

const goneMutants: ReadonlyArray<Mutant> = [
  mutant(
    "gone",
    "believes whoever comes while it cannot ask",
    meanwhile((error, person) => (person === undefined ? Effect.fail(error) : Effect.succeed({ person, posts: [] })))
  ),
  mutant(
    "gone",
    "says that there is no such person while it cannot ask",
    meanwhile(() => Effect.fail(new NotAuthenticated({ reason: "unknown-person" })))
  ),
  mutant(
    "gone",
    "dies of what the driver reports",
    meanwhile((error) => Effect.die(error))
  ),
  mutant(
    "gone",
    "keeps to itself what the driver reports",
    meanwhile(({ operation }) => Effect.fail(new IdentityUnavailable({ operation, cause: undefined })))
  ),
  mutant(
    "gone",
    "does not say what it asked",
    meanwhile(({ cause }) => Effect.fail(new IdentityUnavailable({ operation: "", cause })))
  ),
  mutant(
    "gone",
    "waits without end for whoever is gone",
    meanwhile(() => Effect.never)
  ),
  mutant("gone", "takes whoever comes for the last one while it cannot ask", () => {
    let last: Actor | undefined
    return (sound, known) => (credential) =>
      Effect.suspend(() =>
        known.isGone() && last !== undefined
          ? Effect.succeed({ ...last, person: `${last.person}-2` })
          : sound(credential)
      ).pipe(
        Effect.tap((actor) =>
          Effect.sync(() => {
            last = actor
          })
        )
      )
  }),
  mutant(
    "gone",
    "lets through what is altered while it cannot ask",
    () => (sound, known) => (credential) =>
      Effect.catchTag(sound(credential), "IdentityUnavailable", (error) =>
        known.whose(credential) === undefined ? Effect.succeed({ person: "p-anybody", posts: [] }) : Effect.fail(error)
      )
  ),
  mutant("gone", "never finds its way back", () => {
    let failed: IdentityUnavailable | undefined
    return (sound, known) => (credential) =>
      Effect.suspend(() => (failed !== undefined && !known.isGone() ? Effect.fail(failed) : sound(credential))).pipe(
        Effect.tapError((error) =>
          Effect.sync(() => {
            if (error._tag === "IdentityUnavailable") failed = error
          })
        )
      )
  })
]

const silenceMutants: ReadonlyArray<Mutant> = [
  mutant(
    "silence",
    "says what was shown",
    () => (sound) => (credential) =>
      Effect.catchTag(sound(credential), "NotAuthenticated", ({ reason }) =>
        Effect.fail(new NotAuthenticated({ reason, detail: secretOf(credential) }))
      )
  ),
  mutant(
    "silence",
    "brings what was shown with what the driver reports",
    () => (sound) => (credential) =>
      Effect.catchTag(sound(credential), "IdentityUnavailable", ({ operation }) =>
        Effect.fail(
          new IdentityUnavailable({
            operation,
            cause: new Error("request failed", { cause: { body: secretOf(credential) } })
          })
        )
      )
  ),
  mutant(
    "silence",
    "keeps what was shown in the actor",
    () => (sound) => (credential) =>
      Effect.map(sound(credential), (actor) => Object.assign({ ...actor }, { token: secretOf(credential) }))
  ),
  mutant(
    "silence",
    "logs what was shown",
    () => (sound) => (credential) =>
      Effect.andThen(Effect.logDebug("login", { credential: secretOf(credential) }), sound(credential))
  ),
  mutant(
    "silence",
    "logs what was shown beside a message",
    () => (sound) => (credential) =>
      sound(credential).pipe(
        Effect.tapError(() => Effect.logWarning("refused")),
        Effect.annotateLogs({ shown: secretOf(credential) })
      )
  ),
  mutant(
    "silence",
    "gives the right one away to whoever comes near it",
    () => (sound, known) => (credential) =>
      Effect.catchTag(sound(credential), "NotAuthenticated", (error) => {
        const secret = secretOf(credential)
        const right = known.enrolled((one) => one !== secret && one.slice(0, 6) === secret.slice(0, 6))
        return Effect.fail(
          right === undefined ? error : new NotAuthenticated({ reason: error.reason, detail: secretOf(right) })
        )
      })
  )
]

/** Identities that are broken in one way each. They are for sound ones that take both kinds of credentials. */
export const mutants: ReadonlyArray<Mutant> = [
  ...personMutants,
  ...refusalMutants,
  ...guessMutants,
  ...goneMutants,
  ...silenceMutants
]
