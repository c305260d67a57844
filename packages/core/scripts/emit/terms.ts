import type { Data } from "../Data.ts"
import { moduleOf, table } from "./table.ts"

const note = "库内译文，待核: the Chinese is the library's own wording, not the regulation's."

/** `terms.ts`: statuses, advice, strengths, parameters, and the sentences that every report carries. */
export const termsModule = ({ terms }: Data): string =>
  moduleOf(
    `import type { Status } from "./Norm.ts"\nimport type { Text } from "./Text.ts"`,
    table("statuses", `What each status is called. ${note}`, terms.statuses, "{ readonly [S in Status]: Text }"),
    table("advice", `What each answer to a question before an act is called. ${note}`, terms.advice),
    table("forces", `What forces, modalities and kinds of norms are called. ${note}`, terms.forces),
    table("detectability", `How far a norm can be checked from facts. ${note}`, terms.detectability),
    table("parameters", `What the Measures leave for a deployment to fix. ${note}`, terms.parameters),
    table("standing", `Sentences that answers and reports carry. ${note}`, terms.standing)
  )

/** `normTerms.ts`: one line on each norm, and what mends its breach. */
export const normTermsModule = ({ terms }: Data): string =>
  moduleOf(
    `import type { NormId } from "./Norm.ts"\nimport type { Text } from "./Text.ts"`,
    table(
      "normTerms",
      `Each norm in one line, and what to do about its breach (null where there is nothing to mend). ${note}`,
      terms.norms,
      "{ readonly [N in NormId]: { readonly summary: Text; readonly remedy: Text | null } }"
    )
  )

const words = (id: string): string => id.replace(/([a-z])([A-Z])/gu, "$1 $2").toLowerCase()

/** `lifecycleTerms.ts`: what lifecycles, positions, events and guards are called. */
export const lifecycleTermsModule = ({ lifecycles, terms }: Data): string =>
  moduleOf(
    table(
      "lifecycleTerms",
      `The twelve lifecycles: the name of each, its positions, its events, and its guards by their English wording. ${note}`,
      Object.fromEntries(
        lifecycles.map(({ id, states, zh }) => [
          id,
          {
            name: { zh, en: words(id) },
            positions: Object.fromEntries(states.map((state) => [state.id, { zh: state.zh, en: words(state.id) }])),
            events: terms.lifecycles[id]?.events,
            guards: Object.fromEntries(
              Object.entries(terms.lifecycles[id]?.guards ?? {}).map(([en, guard]) => [en, { zh: guard, en }])
            )
          }
        ])
      )
    )
  )
