import { Bench } from "tinybench"

/** Something to be measured. Its answer goes into a sink, so that no engine leaves the work out. */
export type Task = () => unknown

/** How one task compares with the reference: the median over passes, and the lowest and highest of them. */
export interface Ratio {
  readonly task: string
  readonly median: number
  readonly low: number
  readonly high: number
}

const sink: { last: unknown } = { last: undefined }

const median = (numbers: ReadonlyArray<number>): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number

/** The ratio of a task from its ratios in every pass. */
export const ratioOf = (task: string, all: ReadonlyArray<number>): Ratio => ({
  task,
  median: median(all),
  low: Math.min(...all),
  high: Math.max(...all)
})

/**
 * The median time of every task as a multiple of the first one's, within each pass; passes follow one another, so that whatever slows the
 * machine down slows all tasks alike.
 */
export const ratios = async (
  tasks: { readonly [name: string]: Task | (() => Promise<unknown>) },
  { passes = 7, time = 150 }: { readonly passes?: number; readonly time?: number } = {}
): Promise<ReadonlyArray<Ratio>> => {
  const names = Object.keys(tasks)
  const found = new Map<string, Array<number>>(names.map((name) => [name, []]))
  for (let pass = 0; pass <= passes; pass++) {
    const bench = new Bench({ time, warmupTime: pass === 0 ? time : time / 5, throws: true })
    const order = pass % 2 === 0 ? names : names.toReversed()
    for (const name of order) {
      const task = tasks[name] as Task
      bench.add(name, () => {
        const answer = task()
        sink.last = answer
        return answer instanceof Promise ? answer : undefined
      })
    }
    await bench.run()
    // the first pass only lets the engine get to know the code
    if (pass === 0) continue
    const of = (name: string): number => {
      const { result } = bench.getTask(name) ?? {}
      if (result === undefined || !("latency" in result)) throw new Error(`${name} was not measured`)
      return result.latency.p50
    }
    const reference = of(names[0] as string)
    for (const name of names) found.get(name)?.push(of(name) / reference)
  }
  return names.map((task) => ratioOf(task, found.get(task) ?? []))
}

const figure = (n: number): string =>
  n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n >= 0.1 ? n.toFixed(2) : n.toPrecision(2)

/** Prints ratios under a heading, the reference first. */
export const print = (heading: string, found: ReadonlyArray<Ratio>): void => {
  console.info(`\n${heading}`)
  for (const { high, low, median, task } of found)
    console.info(`  ${task.padEnd(52)} ${figure(median).padStart(7)} x   (${figure(low)} to ${figure(high)})`)
}
