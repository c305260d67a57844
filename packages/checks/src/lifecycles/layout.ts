import { instance } from "@viz-js/viz"
import { actCard, type Card, derivedCard, positionCard } from "./Card.ts"
import { actsOf, derivedName, type Lifecycle, movesFrom, positionName, positionsOf } from "./Lifecycle.ts"

/** A box in its place; `x` and `y` are its middle, in pixels from the upper left corner. */
export interface Placed {
  readonly card: Card
  readonly x: number
  readonly y: number
}

/** A line from one box to another as the `d` of an SVG path. */
export interface Line {
  readonly d: string
  readonly source: Link["source"]
}

/** The diagram of the acts that move a case, as Graphviz lays it out. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly boxes: ReadonlyArray<Placed>
  readonly lines: ReadonlyArray<Line>
}

interface Link {
  readonly tail: string
  readonly head: string
  /** Of the act; `derived` where it is one of another lifecycle. */
  readonly source: "text" | "library" | "derived"
}

interface Drawn {
  readonly bb: string
  readonly objects: ReadonlyArray<{ readonly name: string; readonly pos: string }>
  readonly edges: ReadonlyArray<{ readonly pos: string }>
}

const inches = (pixels: number): number => pixels / 72
const round = (pixels: number): number => Math.round(pixels * 10) / 10

const numbers = (text: string): ReadonlyArray<number> => text.split(/[ ,]/).map(Number)

/** The control points of a spline, from `x,y x,y …`. */
const pathOf = (pos: string, height: number): string => {
  const [start = "", ...rest] = pos.split(" ").map((point) => {
    const [x = 0, y = 0] = numbers(point)
    return `${round(x)} ${round(height - y)}`
  })
  return `M${start} C${rest.join(" ")}`
}

/** Lays out the positions and the acts that lead to one of them, from the top down. */
export const layout = async (lifecycle: Lifecycle): Promise<Layout> => {
  const cards = new Map<string, Card>()
  const links: Array<Link> = []
  for (const position of positionsOf(lifecycle)) {
    cards.set(position, positionCard(positionName(lifecycle, position), position === lifecycle.initial))
  }
  for (const act of actsOf(lifecycle)) {
    const { source, to } = act.row
    if (to === undefined) continue
    cards.set(act.tag, actCard(act))
    for (const tail of movesFrom(act.row)) links.push({ tail, head: act.tag, source })
    links.push({ tail: act.tag, head: to, source })
  }
  for (const derived of lifecycle.derived ?? []) {
    const { act, from, to } = derived
    cards.set(act, derivedCard(derivedName(lifecycle, derived)))
    for (const tail of from) links.push({ tail, head: act, source: "derived" })
    links.push({ tail: act, head: to, source: "derived" })
  }

  const viz = await instance()
  const drawn = viz.renderJSON({
    graphAttributes: { rankdir: "TB", nodesep: 0.3, ranksep: 0.42, splines: "true", outputorder: "edgesfirst" },
    nodeAttributes: { shape: "box", fixedsize: true, label: "" },
    edgeAttributes: { arrowhead: "none" },
    nodes: [...cards].map(([name, card]) => ({
      name,
      attributes: { width: inches(card.width), height: inches(card.height) }
    })),
    edges: links.map(({ head, source, tail }) => ({ head, tail, attributes: { weight: source === "text" ? 8 : 1 } }))
  }) as unknown as Drawn

  const [, , width = 0, height = 0] = numbers(drawn.bb)
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: drawn.objects.flatMap(({ name, pos }) => {
      const card = cards.get(name)
      const [x = 0, y = 0] = numbers(pos)
      return card === undefined ? [] : [{ card, x: round(x), y: round(height - y) }]
    }),
    lines: links.flatMap(({ source }, index) => {
      const pos = drawn.edges[index]?.pos
      return pos === undefined ? [] : [{ d: pathOf(pos, height), source }]
    })
  }
}
