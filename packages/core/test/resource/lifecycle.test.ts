import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { norms } from "../../src/regulation/norms.ts"
import { type EventTag, lifecycle } from "../../src/resource/index.ts"
import { row, trackOf } from "../../src/resource/Lifecycle.ts"

interface Transition {
  readonly event: string
  readonly from: ReadonlyArray<string>
  readonly to: string
  readonly actors: ReadonlyArray<string>
  readonly guards: ReadonlyArray<{ readonly text: string; readonly norm: string | null; readonly strength: string }>
  readonly articles: ReadonlyArray<number>
  readonly source: "text" | "library"
}

const lifecycles = JSON.parse(
  readFileSync(new URL("../../data/lifecycles.json", import.meta.url), "utf8")
) as ReadonlyArray<{ readonly id: string; readonly transitions: ReadonlyArray<Transition> }>

const transitions = (id: string): ReadonlyArray<Transition> =>
  lifecycles.find((one) => one.id === id)?.transitions ?? []

/** Which event of the data a fact is: the facts of the parallel tracks have no transition. */
const eventOf: { readonly [E in EventTag]?: string } = {
  ResourceClassified: "classify",
  ResourceListed: "list",
  ResourceLeftUnlisted: "leaveUnlisted",
  ResourceDelisted: "delist",
  SharingDeclared: "declare",
  SharingRedeclared: "redeclare",
  InterfaceProvided: "provideInterface",
  InterfaceWithdrawn: "withdrawInterface",
  ResourcePublishedWithoutInterface: "publishWithoutInterface",
  ResourceOpened: "open",
  ResourceUpdated: "update",
  ResourceSuspended: "suspend",
  ResourceResumed: "resume",
  ResourceRetired: "retire",
  StoredAtDataCentre: "storeAtDataCentre",
  StoredAtDepartment: "storeAtDepartment",
  MovedToDepartment: "moveToDepartment",
  MovedToDataCentre: "moveToDataCentre",
  StorageCeased: "cease",
  StorageExceptionRequested: "submit",
  StorageExceptionReturned: "returnForCompletion",
  StorageConsentGiven: "consent",
  StorageConsentRefused: "refuse",
  StorageExceptionWithdrawn: "withdraw",
  StorageExceptionEnded: "end",
  StorageConsentRevoked: "revoke",
  SharingRequested: "submit",
  SharingRequestReturned: "returnForCompletion",
  SharingRequestResubmitted: "resubmit",
  SharingGranted: "grant",
  SharingRefused: "refuse",
  SharingSuspended: "suspend",
  SharingResumed: "resume",
  SharingEnded: "end",
  SharingRequestWithdrawn: "withdraw"
}

const tags = Object.keys(lifecycle) as ReadonlyArray<EventTag>
const modelled = tags.filter((tag) => eventOf[tag] !== undefined)
const rowsOf = (tag: EventTag): ReadonlyArray<Transition> =>
  transitions(trackOf(tag)).filter((t) => t.event === eventOf[tag])
const sorted = (list: Iterable<string | number>): ReadonlyArray<string | number> => [...new Set(list)].toSorted()

describe("the lifecycles of a resource, its storage, its exception and its sharing against the data of the regulation", () => {
  test.each(modelled)(
    "%s leads from and to where the data says, by whom, under which articles (arts 22 to 28)",
    (tag) => {
      const rows = rowsOf(tag)
      const here = row(tag)
      expect(rows.length).toBeGreaterThan(0)
      expect(sorted(here.from ?? [])).toEqual(sorted(rows.flatMap((t) => t.from)))
      const stays = (t: Transition): boolean => t.from.includes(t.to) && t.from.length === 1
      const leading = rows.filter((t) => !stays(t))
      expect(sorted(leading.map((t) => t.to))).toEqual(leading.length === 0 ? [] : [here.to])
      // An interface withdrawn, or an item taken off the list, leaves the later positions alone.
      const others = leading.length === 0 ? [] : rows.filter(stays).map((t) => t.to)
      expect(sorted(here.stays ?? [])).toEqual(sorted(others.filter((to) => to !== here.to)))
      expect(sorted(here.who)).toEqual(sorted(rows.flatMap((t) => t.actors)))
      expect(sorted(here.articles)).toEqual(sorted(rows.flatMap((t) => t.articles)))
      expect(here.source).toBe(rows[0]?.source)
    }
  )

  test.each(modelled)("%s is gated by the norms that the data names, as strongly as it says", (tag) => {
    const guards = rowsOf(tag).flatMap((t) => t.guards)
    const data = Object.fromEntries(guards.flatMap((g) => (g.norm === null ? [] : [[g.norm, g.strength]])))
    expect(row(tag).guards ?? {}).toEqual(data)
    for (const norm of Object.keys(data)) expect(Object.hasOwn(norms, norm)).toBe(true)
  })

  test.each(modelled)("%s asks for the particulars of a guard that no norm stands behind", (tag) => {
    const bookkeeping = rowsOf(tag)
      .flatMap((t) => t.guards)
      .filter((g) => g.norm === null)
    const asked = (row(tag).needs?.length ?? 0) + (row(tag).states?.length ?? 0)
    if (bookkeeping.length > 0) expect(asked).toBeGreaterThan(0)
  })

  test("every event of the four lifecycles is a fact", () => {
    for (const track of ["resource", "storage", "storageException", "sharingRequest"]) {
      const facts = new Set(modelled.filter((tag) => trackOf(tag) === track).map((tag) => eventOf[tag]))
      expect([track, transitions(track).filter(({ event }) => !facts.has(event))]).toEqual([track, []])
    }
  })

  test("every kind of fact that no transition tells of is a parallel track, a record of the library, or opens the case", () => {
    const parallel = tags.filter((tag) => !modelled.includes(tag))
    for (const tag of parallel) expect([row(tag).from, row(tag).to], tag).toEqual([undefined, undefined])
    expect(sorted(parallel)).toEqual([
      "Judged",
      "ResourceFalsityConfirmed",
      "ResourceFalsityCorrected",
      "ResourceFeeSet",
      "ResourceIdentified",
      "ResourceIntegrated",
      "ResourceSharedInternally",
      "ResourceTakenOver",
      "ResourceVerified",
      "Retracted",
      "StorageAssigned",
      "StoredElsewhere"
    ])
  })
})
