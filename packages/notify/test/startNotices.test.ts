import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { EmbeddedDocket } from "@banfa/core/docket"
import { StorageUnavailable } from "@banfa/core/port/EventStore"
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
    await vi.waitFor(() => expect(post.reached).toHaveLength(10), { timeout: 600_000 })
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

  test("stay in a file until somebody sends them, and are sent also where the docket does not answer, which is said", async () => {
    const docket = await office()
    const post = channelThat(takes)
    const given = {
      docket,
      directory,
      addressBook,
      deliveries: SqliteEventStore.layer({ filename: join(folder, "notices.sqlite") }),
      background: false
    }
    // letters leave elsewhere: nothing is sent here
    const putting = await startNotices({ ...given, channels: [], elsewhere: ["post"] })
    if (!putting.ok) throw putting.error
    const put = await putting.value.once()
    expect(put.ok && put.value).toMatchObject({ messages: 5, put: 12, sent: 0 })
    await putting.value.close()
    const error = new StorageUnavailable({ operation: "waiting", cause: "gone" })
    const gone: EmbeddedDocket = { ...docket, waiting: async () => ({ ok: false, error }) }
    const sending = await startNotices({ ...given, docket: gone, channels: [post.layer] })
    if (!sending.ok) throw sending.error
    expect(await sending.value.once()).toEqual({ ok: false, error })
    expect(post.reached).toHaveLength(10)
    await sending.value.close()
    await docket.close()
  })
})

const folder = mkdtempSync(join(tmpdir(), "banfa-notices-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
