/** The tests on what Debian packs. `npm run test:servers` installs it and runs them. */
import { defineConfig } from "vitest/config"

const conditions = ["@banfa/source"]
const setUp = (name: string): Array<string> => [`packages/servers/src/${name}.ts`]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "MariaDB",
          include: ["examples/storage-mariadb/test/**/*.test.ts"],
          globalSetup: setUp("setUpMariadb")
        }
      },
      {
        extends: true,
        test: {
          name: "PostgreSQL of Debian",
          include: ["packages/storage-postgres/test/**/*.test.ts"],
          globalSetup: setUp("setUpDebianPostgres")
        }
      }
    ],
    setupFiles: ["vitest.seed.ts"],
    reporters: ["default"],
    testTimeout: 60_000
  }
})
