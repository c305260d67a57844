/** How a file of scenarios is written, from its title to the last check. */
import { check, thenForm, whenForm } from "./checkForm.ts"
import { type JsonSchema, list, may, must, record } from "./Form.ts"
import { fact } from "./factForm.ts"
import { setting } from "./settingForm.ts"
import { norm, prose, title } from "./values.ts"

/** One scenario. */
export const scenario = record({
  name: must("名称", prose),
  english: may("英文", prose),
  description: may("说明", title),
  norms: must("条款", list(norm)),
  setting: may("背景", setting),
  given: may("已知", list(fact, 5000)),
  checks: may("检验", list(check)),
  when: may("当", whenForm),
  // biome-ignore lint/suspicious/noThenProperty: 则 is called `then` in English; nothing awaits a scenario
  then: may("则", thenForm)
})

/** A file of scenarios. */
export const file = record({
  title: must("标题", prose),
  english: may("英文", prose),
  description: may("说明", title),
  setting: may("背景", setting),
  scenarios: must("情形", list(scenario))
})
/** A file as read. */
export type WrittenFile = NonNullable<ReturnType<typeof file.read>>
/** A scenario as read. */
export type WrittenScenario = WrittenFile["scenarios"][number]

/** The JSON Schema (draft 2020-12) of scenario files, under their Chinese and English names, for editors that complete and check them. */
export const scenarioJsonSchema = (): JsonSchema => {
  const $defs: { [name: string]: JsonSchema } = {}
  const whole = file.schema($defs)
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "广东省电子政务建设管理办法：情形文件 / scenario file",
    ...whole,
    $defs
  }
}
