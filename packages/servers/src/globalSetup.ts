import type { TestProject } from "vitest/node"
import { startPostgres } from "./startPostgres.ts"

/** One server a run, which its tests find by `inject("postgres")`: that of `BANFA_TEST_POSTGRES`, or one that is started and stopped with the run. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const given = process.env.BANFA_TEST_POSTGRES
  if (given !== undefined) {
    project.provide("postgres", given)
    return undefined
  }
  const { created, stop, url } = await startPostgres()
  process.stdout.write(`${created}\n`)
  project.provide("postgres", url)
  return stop
}
