import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const mail = new URL("child/mail.ts", import.meta.url)

const sources = {
  sqlite: {
    write: new URL("child/sqlite.ts", import.meta.url),
    dispatch: new URL("child/dispatchSqlite.ts", import.meta.url),
    mail
  },
  postgres: {
    write: new URL("child/postgres.ts", import.meta.url),
    dispatch: new URL("child/dispatchPostgres.ts", import.meta.url),
    mail
  }
}

/** The processes that write or send, by the storage that they do it over. */
export type Child = keyof typeof sources

/** A process that writes or sends as one file, quick to start. */
export interface Script {
  /** Where it is. */
  readonly file: string
  /** The variables of the environment under which it starts. */
  readonly env: NodeJS.ProcessEnv
}

/** Node's arguments for it. */
export const nodeArgs = ["--disable-warning=ExperimentalWarning"]

/**
 * Makes one file of a process that writes or sends, and lets it be compiled once: hundreds of them are started, and each is to be killed while it writes and
 * not while it loads.
 */
export const bundleChild = async (
  child: Child,
  folder: string,
  warmUp: string,
  does: keyof (typeof sources)[Child] = "write"
): Promise<Script> => {
  const file = join(folder, `${child}-${does}.mjs`)
  await build({
    entryPoints: [fileURLToPath(sources[child][does])],
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["@banfa/source"],
    outfile: file,
    logLevel: "error"
  })
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") }
  spawnSync(process.execPath, [...nodeArgs, file, warmUp], { env, stdio: ["ignore", "ignore", "inherit"] })
  return { file, env }
}
