import ts from "typescript"

/** A fenced block of code in a document. */
export interface Fence {
  /** The document, as it is named in messages. */
  readonly file: string
  /** The line of the document on which the code begins, counted from 1. */
  readonly line: number
  readonly language: string
  /** The words after the language, such as `no-run`. */
  readonly flags: ReadonlyArray<string>
  readonly code: string
}

interface Line {
  readonly number: number
  readonly text: string
}

const isClosing = (text: string, opening: string): boolean =>
  text.trim().startsWith(opening) && /^(`+|~+)$/.test(text.trim())

const fencesIn = (file: string, lines: ReadonlyArray<Line>): ReadonlyArray<Fence> => {
  const fences: Array<Fence> = []
  for (let index = 0; index < lines.length; index++) {
    const [, indent = "", opening, language = "", rest = ""] =
      /^(\s*)(`{3,}|~{3,})(\S*)\s*([^`]*)$/.exec(lines[index]?.text ?? "") ?? []
    if (opening === undefined) continue
    const body: Array<string> = []
    const first = index + 1
    while (++index < lines.length && !isClosing(lines[index]?.text ?? "", opening)) {
      const text = lines[index]?.text ?? ""
      body.push(text.startsWith(indent) ? text.slice(indent.length) : text.trimStart())
    }
    const flags = rest.split(/\s+/).filter((flag) => flag !== "")
    fences.push({ file, line: lines[first]?.number ?? 0, language, flags, code: body.join("\n") })
  }
  return fences
}

/** The fences of a Markdown document. A fence inside a longer fence is part of its text. */
export const fencesInMarkdown = (file: string, text: string): ReadonlyArray<Fence> =>
  fencesIn(
    file,
    text.split(/\r?\n/).map((text, index) => ({ number: index + 1, text }))
  )

/** The fences in the docstrings of a TypeScript file, without the star at the head of each line. */
export const fencesInDocstrings = (file: string, text: string): ReadonlyArray<Fence> => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext)
  const docstrings = new Map<number, ts.CommentRange>()
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (text.startsWith("/**", range.pos)) docstrings.set(range.pos, range)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...docstrings.values()].flatMap(({ pos, end }) => {
    const { line } = source.getLineAndCharacterOfPosition(pos)
    const lines = text.slice(pos + 3, end - 2).split(/\r?\n/)
    return fencesIn(
      file,
      lines.map((text, index) => ({ number: line + 1 + index, text: text.replace(/^\s*\* ?/, "") }))
    )
  })
}
