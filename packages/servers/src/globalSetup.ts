import type { TestProject } from "vitest/node"
import { startPostgres } from "./startPostgres.ts"

/** One server a run: that of `BANFA_TEST_POSTGRES`, or one that is started and stopped with the run. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const given = process.env.BANFA_TEST_POSTGRES
  // tests read it with `inject("postgres")`, and say so to the compiler themselves
  const provide: (name: string, url: string) => void = project.provide.bind(project)
  if (given !== undefined) {
    provide("postgres", given)
    return undefined
  }
  const { created, stop, url } = await startPostgres()
  process.stdout.write(`${created}\n`)
  provide("postgres", url)
  return stop
}
