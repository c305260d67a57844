/**
 * A reporter of vitest that ends a run in which no test has begun or ended for ten minutes, with the names of the
 * tests that are still running. No test has a time limit of its own, so a busy machine fails none.
 */
import { relative } from "node:path"
import type { Reporter, TestCase, TestModule, Vitest } from "vitest/node"

const tenMinutes = 10 * 60_000

/** What is running: a module that is loaded or set up, or a test. */
type Running = TestModule | TestCase

const nameOf = (one: Running, root: string): string =>
  one.type === "module" ? relative(root, one.moduleId) : `${relative(root, one.module.moduleId)} > ${one.fullName}`

/** A reporter that watches a run; `patience` in milliseconds. */
export default class Watchdog implements Reporter {
  readonly #running = new Set<Running>()
  readonly #patience: number
  #timer: NodeJS.Timeout | undefined
  #root = process.cwd()

  constructor({ patience = tenMinutes }: { readonly patience?: number } = {}) {
    this.#patience = patience
  }

  onInit(vitest: Vitest): void {
    this.#root = vitest.config.root
  }

  onTestRunStart(): void {
    this.#running.clear()
    this.#moved()
  }

  onTestModuleQueued(module: TestModule): void {
    this.#begun(module)
  }

  onTestModuleEnd(module: TestModule): void {
    this.#ended(module)
  }

  onTestCaseReady(test: TestCase): void {
    this.#begun(test)
  }

  onTestCaseResult(test: TestCase): void {
    this.#ended(test)
  }

  onTestRunEnd(): void {
    clearTimeout(this.#timer)
  }

  #begun(one: Running): void {
    this.#running.add(one)
    this.#moved()
  }

  #ended(one: Running): void {
    this.#running.delete(one)
    this.#moved()
  }

  #moved(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#hangs(), this.#patience).unref()
  }

  #hangs(): void {
    const tests = [...this.#running].filter(({ type }) => type === "test")
    const hung = tests.length > 0 ? tests : [...this.#running]
    const names = hung.map((one) => `  ${nameOf(one, this.#root)}`)
    console.error([`Nothing has moved for ${this.#patience / 1000} s. Still running:`, ...names].join("\n"))
    process.exit(1)
  }
}
