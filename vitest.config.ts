import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"
import Watchdog from "./packages/checks/src/Watchdog.ts"

const conditions = ["@banfa/source"]
const onPostgres = "packages/storage-postgres/test/*.test.ts"
// what needs more than Node, and what is about processes and packages at length: vitest.servers.config.ts
const elsewhere = [
  "**/test/processes/**",
  "examples/storage-mariadb/test/**",
  "packages/identity-ldap/test/slapd/**",
  "packages/notify-smtp/test/exim/**",
  "packages/servers/test/debian/**",
  "packages/storage-postgres/test/disk/**"
]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "all",
          include: ["packages/*/test/**/*.test.ts", "examples/*/test/**/*.test.ts"],
          exclude: ["**/node_modules/**", onPostgres, ...elsewhere]
        }
      },
      // a server is started for a run that has tests of these, and for no other
      {
        extends: true,
        test: {
          name: "postgres",
          include: [onPostgres],
          globalSetup: ["packages/servers/src/setUpPostgres.ts"],
          // one file after the other: what a reader is told depends on every transaction of the server that is open
          maxWorkers: 1,
          sequence: { groupOrder: 1 }
        }
      }
    ],
    setupFiles: ["vitest.draws.ts"],
    reporters: ["default", new Watchdog()],
    // nothing of one file reaches another, so each worker reads the modules once
    isolate: false,
    // one more than there are processors: many tests wait for servers and processes
    maxWorkers: availableParallelism() + 1,
    // no test is timed: the watchdog ends a run that hangs
    testTimeout: 0,
    hookTimeout: 0
  }
})
