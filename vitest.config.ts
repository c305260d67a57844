import { defineConfig } from "vitest/config"

const conditions = ["@banfa/source"]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "examples/*/test/**/*.test.ts"],
    setupFiles: ["vitest.seed.ts"],
    reporters: ["default"],
    // no test is timed: this ends what hangs, also on a machine that is busy
    testTimeout: 60_000
  }
})
