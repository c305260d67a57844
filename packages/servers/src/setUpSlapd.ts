import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { startServer } from "./startServer.ts"

/** The LDAP server of OpenLDAP as Debian packs it; its tests find it by `inject("slapd")`, and the certificate that it shows by `inject("slapdCertificate")`. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { created, folder, stop, url } = await startServer("slapd")
  process.stdout.write(`${created}\n`)
  project.provide("slapd", url)
  project.provide("slapdCertificate", readFileSync(join(folder, "certificate.pem"), "utf8"))
  return stop
}
