import { type Amount, addDays, type CivilDate } from "@banfa/core/civil"
import type { Event, EventOf, EventTag, RecordSlice } from "@banfa/core/resource"
import { chronological } from "../record/Upset.ts"
import { organOn, provincialOn } from "./agencies.ts"
import type { Asking, Course, Exceptional, Tags } from "./Course.ts"

/** The id of the resource of which the samples tell. */
export const resourceId = "resource-1"
const zero = "2026-01-05" as CivilDate

const slices: ReadonlyArray<RecordSlice> = [
  "listing",
  "integration",
  "declaration",
  "interface",
  "publication",
  "storageException",
  "sharingRequest"
]

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "resource" | "on" | "recordedAt">
type Write = <T extends EventTag>(tag: T, on: CivilDate, particulars: Particulars<T>) => void

const given = <A extends object>(particulars: A): A =>
  Object.fromEntries(Object.entries(particulars).filter(([, value]) => value !== undefined)) as A

const open = ({ coverage, produced, taken }: Course, on: CivilDate, write: Write): void => {
  const particulars = {
    region: "440100",
    organ: organOn(on),
    by: organOn(on),
    ...(produced === undefined ? {} : { produced: addDays(on, -produced) })
  }
  if (taken !== "taken-over") write("ResourceIdentified", on, particulars)
  if (taken === "opened") return
  const complete: { [S in RecordSlice]?: CivilDate } = {}
  for (const [i, slice] of slices.entries()) {
    const days = coverage[i]
    if (days !== undefined) complete[slice] = addDays(on, days)
  }
  write("ResourceTakenOver", taken === "both" ? addDays(on, -3) : on, { ...particulars, coverage: complete })
}

const classify = ({ ground, ...tags }: Tags, on: CivilDate, write: Write): void =>
  write("ResourceClassified", on, {
    ...given(tags),
    ground: ground && tags.disclosable === false ? "国家秘密" : null,
    by: organOn(on)
  } as Particulars<"ResourceClassified">)

const list = ({ listing }: Course, after: (days: number) => CivilDate, write: Write): void => {
  const step = (tag: "ResourceListed" | "ResourceDelisted" | "ResourceLeftUnlisted", days: number): void =>
    write(tag, after(days), {
      catalogue: "catalogue-1",
      by: listing === "by-city" ? "info" : provincialOn(after(days))
    })
  if (listing === "left") step("ResourceLeftUnlisted", 4)
  if (listing === "none" || listing === "left") return
  step("ResourceListed", 5)
  if (listing === "delisted" || listing === "relisted") step("ResourceDelisted", 50)
  if (listing === "relisted") step("ResourceListed", 70)
}

const whole = { content: "目录所列内容", scope: "全省行政机关", manner: "接口调用" }

const declare = ({ declaration }: Course, after: (days: number) => CivilDate, write: Write): void => {
  if (declaration === "none") return
  const on = after(8)
  const versions = {
    catalogue: declaration === "earlier-version" ? "catalogue-0" : "catalogue-1",
    agreement: declaration === "lacking" ? null : "agreement-1"
  }
  const internal = declaration === "parts" ? null : whole
  write("SharingDeclared", on, { disclosure: whole, internal, ...versions, to: provincialOn(on), by: organOn(on) })
  if (declaration !== "parts") return
  const later = after(20)
  write("SharingRedeclared", later, { internal: whole, ...versions, to: "info", by: organOn(later) })
}

const exchange = (course: Course, after: (days: number) => CivilDate, write: Write): void => {
  const provide = (days: number): void =>
    write("InterfaceProvided", after(days), { document: "接口规格一", by: organOn(after(days)) })
  const how = course.interface
  if (how === "none") return
  provide(how === "early" ? 3 : how === "late" ? 60 : 10)
  if (how !== "withdrawn" && how !== "provided-again") return
  write("InterfaceWithdrawn", after(25), { reason: "系统改造", by: organOn(after(25)) })
  if (how === "provided-again") provide(40)
}

const disclose = (course: Course, after: (days: number) => CivilDate, write: Write): void => {
  const { fee, internal, opening, truth } = course
  if (opening !== "none") {
    const on = after(12)
    const audience = opening === "paper" ? "public" : opening
    const tag = course.interface === "early" ? "ResourceOpened" : "ResourcePublishedWithoutInterface"
    write(tag, on, { audience, electronic: opening !== "paper", document: "网站", by: organOn(on) })
  }
  if (internal !== "unstated") {
    const on = after(13)
    const ground = internal === "ground" ? "涉及个人隐私" : null
    write("ResourceSharedInternally", on, { shared: internal === "shared", ground, by: organOn(on) })
  }
  if (truth === "verified") write("ResourceVerified", after(14), { document: "核验记录", by: organOn(after(14)) })
  if (truth === "false" || truth === "corrected")
    write("ResourceFalsityConfirmed", after(15), { falsity: "F1", by: organOn(after(15)) })
  if (truth === "corrected") write("ResourceFalsityCorrected", after(30), { falsity: "F1", by: organOn(after(30)) })
  if (fee === "unstated") return
  const amount = (fee === "free" ? "0.00" : "30.00") as Amount
  const recorded =
    fee === "exception" ? { ground: "复制成本", legalBasis: "示例依据" } : { ground: null, legalBasis: null }
  write("ResourceFeeSet", after(16), { amount, ...recorded, by: organOn(after(16)) })
  if (fee === "charged-then-free")
    write("ResourceFeeSet", after(45), {
      amount: "0.00" as Amount,
      ground: null,
      legalBasis: null,
      by: organOn(after(45))
    })
}

