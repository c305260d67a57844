import { join } from "node:path"
import { Application, Logger, LogLevel, OptionDefaults, TSConfigReader, type TypeDocOptions } from "typedoc"
import type { Trace } from "../articles/Trace.ts"
import { entries } from "../Exports.ts"
import { published, type Workspace } from "../Workspace.ts"
import { addresses } from "./addresses.ts"
import { articles } from "./articles.ts"
import { notOffline } from "./offline.ts"
import { undocumentedMembers } from "./undocumented.ts"

/** Types from which exported ones are computed, by package. What they come to is shown; their names are nobody's to use. */
const computedFrom: ReadonlyMap<string, Array<string>> = new Map([
  [
    "@banfa/core",
    [
      "docket/subjects.ts:subjects",
      "docket/embed.ts:Programs",
      "docket/embed.ts:Promised",
      "regulation/Norm.ts:Vocabulary"
    ]
  ],
  ["@banfa/testing", ["record/historiesOf.ts:HistoryOf"]]
])

/** The modules that are published: the file of each, and the name under which it is imported. */
const modulesOf = (workspace: Workspace): ReadonlyMap<string, string> =>
  new Map(
    published(workspace).flatMap(({ dir, manifest }) =>
      entries(manifest).map(
        ({ subpath, source }) => [join(dir, source).replaceAll("\\", "/"), manifest.name + subpath.slice(1)] as const
      )
    )
  )

const optionsFor = (workspace: Workspace, files: ReadonlyArray<string>): TypeDocOptions => ({
  name: "Banfa 办法",
  entryPoints: [...files],
  tsconfig: join(workspace.root, "tsconfig.json"),
  basePath: workspace.root,
  readme: "none",
  projectDocuments: [join(workspace.root, "docs/lifecycles/*.md")],
  blockTags: [...OptionDefaults.blockTags, "@article"],
  excludeInternal: true,
  excludeExternals: true,
  sort: ["kind", "source-order"],
  sortEntryPoints: false,
  // Members are `undocumentedMembers`'s to check: TypeDoc asks for a docstring wherever a type is written out, and so
  // for each field of each row of the data, and again at every place where an inferred type repeats a documented one.
  requiredToBeDocumented: ["Module", "Variable", "Function", "Class", "Interface", "TypeAlias", "Enum", "EnumMember"],
  packagesRequiringDocumentation: published(workspace).map(({ manifest }) => manifest.name),
  validation: {
    notExported: true,
    invalidLink: true,
    invalidPath: true,
    rewrittenLink: true,
    notDocumented: true,
    unusedMergeModuleWith: true
  }
})

class Problems extends Logger {
  readonly found = new Set<string>()
  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn) this.found.add(message)
  }
}

/**
 * Builds the reference of every published package into a folder. Returns what TypeDoc and the checks of this folder have
 * to say against it; while there is anything, no page is written.
 */
export const buildReference = async (
  workspace: Workspace,
  trace: Trace,
  out: string
): Promise<ReadonlyArray<string>> => {
  const modules = modulesOf(workspace)
  const packages = published(workspace).map(({ manifest }) => manifest.name)
  const app = await Application.bootstrap(optionsFor(workspace, [...modules.keys()]), [new TSConfigReader()])
  const problems = new Problems()
  app.logger = problems
  addresses(app)
  articles(app, workspace.root, out, trace)
  const named = app
    .getEntryPoints()
    ?.map((entry) => ({ ...entry, displayName: modules.get(entry.sourceFile.fileName) ?? entry.displayName }))
  // The converter by itself asks nothing of git, whose remote is another in every clone: sources are named, not linked.
  const project = named === undefined ? undefined : app.converter.convert(named)
  if (project === undefined) return [...problems.found]
  // TypeDoc asks only of the types of one package whether they are exported: of the one whose name the project bears.
  for (const name of packages) {
    project.packageName = name
    app.options.setValue("intentionallyNotExported", computedFrom.get(name) ?? [])
    app.validate(project)
  }
  const found = [...problems.found, ...undocumentedMembers(project)]
  if (found.length > 0) return found
  await app.generateDocs(project, out)
  return [...problems.found, ...notOffline(out)]
}
