import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { findPackageJSON } from "node:module"
import { dirname, join } from "node:path"

/** How a command ended: its exit code, and what it wrote to both streams in the order of arrival. */
export interface Ended {
  readonly code: number
  readonly output: string
}

interface Options {
  readonly cwd: string
  /** Variables of the environment, beside those of this process. */
  readonly env?: Readonly<Record<string, string>>
  /** Called with each full line as it arrives. */
  readonly onLine?: (line: string) => void
}

/** Runs a program to its end, or to the end of this process. A program that cannot be started ends with code 127. */
export const command = (program: string, args: ReadonlyArray<string>, options: Options): Promise<Ended> =>
  new Promise((done) => {
    // npx is a command script on Windows, which only a shell can start, and a shell must be given its arguments quoted.
    const shell = process.platform === "win32" && program === "npx"
    const child = spawn(program, shell ? args.map((arg) => `"${arg}"`) : args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env, NO_COLOR: "1", FORCE_COLOR: undefined },
      stdio: ["ignore", "pipe", "pipe"],
      shell
    })
    const kill = () => child.kill()
    process.once("exit", kill)
    let output = ""
    let rest = ""
    const take = (chunk: string) => {
      output += chunk
      if (options.onLine === undefined) return
      const lines = (rest + chunk).split("\n")
      rest = lines.pop() ?? ""
      lines.forEach(options.onLine)
    }
    child.stdout.setEncoding("utf8").on("data", take)
    child.stderr.setEncoding("utf8").on("data", take)
    child.on("error", (error) => done({ code: 127, output: `${program}: ${error.message}` }))
    child.on("close", (code) => {
      process.off("exit", kill)
      done({ code: code ?? 1, output })
    })
  })

const binaryOf = (packageName: string, from: string | URL): string => {
  const manifest = findPackageJSON(packageName, from)
  if (manifest === undefined) throw new Error(`${packageName} is not installed`)
  const { bin } = JSON.parse(readFileSync(manifest, "utf8"))
  const file: unknown = typeof bin === "string" ? bin : Object.values(bin)[0]
  return join(dirname(manifest), String(file))
}

/** Runs the command-line tool of a package that a file's package has installed, under the Node that runs the gates and without a shell. */
export const toolOf = (
  file: string | URL,
  packageName: string,
  args: ReadonlyArray<string>,
  options: Options
): Promise<Ended> => command(process.execPath, [binaryOf(packageName, file), ...args], options)

/** Runs the command-line tool of a package that the gates have installed. */
export const tool = (packageName: string, args: ReadonlyArray<string>, options: Options): Promise<Ended> =>
  toolOf(import.meta.url, packageName, args, options)
