import { actCard, type } from "./Card.ts"
import { box, escaped, flow, left } from "./draw.ts"
import { actsOf, type Lifecycle, titleOf } from "./Lifecycle.ts"
import { type Line, layout, type Placed } from "./layout.ts"
import { legend } from "./legend.ts"

const margin = 32

const style = `
    text { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; text-anchor: middle; fill: #1f2937 }
    .zh { font-size: ${type.zh}px; font-weight: 600 } .en { font-size: ${type.en}px; fill: #4b5563 }
    .position rect, .initial rect { fill: #1e3a5f } .initial rect { stroke: #d97706; stroke-width: 3 }
    .position text, .initial text { fill: #fff } .position .en, .initial .en { fill: #cbd5e1 }
    .text rect.card { fill: #fff; stroke: #1e3a5f; stroke-width: 1.6 }
    .library rect.card { fill: #f8fafc; stroke: #94a3b8; stroke-width: 1.2; stroke-dasharray: 5 3 }
    .derived rect.card { fill: #f0fdfa; stroke: #0f766e; stroke-width: 1.2; stroke-dasharray: 2 3 } .line.derived { stroke: #0f766e; stroke-width: 1.2; stroke-dasharray: 6 4 }
    .line { fill: none } .line.text { stroke: #1e3a5f; stroke-width: 1.6 } .line.library { stroke: #94a3b8; stroke-width: 1.2 }
    .chip { font-size: ${type.chip}px; font-weight: 600 } .denies rect { fill: #b91c1c } .denies text { fill: #fff }
    .tells rect { fill: #fff; stroke: #b45309 } .tells text { fill: #92400e }
    .title { font-size: 22px; font-weight: 700 } .heading { font-size: 15px; font-weight: 600 } .left { text-anchor: start }`

const path = ({ d, source }: Line): string => `<path class="line ${source}" d="${d}" marker-end="url(#${source})"/>`

const marker = (id: Line["source"], fill: string): string =>
  `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="${fill}"/></marker>`

/** The diagram of a lifecycle: the acts that move a case between positions, and below them those that leave it where it is, if any. */
export const svg = async (lifecycle: Lifecycle): Promise<string> => {
  const { boxes, height, lines, width } = await layout(lifecycle)
  const total = Math.max(width, 720)
  const key = legend(total, lifecycle.derived !== undefined)
  const graphTop = key.bottom + 28
  const still = actsOf(lifecycle).filter(({ row }) => row.to === undefined)
  const stillTop = graphTop + height + 44
  const rest = flow(still.map(actCard), total, stillTop + 16)
  const place = ({ card, x, y }: Placed): string => box(card, x, y)
  const w = total + 2 * margin
  const h = Math.ceil(still.length === 0 ? graphTop + height : rest.bottom) + 2 * margin
  const title = titleOf(lifecycle)
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}\n</style>`,
    `<defs>${marker("text", "#1e3a5f")}${marker("library", "#94a3b8")}${marker("derived", "#0f766e")}</defs>`,
    `<rect width="${w}" height="${h}" fill="#fff"/>`,
    `<g transform="translate(${margin} ${margin})">`,
    left("title", title, 0, 20),
    key.drawn,
    `<g transform="translate(${Math.round((total - width) / 2)} ${graphTop})">`,
    ...lines.map(path),
    ...boxes.map(place),
    "</g>",
    ...(still.length === 0
      ? []
      : [left("heading", "不改变所处阶段的事项 Acts that leave the position as it is", 0, stillTop), rest.drawn]),
    "</g>",
    "</svg>"
  ].join("\n")}\n`
}
