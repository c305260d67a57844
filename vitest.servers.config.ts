/** The tests on what Debian packs, and those that kill processes and pack packages at length. `npm run test:servers` installs it and runs them. */
import { defineConfig } from "vitest/config"
import Watchdog from "./packages/checks/src/Watchdog.ts"

const conditions = ["@banfa/source"]

/** The tests of these files on a server that is started for them, as this module of `packages/servers` says. */
const on = (name: string, module: string, include: string) => ({
  extends: true as const,
  test: { name, include: [include], globalSetup: [`packages/servers/src/${module}.ts`] }
})

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      { extends: true, test: { name: "servers", include: ["packages/servers/test/debian/*.test.ts"] } },
      { extends: true, test: { name: "processes", include: ["{packages,examples}/*/test/processes/*.test.ts"] } },
      on("MariaDB", "setUpMariadb", "examples/storage-mariadb/test/*.test.ts"),
      on("OpenLDAP", "setUpSlapd", "packages/identity-ldap/test/slapd/*.test.ts"),
      on("Exim", "setUpExim", "packages/notify-smtp/test/exim/*.test.ts"),
      on("PostgreSQL of Debian", "setUpDebianPostgres", "packages/storage-postgres/test/*.test.ts"),
      on("full disk", "setUpSmallDisk", "packages/storage-postgres/test/disk/server.test.ts"),
      on("full tables", "setUpSmallTables", "packages/storage-postgres/test/disk/tables.test.ts")
    ],
    // one file after the other: what a reader in PostgreSQL is told depends on every transaction of the server that is open
    maxWorkers: 1,
    setupFiles: ["vitest.draws.ts"],
    reporters: ["default", new Watchdog()],
    testTimeout: 0,
    hookTimeout: 0
  }
})
