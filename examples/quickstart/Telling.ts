import type { Text } from "@banfa/core/regulation"
import type { Language } from "./Arguments.ts"

/** Tells in one language, line by line, as things happen. */
export interface Telling {
  readonly say: (text: Text, indent?: number) => void
  readonly heading: (text: Text) => void
  readonly of: (text: Text) => string
}

/** Tells into a sink, one line a call. */
export const telling = (language: Language, sink: (line: string) => void): Telling => {
  const of = (text: Text): string => text[language]
  return {
    of,
    say: (text, indent = 0) => sink(`${"  ".repeat(indent)}${of(text)}`),
    heading: (text) => {
      sink("")
      sink(`== ${of(text)} ==`)
    }
  }
}
