import type { TestProject } from "vitest/node"
import { provide } from "./provide.ts"

/** The server of `BANFA_TEST_POSTGRES`, or one that is started and stopped with the run. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const given = process.env.BANFA_TEST_POSTGRES
  if (given === undefined) return provide("postgres", "postgres")(project)
  project.provide("postgres", given)
  return undefined
}
