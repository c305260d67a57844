import type { Surroundings } from "@banfa/core/system"

/** The instruments of the samples: exchange standards from mid-2025 and a second from June 2026, security norms replaced once, unknown from 2027-10. */
export const instrumentsInForce: Surroundings["instrumentsInForce"] = (kind, on) => {
  const versions = (...ids: ReadonlyArray<string>) => ids.map((id) => ({ id, kind }))
  if (on >= "2027-10-01") return undefined
  if (kind === "exchange-standards")
    return on < "2025-07-01" ? [] : on < "2026-06-01" ? versions("std-1") : versions("std-1", "std-2")
  if (kind === "security-norms")
    return on < "2026-03-01" ? [] : on < "2026-12-01" ? versions("sec-1") : versions("sec-2")
  return []
}

/** The facilities of the samples: the platform was out of service in spring 2026, the security infrastructure opened in February. */
export const inService: Surroundings["inService"] = (kind, on) => {
  if (kind === "network-platform") return on >= "2026-04-01" && on < "2026-06-01" ? false : undefined
  return kind === "security-infrastructure" && on < "2026-02-01" ? false : undefined
}
