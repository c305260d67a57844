import { type NoticePolicy, noPolicy } from "@banfa/core/notice"
import type { Profile } from "@banfa/core/profile"
import type * as Duration from "effect/Duration"
import * as Result from "effect/Result"
import { type DispatchOptions, dispatchSettings } from "./DispatchSettings.ts"
import type { QuietHours } from "./QuietHours.ts"
import { type SettingsFinding, SettingsInvalid } from "./SettingsInvalid.ts"

/** Who is told of what, and when. */
export interface RelayOptions extends Pick<DispatchOptions, "poll" | "quietHours"> {
  /** The rules of the host; everybody is told for whom a notice is, if nothing is said. */
  readonly policy?: NoticePolicy | undefined
  /** How many days before its day somebody is reminded of what is due; 14 and 3 if nothing is said. */
  readonly leads?: ReadonlyArray<number> | undefined
  /** The profile of the docket, for the words of local norms in letters; without it a letter names their ids. */
  readonly profile?: Pick<Profile, "localNorms"> | undefined
  /**
   * The names of the channels that some dispatcher serves. What the address book sends over another is kept as dead and listed, instead of waiting
   * for a channel that never comes. Any channel is believed in, if nothing is said.
   */
  readonly channels?: ReadonlyArray<string> | undefined
}

/** Who is told of what, and when, with everything said; each as {@link RelayOptions} has it. */
export interface RelaySettings {
  /** The rules of the host. */
  readonly policy: NoticePolicy
  /** How many days before its day somebody is reminded of what is due. */
  readonly leads: ReadonlyArray<number>
  /** The local norms whose words letters give. */
  readonly localNorms: Profile["localNorms"]
  /** The names of the channels that there are; any, where it is left out. */
  readonly channels: ReadonlySet<string> | undefined
  /** When nothing is sent that can wait; at any time, where it is left out. */
  readonly quietHours: QuietHours | undefined
  /** How long nothing is looked for where nothing was there. */
  readonly poll: Duration.Duration
}

const isLead = (lead: number): boolean => Number.isSafeInteger(lead) && lead >= 0 && lead <= 366

/** Fills in what was left out, or lists everything that cannot be followed. */
export const relaySettings = (options: RelayOptions = {}): Result.Result<RelaySettings, SettingsInvalid> => {
  const { channels, leads = [14, 3], policy = noPolicy, poll, profile, quietHours } = options
  const shared = dispatchSettings({ poll, quietHours })
  const wrong = leads.flatMap(
    (lead, index): ReadonlyArray<SettingsFinding> =>
      isLead(lead)
        ? []
        : [
            {
              path: `leads.${index}`,
              zh: "须为 0 至 366 的整数天",
              en: "must be a whole number of days from 0 to 366"
            }
          ]
  )
  const findings = [...(Result.isFailure(shared) ? shared.failure.findings : []), ...wrong]
  if (Result.isFailure(shared) || findings.length > 0) return Result.fail(new SettingsInvalid({ findings }))
  return Result.succeed({
    policy,
    leads,
    localNorms: profile?.localNorms ?? [],
    channels: channels === undefined ? undefined : new Set(channels),
    quietHours,
    poll: shared.success.poll
  })
}
