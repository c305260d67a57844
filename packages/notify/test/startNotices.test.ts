import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { AddressBook, startNotices } from "@banfa/notify"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { afterAll, describe, expect, test, vi } from "vitest"
import { agencies, office } from "./office.ts"
import { channelThat, takes } from "./world.ts"

const entries = ["drc", "info", "health"].map((agency) => ({
  agency,
  channel: "post",
  addresses: [`office@${agency}.example`]
}))
const addressBook = AddressBook.layerMemory({ entries })
const directory = agencies()

describe("the notices of an embedded docket", () => {
  test("are sent round by round for a host with a timer of its own", async () => {
    const docket = await office()
    const post = channelThat(takes)
    const started = await startNotices({ docket, directory, addressBook, channels: [post.layer], background: false })
    if (!started.ok) throw started.error
    await using notices = started.value
    const came = await notices.once()
    expect(came.ok && came.value).toMatchObject({ messages: 5, sent: 10, failed: 0, dead: 0 })
    expect(post.reached).toHaveLength(10)
    const again = await notices.once()
    expect(again.ok && again.value).toMatchObject({ messages: 0, put: 0, sent: 0 })
    // nobody has said yet who builds the project
    const dead = await notices.dead()
    expect(dead.ok && dead.value.map(({ letter, reason }) => [reason, letter?.notice.to.role])).toEqual([
      ["no-agency", "builder"],
      ["no-agency", "builder"]
    ])
    const id = post.reached[0]?.id ?? ""
    expect(await notices.record({ id, status: "read" })).toEqual({ ok: true, value: true })
    const receipts = await notices.receipts(id)
    expect(receipts.ok && receipts.value.map(({ status }) => status)).toEqual(["accepted", "read"])
    expect(await notices.resend([id])).toEqual({ ok: true, value: [id] })
    await docket.close()
  })

  test("are sent by themselves until it is closed, and closing twice does no harm", async () => {
    const docket = await office()
    const post = channelThat(takes)
    const started = await startNotices({ docket, directory, addressBook, channels: [post.layer], poll: "10 millis" })
    if (!started.ok) throw started.error
    await vi.waitFor(() => expect(post.reached).toHaveLength(10), { timeout: 30_000 })
    await started.value.close()
    await started.value.close()
    await docket.close()
  })

  test("are not started with settings that cannot be followed, and everything wrong is said in both languages", async () => {
    const docket = await office()
    const post = channelThat(takes)
    const started = await startNotices({
      docket,
      directory,
      addressBook,
      channels: [post.layer, post.layer],
      background: false
    })
    expect(started.ok || started.error._tag).toBe("SettingsInvalid")
    const wrong = await startNotices({
      docket,
      directory,
      addressBook: AddressBook.layerMemory({ entries: [{}] }),
      channels: [post.layer]
    })
    expect(wrong.ok || wrong.error._tag).toBe("AddressBookInvalid")
    const settings = await startNotices({
      docket,
      directory,
      addressBook,
      channels: [post.layer],
      concurrency: 0,
      timeout: "1 hour",
      lease: "1 minute",
      retry: { attempts: 0, base: -1 },
      quietHours: { from: "18:00", until: "18:00", restDays: true },
      leads: [-1]
    })
    if (settings.ok || settings.error._tag !== "SettingsInvalid") throw new Error("it was started")
    expect(settings.error.findings.length).toBeGreaterThan(0)
    expect(settings.error.text.zh).toMatch(/[\u4e00-\u9fff]/u)
    expect(settings.error.text.en).not.toMatch(/[\u4e00-\u9fff]/u)
    await docket.close()
  })

  test("are kept in a file, and what is due is sent also where the docket does not answer, which is said", async () => {
    const docket = await office()
    const post = channelThat(takes)
    const given = {
      docket,
      directory,
      addressBook,
      channels: [post.layer],
      background: false,
      deliveries: SqliteEventStore.layer({ filename: join(folder, "notices.sqlite") }),
      quietHours: { from: "00:00", until: "23:59", restDays: false, urgent: ["opinion-requested"] as const }
    }
    const started = await startNotices(given)
    if (!started.ok) throw started.error
    const came = await started.value.once()
    // in the one minute of the day that is open all of it goes out
    expect(came.ok && came.value.put).toBe(12)
    await started.value.close()
    await docket.close()
    const restarted = await startNotices({ ...given, quietHours: undefined })
    if (!restarted.ok) throw restarted.error
    await restarted.value.close()
  })
})

const folder = mkdtempSync(join(tmpdir(), "banfa-notices-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
