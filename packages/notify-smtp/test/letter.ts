import { CivilDateSchema } from "@banfa/core/civil"
import type { Dispatch, Letter } from "@banfa/core/port/Notifier"

/** A letter to be sent. @article 12 */
export const letter: Letter = {
  notice: {
    id: "copy/P1/2026-Q1",
    kind: "copy",
    case: { subject: "project", id: "P1" },
    norm: "N12.2",
    instance: "quarter/2026-Q1",
    to: { role: "info.any", agency: "gz-info" },
    on: CivilDateSchema.make("2026-04-08"),
    demanded: true
  },
  title: { zh: "投资进展情况抄送（2026年第一季度）", en: "Copy of the investment progress, first quarter of 2026" },
  body: [
    {
      zh: "市卫生健康委员会已于4月8日报送投资进展情况，现抄送贵单位备案。",
      en: "The progress was reported on 8 April."
    },
    { zh: "请予登记。", en: "Please enter it on arrival." }
  ],
  article: { zh: "第十二条", en: "art. 12" },
  quote: { zh: "抄送信息化主管部门备案", en: "send a copy to the informatization authority for filing" }
}

/** A dispatch of it. */
export const dispatch = (more: Partial<Dispatch> = {}): Dispatch => ({
  id: "project/P1#N12.2/copy/gz-info",
  letter,
  to: ["clerk@info.example.gov.cn"],
  ...more
})
