import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type QuietHours, quietHours } from "./QuietHours.ts"
import { defaultRetry, type Retry } from "./Retry.ts"
import { type SettingsFinding, SettingsInvalid } from "./SettingsInvalid.ts"

/** How letters are sent. What is left out is as its line says; a time is written `"30 seconds"`, or as milliseconds. */
export interface DispatchOptions {
  /** How many letters are under way at once over each channel; 8 if nothing is said. */
  readonly concurrency?: number | undefined
  /** After how long a channel that does not answer is given up for this attempt; 1 minute if nothing is said. */
  readonly timeout?: Duration.Input | undefined
  /**
   * For how long a delivery is a dispatcher's own; it is another's behind that, so a dispatcher that died holds nothing up for longer. 5 minutes if
   * nothing is said, and at least three times `timeout`.
   */
  readonly lease?: Duration.Input | undefined
  /** How long a dispatcher that is to end waits for what is under way, before it is given back; 10 seconds if nothing is said. */
  readonly grace?: Duration.Input | undefined
  /** How long nothing is looked for where nothing was due; 5 seconds if nothing is said. */
  readonly poll?: Duration.Input | undefined
  /** When what did not go out is tried again. */
  readonly retry?:
    | {
        readonly base?: Duration.Input | undefined
        readonly cap?: Duration.Input | undefined
        readonly attempts?: number | undefined
      }
    | undefined
  /** When nothing is sent that can wait; at any time, if nothing is said. */
  readonly quietHours?: QuietHours | undefined
}

/** How letters are sent, with everything said; each as {@link DispatchOptions} has it. */
export interface DispatchSettings {
  /** How many letters are under way at once over each channel. */
  readonly concurrency: number
  /** After how long a channel that does not answer is given up for this attempt. */
  readonly timeout: Duration.Duration
  /** For how long a delivery is a dispatcher's own. */
  readonly lease: Duration.Duration
  /** How long a dispatcher that is to end waits for what is under way. */
  readonly grace: Duration.Duration
  /** How long nothing is looked for where nothing was due. */
  readonly poll: Duration.Duration
  /** When what did not go out is tried again. */
  readonly retry: Retry
  /** When nothing is sent that can wait; at any time, where it is left out. */
  readonly quietHours: QuietHours | undefined
}

/** Longer than this nothing is waited for by a setting. */
const longest = Duration.days(30)

/** Fills in what was left out, or lists everything that cannot be followed. */
export const dispatchSettings = (options: DispatchOptions = {}): Result.Result<DispatchSettings, SettingsInvalid> => {
  const findings: Array<SettingsFinding> = []
  const report = (path: string, zh: string, en: string) => findings.push({ path, zh, en })

  const count = (path: string, given: number | undefined, otherwise: number, most: number): number => {
    const value = given ?? otherwise
    if (!Number.isSafeInteger(value) || value < 1 || value > most)
      report(path, `须为 1 至 ${most} 的整数`, `must be a whole number from 1 to ${most}`)
    return value
  }
  const time = (path: string, given: Duration.Input | undefined, otherwise: Duration.Duration): Duration.Duration => {
    const value = given === undefined ? otherwise : Option.getOrElse(Duration.fromInput(given), () => Duration.zero)
    if (Duration.isGreaterThan(value, longest) || Duration.isLessThan(value, Duration.millis(1)))
      report(
        path,
        "须为 1 毫秒至 30 天的时长，如 30 seconds",
        "must be a time from 1 millisecond to 30 days, such as 30 seconds"
      )
    return value
  }

  const timeout = time("timeout", options.timeout, Duration.minutes(1))
  const lease = time("lease", options.lease, Duration.max(Duration.minutes(5), Duration.times(timeout, 3)))
  if (Duration.isLessThan(lease, Duration.times(timeout, 3)))
    report("lease", "不得短于 timeout 的三倍", "must be at least three times that of timeout")
  const settings: DispatchSettings = {
    concurrency: count("concurrency", options.concurrency, 8, 1000),
    timeout,
    lease,
    grace: time("grace", options.grace, Duration.seconds(10)),
    poll: time("poll", options.poll, Duration.seconds(5)),
    retry: {
      base: time("retry.base", options.retry?.base, defaultRetry.base),
      cap: time("retry.cap", options.retry?.cap, defaultRetry.cap),
      attempts: count("retry.attempts", options.retry?.attempts, defaultRetry.attempts, 10_000)
    },
    quietHours: options.quietHours
  }
  if (options.quietHours !== undefined) {
    const quiet = quietHours(options.quietHours)
    if (Result.isFailure(quiet))
      for (const { en, path, zh } of quiet.failure.findings) report(`quietHours.${path}`, zh, en)
  }
  return findings.length === 0 ? Result.succeed(settings) : Result.fail(new SettingsInvalid({ findings }))
}
