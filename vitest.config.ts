import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"
import Watchdog from "./packages/checks/src/Watchdog.ts"

const conditions = ["@banfa/source"]
const ofCore = ["packages/core/test/**/*.test.ts", "packages/testing/test/**/*.test.ts"]
const onPostgres = "packages/storage-postgres/test/*.test.ts"
// what needs more than Node: vitest.servers.config.ts
const onDebian = [
  "examples/storage-mariadb/test/**/*.test.ts",
  "packages/identity-ldap/test/slapd/**/*.test.ts",
  "packages/notify-smtp/test/exim/**/*.test.ts",
  "packages/servers/test/debian/**/*.test.ts",
  "packages/storage-postgres/test/disk/**/*.test.ts"
]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      // thousands of tests of plain functions: nothing of one file reaches another, and modules are read once
      { extends: true, test: { name: "core", include: [...ofCore], isolate: false } },
      {
        extends: true,
        test: {
          name: "all",
          include: ["packages/*/test/**/*.test.ts", "examples/*/test/**/*.test.ts"],
          exclude: ["**/node_modules/**", ...ofCore, onPostgres, ...onDebian]
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
    // one more than there are processors: many tests wait for servers and processes
    maxWorkers: availableParallelism() + 1,
    // no test is timed: the watchdog ends a run that hangs
    testTimeout: 0,
    hookTimeout: 0
  }
})
