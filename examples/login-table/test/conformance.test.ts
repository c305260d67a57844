import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { identitySuite } from "@banfa/testing/identity"
import { afterAll } from "vitest"
import { supports } from "../TableIdentity.ts"
import { means } from "./table.ts"

const folder = mkdtempSync(join(tmpdir(), "banfa-login-"))
afterAll(() => rmSync(folder, { recursive: true }))

identitySuite({ name: "a table of users", supports, ...means(folder) })
