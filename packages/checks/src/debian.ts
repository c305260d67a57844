import { globSync } from "node:fs"
import { command } from "./command.ts"

/** What is wanted of Debian. */
export interface Wanted {
  /** As people call it. */
  readonly title: string
  /** The packages that bring it. */
  readonly packages: ReadonlyArray<string>
  /** Files that are there when it is installed; `*` stands for any name. */
  readonly files: ReadonlyArray<string>
}

const there = ({ files }: Wanted): boolean => files.every((file) => globSync(file).length > 0)

const succeeds = async (program: string, ...args: ReadonlyArray<string>): Promise<boolean> =>
  (await command(program, args, { cwd: "/" })).code === 0

/** What `apt-get` is run through, so that it may install: nothing for root, `sudo` where it asks nothing; otherwise why it may not. */
const through = async ({ packages, title }: Wanted): Promise<ReadonlyArray<string> | string> => {
  const todo = `apt-get update && apt-get install ${packages.join(" ")}`
  if (process.platform !== "linux" || !(await succeeds("apt-get", "--version"))) {
    return `${title} 未安装，此处也没有 apt-get：请在 Debian 上运行。 ${title} is not installed, and there is no apt-get to install it with: run this on Debian.`
  }
  if (process.getuid?.() === 0) return []
  if (await succeeds("sudo", "-n", "true")) return ["sudo", "-n"]
  return `${title} 未安装，只有 root 可以安装：请以 root 身份执行 ${todo}。 ${title} is not installed, and only root may install it: run as root ${todo}`
}

/** Installs from Debian what is missing. Answers what stood in the way. */
export const installFromDebian = async (wanted: Wanted, say: (line: string) => void): Promise<string | undefined> => {
  if (there(wanted)) return undefined
  const { files, packages, title } = wanted
  const before = await through(wanted)
  if (typeof before === "string") return before
  say(`installing ${title} from Debian`)
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    const [program = "env", ...rest] = [...before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args]
    const { code, output } = await command(program, rest, { cwd: "/" })
    if (code !== 0) {
      return `未能安装 ${title}。 ${title} could not be installed: apt-get ${args[0]} ended with code ${code}\n${output}`
    }
  }
  return there(wanted) ? undefined : `apt-get installed no ${files.join(", ")}`
}
