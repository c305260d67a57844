import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { startServer } from "./startServer.ts"

/**
 * The LDAP server of OpenLDAP as Debian packs it; its tests find it by `inject("slapd")`, and the certificate that it shows by
 * `inject("slapdCertificate")`. Beside it there is one to be killed, `inject("slapdToKill")`, which is started again as a service is.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startServer("slapd")
  const toKill = await startServer("slapd", { again: true })
  const certificateOf = (folder: string) => readFileSync(join(folder, "certificate.pem"), "utf8")
  process.stdout.write(`${server.created}\n${toKill.created}\n`)
  project.provide("slapd", server.url)
  project.provide("slapdCertificate", certificateOf(server.folder))
  project.provide("slapdToKill", {
    url: toKill.url,
    certificate: certificateOf(toKill.folder),
    pidFile: join(toKill.folder, "..", "pid")
  })
  return async () => {
    await Promise.all([server.stop(), toKill.stop()])
  }
}
