/** Whether the seals of a storage verify, by the store itself and by the reader that uses nothing of this library. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { nodeArgs } from "./bundleChild.ts"
import type { Storage } from "./Storage.ts"
import type { Tally } from "./Tally.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))

/** Verifies all seals with the store. */
export const sealsHold = async ({ findings }: Pick<Storage, "findings">, { add, lose }: Tally): Promise<void> => {
  for (const { text } of await findings()) lose(text.zh, text.en)
  add("sealed")
}

/** Verifies all seals with `scripts/verify.mjs`. */
export const readerAgrees = async (place: string, { add, lose }: Tally): Promise<void> => {
  const reader = spawn(process.execPath, [...nodeArgs, "scripts/verify.mjs", place], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"]
  })
  const [said, complained, [code]] = await Promise.all([
    text(reader.stdout),
    text(reader.stderr),
    once(reader, "close")
  ])
  if (code !== 0) lose(`独立程序：${said}${complained}`, "the reader without this library found something")
  add("read")
}
