import type { JsonObject } from "@banfa/core/port/EventStore"
import type { Text } from "@banfa/core/regulation"

/** Why something was not sent, beside what a channel says of itself. */
export const reasons = {
  "no-agency": {
    zh: "承担该职责的机关尚未明确，无从送达；补正机构名录后可重新发送",
    en: "it is not known which agency fills the role; send it again once the directory says so"
  },
  "no-address": {
    zh: "通讯录中没有该机关的地址；补正通讯录后可重新发送",
    en: "the address book has no address of the agency; send it again once it has"
  },
  "unknown-channel": {
    zh: "通讯录所列通道未配置；补正后可重新发送",
    en: "the address book names a channel that is not there; send it again once that is put right"
  },
  "address-refused": {
    zh: "部分地址未送达，其余地址已送达；补正通讯录后可重新发送",
    en: "some addresses did not get it, the others did; send it again once the address book is put right"
  },
  unreadable: { zh: "待发内容无法读取", en: "what was to be sent cannot be read" },
  "not-derived": { zh: "无法得出应发的通知", en: "it could not be worked out who has to be told of what" },
  "not-kept": { zh: "通知内容不合存储要求，未能列入待发", en: "the notice cannot be kept as it is" },
  "book-unavailable": { zh: "通讯录暂不可用", en: "the address book is unavailable" },
  "no-answer": { zh: "通道在规定时间内没有答复", en: "the channel did not answer in time" },
  defect: { zh: "通道程序出错", en: "the channel broke down" },
  "attempts-over": {
    zh: "发送次数已用完，且最后一次没有结果",
    en: "all attempts are used up, and nobody heard of the last ones"
  },
  "given-back": { zh: "未及发送，交回待发", en: "it was given back before it was sent" },
  held: { zh: "现为免打扰时段，到时再发", en: "these are quiet hours; it is sent when they are over" },
  superseded: { zh: "该次发送未成立，无须补发", en: "the attempt that left it over did not count" },
  "nobody-left": { zh: "现有地址均已送达，无须补发", en: "every address that is now entered has it" },
  forwarded: { zh: "已按补正后的地址另行列入待发", en: "it goes out to the address that was put right" },
  gone: { zh: "按现有记录已无此项通知", en: "as things stand now there is nothing to be told" },
  silenced: { zh: "按通知规则不发送", en: "the rules for notices say that it is not sent" }
} as const satisfies { readonly [reason: string]: Text }

/** Why something was not sent, beside what a channel says of itself. */
export type Reason = keyof typeof reasons

/** A reason as it stands in a receipt. */
export const because = (reason: Reason): JsonObject => ({ reason, text: { ...reasons[reason] } })
