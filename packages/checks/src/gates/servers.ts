import { installFromDebian, type Wanted } from "../debian.ts"
import type { Gate } from "../Gate.ts"
import { testsGate } from "./tests.ts"

const wanted: ReadonlyArray<Wanted> = [
  {
    title: "Exim",
    packages: ["exim4-daemon-light", "openssl", "python3-dkim"],
    files: ["/usr/sbin/exim4", "/usr/bin/openssl", "/usr/lib/python3/dist-packages/dkim/__init__.py"]
  },
  { title: "OpenLDAP", packages: ["slapd", "openssl"], files: ["/usr/sbin/slapd", "/usr/bin/openssl"] },
  { title: "MariaDB", packages: ["mariadb-server"], files: ["/usr/sbin/mariadbd"] },
  { title: "PostgreSQL", packages: ["postgresql"], files: ["/usr/lib/postgresql/*/bin/initdb"] }
]

const onServers = testsGate(
  { name: "servers", alone: true, onRequest: true },
  { args: () => ["--config", "vitest.servers.config.ts"] }
)

/** The tests hold on the servers that Debian packs, too, and on one whose disk is full. */
export const servers: Gate = {
  ...onServers,
  run: async (workspace, progress) => {
    for (const one of wanted) {
      const why = await installFromDebian(one, progress)
      if (why !== undefined) return { problems: [why] }
    }
    return onServers.run(workspace, progress)
  }
}
