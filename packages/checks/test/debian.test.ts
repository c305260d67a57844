import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { installFromDebian } from "../src/debian.ts"

let folder = ""
const written = () => join(folder, "installed")
const wanted = () => ({ title: "MariaDB", packages: ["mariadb-server"], files: [written()] })
const install = () => installFromDebian(wanted(), () => undefined)

/** A program that is found before those of the machine. */
const program = (name: string, script: string) => {
  writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> "${folder}/asked"\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
}
const asked = () => (existsSync(join(folder, "asked")) ? readFileSync(join(folder, "asked"), "utf8") : "")

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "banfa-debian-"))
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const asAccount = (uid: number) => vi.spyOn(process as { getuid: () => number }, "getuid").mockReturnValue(uid)
const installing = `case "$*" in install*) touch "$(dirname "$0")/installed";; esac`

test("what is there is not installed again", async () => {
  program("apt-get", "exit 1")
  writeFileSync(written(), "")
  expect(await install()).toBeUndefined()
  expect(asked()).toBe("")
})

test("root installs it, others do by sudo", async () => {
  for (const uid of [0, 1000]) {
    asAccount(uid)
    program("apt-get", installing)
    program("sudo", `shift; exec "$@"`)
    expect(await install()).toBeUndefined()
    expect(asked()).toContain("apt-get install -y --no-install-recommends mariadb-server")
    expect(asked().includes("sudo")).toBe(uid !== 0)
    rmSync(written())
    rmSync(join(folder, "asked"))
  }
})

test("who may not install it is told what to run, in both languages", async () => {
  asAccount(1000)
  program("apt-get", installing)
  program("sudo", "exit 1")
  const why = await install()
  expect(why).toContain("请以 root 身份执行 apt-get update && apt-get install mariadb-server")
  expect(why).toContain("run as root apt-get update && apt-get install mariadb-server")
  expect(asked()).not.toContain("apt-get install")
})

test("where there is no apt-get, and where it fails, that is said", async () => {
  asAccount(0)
  program("apt-get", "exit 1")
  expect(await install()).toContain("请在 Debian 上运行")
  program("apt-get", `[ "$1" = --version ] || { echo "no such package"; exit 100; }`)
  expect(await install()).toContain("apt-get update ended with code 100\nno such package")
  program("apt-get", "")
  expect(await install()).toContain(`apt-get installed no ${written()}`)
})
