import { type Accepted, NotDelivered } from "@banfa/core/port/Notifier"
import * as Effect from "effect/Effect"
import { type Mutant, mutant, onFailure } from "./Mutant.ts"
import { mailboxSecret } from "./mailbox.ts"

const accepted: Accepted = { status: "accepted" }

/** The error, said in another way. */
const said = (
  { after, detail, reason, retry }: NotDelivered,
  otherwise: Partial<Pick<NotDelivered, "retry" | "detail" | "cause">>
): Effect.Effect<never, NotDelivered> =>
  Effect.fail(new NotDelivered({ reason, retry, detail, ...(after === undefined ? {} : { after }), ...otherwise }))

/** Sends, and goes on waiting when there is no answer. */
const waiting = onFailure((error) => (error.detail === "no answer" ? Effect.never : Effect.fail(error)))

/** Channels that are sound as long as the far side is. */
export const failureMutants: ReadonlyArray<Mutant> = [
  mutant(
    "failure",
    "dies of what the far side does",
    onFailure((error) => Effect.die(error))
  ),
  mutant("failure", "waits without end for a far side that does not answer", waiting),
  mutant("failure", "cannot be called back", (sound) => (sent) => Effect.uninterruptible(waiting(sound)(sent))),
  mutant(
    "failure",
    "says that it was taken what the far side did not take",
    onFailure(() => Effect.succeed(accepted))
  ),
  mutant("failure", "says that it was taken what is sent while another letter fails", (sound) => {
    let underWay = 0
    return (sent) =>
      Effect.suspend(() => {
        const alone = ++underWay === 1
        const sending = alone ? sound.send(sent) : onFailure(() => Effect.succeed(accepted))(sound)(sent)
        return Effect.ensuring(
          sending,
          Effect.sync(() => {
            underWay--
          })
        )
      })
  }),
  mutant(
    "failure",
    "gives up what could be tried again",
    onFailure((error) => said(error, { retry: false }))
  ),
  mutant(
    "failure",
    "keeps to itself when to come again",
    onFailure(({ detail, reason, retry }) => Effect.fail(new NotDelivered({ reason, retry, detail })))
  ),
  mutant(
    "failure",
    "repeats everything that the far side said",
    onFailure((error) => said(error, { detail: "no ".repeat(1_000) }))
  ),
  mutant(
    "failure",
    "shows its password",
    onFailure((error) => said(error, { detail: `LOGIN ${mailboxSecret}` }))
  ),
  mutant(
    "failure",
    "hands its password on with the cause",
    onFailure((error) => said(error, { cause: { options: { password: mailboxSecret } } }))
  ),
  mutant("failure", "never finds its way back", (sound) => {
    let failed: NotDelivered | undefined
    return onFailure((error) => {
      failed = error
      return Effect.fail(error)
    })({
      ...sound,
      send: (sent) => Effect.suspend(() => (failed === undefined ? sound.send(sent) : Effect.fail(failed)))
    })
  }),
  mutant("failure", "sends under another id what has failed before", (sound) => {
    const failed = new Set<string>()
    return onFailure((error, { id }) => {
      failed.add(id)
      return Effect.fail(error)
    })({ ...sound, send: (sent) => sound.send(failed.has(sent.id) ? { ...sent, id: `${sent.id}/again` } : sent) })
  })
]
