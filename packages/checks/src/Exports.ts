import type { Manifest } from "./Workspace.ts"

/** The condition under which a package of the workspace is read from its TypeScript source. */
export const sourceCondition = "@banfa/source"

/** One module that a package exports: `./port/EventStore` is `./src/port/EventStore.ts`, built as `port/EventStore`. */
export interface Entry {
  readonly subpath: string
  readonly source: string
  /** The built file under `dist`, without its extension. */
  readonly built: string
}

type ExportMap = Readonly<Record<string, unknown>>

const sourceOf = (target: unknown): string | undefined => {
  const source = typeof target === "object" && target !== null ? Reflect.get(target, sourceCondition) : undefined
  return typeof source === "string" ? source : undefined
}

/** The exported modules of a package, in the order of its manifest. Exports that are plain files are left out. */
export const entries = (manifest: Manifest): ReadonlyArray<Entry> =>
  Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
    const source = sourceOf(target)
    return source === undefined ? [] : [{ subpath, source, built: source.replace(/^\.\/src\/|\.ts$/g, "") }]
  })

const mapOf = (manifest: Manifest, withSource: boolean): ExportMap => {
  const built = new Map(
    entries(manifest).map((entry) => [
      entry.subpath,
      {
        ...(withSource ? { [sourceCondition]: entry.source } : {}),
        types: `./dist/${entry.built}.d.ts`,
        default: `./dist/${entry.built}.js`
      }
    ])
  )
  return Object.fromEntries(
    Object.entries(manifest.exports ?? {}).map(([path, target]) => [path, built.get(path) ?? target])
  )
}

/**
 * The same manifest with its export maps as they must be: in `exports` the source first, then what is built of it; in
 * `publishConfig.exports` what is built alone, for `pnpm pack` to put in the place of the former.
 */
export const withExports = (manifest: Manifest): Manifest => ({
  ...manifest,
  exports: mapOf(manifest, true),
  publishConfig: { access: "public", ...manifest.publishConfig, exports: mapOf(manifest, false) }
})
