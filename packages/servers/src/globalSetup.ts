import type { TestProject } from "vitest/node"
import { startPostgres } from "./startPostgres.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL server in which databases may be made. */
    readonly postgres: string
  }
}

/** One server a run: that of `BANFA_TEST_POSTGRES`, or one that is started and stopped with the run. */
export default async ({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const given = process.env.BANFA_TEST_POSTGRES
  if (given !== undefined) {
    provide("postgres", given)
    return undefined
  }
  const { created, stop, url } = await startPostgres()
  process.stdout.write(`${created}\n`)
  provide("postgres", url)
  return stop
}
