import { readFileSync } from "node:fs"
import { publint as lint } from "publint"
import { formatMessage } from "publint/utils"
import { tarballOf } from "../Consumer.ts"
import type { Gate } from "../Gate.ts"
import { published } from "../Workspace.ts"

/** publint, at its strictest, finds nothing wrong in what would be published. */
export const publint: Gate = {
  name: "publint",
  after: ["pack"],
  run: async (workspace) => {
    const found = published(workspace).map(async (one) => {
      const tarball = new Uint8Array(readFileSync(tarballOf(workspace, one))).buffer
      const { messages, pkg } = await lint({ pack: { tarball }, strict: true })
      return messages.map((message) => `${one.manifest.name}: ${message.type}: ${formatMessage(message, pkg)}`)
    })
    return { problems: (await Promise.all(found)).flat() }
  }
}
