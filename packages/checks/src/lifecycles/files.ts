import { markdown } from "./markdown.ts"
import { subjects } from "./subjects.ts"
import { svg } from "./svg.ts"

/** What stands under `docs/lifecycles`, by file name: a diagram and a page for each subject. */
export const lifecycleFiles = async (): Promise<ReadonlyMap<string, string>> => {
  const files = new Map<string, string>()
  for (const subject of subjects) {
    files.set(`${subject.id}.svg`, await svg(subject))
    files.set(`${subject.id}.md`, markdown(subject))
  }
  return files
}
