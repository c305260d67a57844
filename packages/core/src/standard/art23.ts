import { issuing, ofKind, type Sentence } from "./issuing.ts"

/** What art. 23 asks of the exchange catalogue. @article 23 */
export const exchangeCatalogue: Sentence = {
  concerns: ofKind("exchange-catalogue"),
  named: [],
  lacking: "no-co-organizer",
  provincial: () => true
}

/** What art. 23 asks of the exchange agreement: read as a contract of each pair (A28c), it is made by whoever shares with another. @article 23 */
export const exchangeAgreement: Sentence = {
  concerns: ofKind("exchange-agreement"),
  named: [],
  lacking: "no-co-organizer",
  provincial: (ctx) => ctx.profile.readings.A28c === "provincial"
}

/** 省信息化主管部门依据此要求会同相关部门共同制定省电子政务基础信息交换目录 */
export const N23_2 = issuing("N23.2", exchangeCatalogue)

/** 信息交换协议 */
export const N23_3 = issuing("N23.3", exchangeAgreement)
