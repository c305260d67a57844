import { join } from "node:path"
import { describe, it } from "vitest"
import { nothingLost } from "./killing.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()

describe("a file of events", () => {
  it("holds every acknowledged append after its process was killed twice", () =>
    nothingLost(join(folder, "killed.sqlite"), 2))
})