const store = ({ department, places }: Course, after: (days: number) => CivilDate, write: Write): void => {
  const by = (on: CivilDate): string => (department === "records" ? "records" : organOn(on))
  if (department !== "unstated") {
    const on = after(1)
    write("StorageAssigned", on, { department: department === "records" ? "records" : null, by: organOn(on) })
  }
  let days = 2
  let before: string | undefined
  for (const { days: pause, place } of places) {
    const on = after(days)
    if (place === "data-centre")
      write(before === undefined ? "StoredAtDataCentre" : "MovedToDataCentre", on, { by: by(on) })
    else if (place === "elsewhere") write("StoredElsewhere", on, { where: "云平台", by: by(on) })
    else if (place === "nowhere") write("StorageCeased", on, { by: by(on) })
    else
      write(before === "data-centre" ? "MovedToDepartment" : "StoredAtDepartment", on, { premises: place, by: by(on) })
    before = place
    days += pause
  }
}

const except = (course: Course, x: Exceptional, n: number, after: (days: number) => CivilDate, write: Write): void => {
  const consent = `C${n + 1}`
  const by = (on: CivilDate): string => (course.department === "records" ? "records" : organOn(on))
  const ask = (on: CivilDate): void =>
    write("StorageExceptionRequested", on, { consent, circumstances: x.stated ? "专线容量不足" : null, by: by(on) })
  const asked = after(x.at)
  ask(asked)
  if (x.returned) {
    write("StorageExceptionReturned", addDays(asked, 1), {
      consent,
      reason: "材料不全",
      by: provincialOn(addDays(asked, 1))
    })
    ask(addDays(asked, 2))
  }
  const on = addDays(asked, 2 + x.wait)
  if (x.decision === "none") return
  if (x.decision === "withdrawn") return write("StorageExceptionWithdrawn", on, { consent, by: by(on) })
  if (x.decision === "refused")
    return write("StorageConsentRefused", on, { consent, reason: "无特殊情况", by: provincialOn(on) })
  const until = x.until === undefined ? null : addDays(on, x.until)
  write("StorageConsentGiven", on, { consent, until, by: x.decision === "city" ? "info" : provincialOn(on) })
  if (x.ended === "no") return
  const over = addDays(on, 40)
  if (x.ended === "ended") return write("StorageExceptionEnded", over, { consent, reason: "已迁移", by: by(over) })
  const revoking = x.ended === "revoked" ? provincialOn(over) : "info"
  write("StorageConsentRevoked", over, { consent, reason: "情况消失", by: revoking })
}

const fees = {
  none: { amount: "0.00" as Amount },
  charged: { amount: "8.00" as Amount, ground: null, legalBasis: null },
  exception: { amount: "8.00" as Amount, ground: "复制成本", legalBasis: "示例依据" },
  unstated: {}
}

const ask = (s: Asking, n: number, after: (days: number) => CivilDate, write: Write): void => {
  const sharing = `S${n + 1}`
  const on = after(s.at)
  const by = s.applicant === "organ" ? "police" : "company"
  const said = given({
    need: s.need ? "业务办理" : null,
    channel: s.channel,
    agreement: "agreement-1",
    contract: n === 0 ? null : "合同一",
    conforms: s.conforms
  }) as Particulars<"SharingRequestResubmitted">
  write("SharingRequested", on, { ...said, sharing, applicant: s.applicant, by })
  if (s.returned) {
    write("SharingRequestReturned", addDays(on, 1), { sharing, reason: "材料不全", by: "centre" })
    write("SharingRequestResubmitted", addDays(on, 3), { ...said, sharing, by })
  }
  const decided = addDays(on, 9)
  if (s.end === "open") return
  if (s.end === "withdrawn") return write("SharingRequestWithdrawn", decided, { sharing, by })
  if (s.end === "refused") return write("SharingRefused", decided, { sharing, reason: "不符合", by: "centre" })
  write("SharingGranted", decided, { ...fees[s.fee], sharing, by: "centre" })
  if (s.end === "granted-suspended")
    write("SharingSuspended", addDays(decided, 20), { sharing, reason: "维护", by: "centre" })
  if (s.end === "granted-ended") write("SharingEnded", addDays(decided, 30), { sharing, by })
}

/**
 * The facts of a course, in the order of their days. What the course itself tells of (a city's consent, a charge without ground) is all that
 * is not as provided.
 */
export const lawful = (course: Course): Array<Event> => {
  const events: Array<Event> = []
  const count = new Map<string, number>()
  const write: Write = (tag, on, particulars) => {
    const n = (count.get(tag) ?? 0) + 1
    count.set(tag, n)
    const fact = {
      _tag: tag,
      id: `${tag}-${n}`,
      resource: resourceId,
      on,
      recordedAt: `${on}T01:00:00Z`,
      seq: events.length
    }
    events.push({ ...fact, ...particulars } as unknown as Event)
  }
  const start = addDays(zero, course.start)
  const after = (days: number): CivilDate => addDays(start, days * course.pace)
  open(course, start, write)
  classify(course.tags, after(1), write)
  if (course.retagged !== undefined) classify(course.retagged.tags, after(1 + course.retagged.at), write)
  list(course, after, write)
  if (course.integrated) write("ResourceIntegrated", after(6), { how: "merged-database", by: organOn(after(6)) })
  declare(course, after, write)
  exchange(course, after, write)
  disclose(course, after, write)
  store(course, after, write)
  for (const [n, x] of course.exceptions.entries()) except(course, x, n, after, write)
  for (const [n, s] of course.sharings.entries()) ask(s, n, after, write)
  if (course.retired) write("ResourceRetired", after(150), { reason: "业务终止", by: organOn(after(150)) })
  return chronological(events)
}
