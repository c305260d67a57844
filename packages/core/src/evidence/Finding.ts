import type { Text } from "../regulation/Text.ts"

/** Where something is wrong, as far as it is known. */
export interface Place {
  /** The stream that is spoken of. */
  readonly stream?: string
  /** The event in its stream, or the first of several. */
  readonly version?: number
  /** The last of several events. */
  readonly through?: number
  /** The position of the row. */
  readonly position?: number
  /** The field of the event, or the column of its row. */
  readonly field?: string
  /** The position of the checkpoint that is spoken of. */
  readonly checkpoint?: number
}

/** What is wrong: a kind of {@link Finding}. */
export type FindingKind =
  | "FieldChanged"
  | "SaltChanged"
  | "EventChanged"
  | "DigestChanged"
  | "LeavesChanged"
  | "LinkBroken"
  | "NotSealed"
  | "EventsMissing"
  | "EventRepeated"
  | "ForeignEvent"
  | "PlaceChanged"
  | "OrderBroken"
  | "AlgorithmDiffers"
  | "SignatureMissing"
  | "SignatureWrong"
  | "CheckpointInconsistent"
  | "CheckpointDiffers"
  | "StreamMissing"
  | "StreamUnknown"
  | "StreamShorter"
  | "StreamLonger"
  | "StreamChanged"
  | "NotInCheckpoint"
  | "OtherCheckpoint"
  | "FieldsDisordered"

/** One thing that is not as it was stored. */
export interface Finding {
  /** What is wrong. */
  readonly kind: FindingKind
  /** Where. */
  readonly at: Place
  /** For people. */
  readonly text: Text
}

const sentences: Readonly<Record<FindingKind, Text>> = {
  FieldChanged: { zh: "该字段或者其盐值与存入时不同", en: "this field, or its salt, is not what was stored" },
  SaltChanged: { zh: "盐值与存入时不同", en: "the salt is not what was stored" },
  EventChanged: {
    zh: "事件内容或者与前一事件的衔接，与其摘要不符",
    en: "the event, or what it follows, is not what its digest commits to"
  },
  DigestChanged: {
    zh: "所存摘要不是事件及其位置摘要所示的摘要",
    en: "the stored digest is not the one that the event and the digest of its position speak for"
  },
  LeavesChanged: {
    zh: "所存各字段的摘要与事件不符，事件的摘要相符",
    en: "the stored leaves are not those of the event, whose digest holds"
  },
  LinkBroken: { zh: "与前一事件不衔接", en: "it does not follow from the event before it" },
  NotSealed: {
    zh: "没有封签，无从核对",
    en: "it has no seal, so nothing shows whether it is what was stored"
  },
  EventsMissing: { zh: "缺少事件", en: "events are missing" },
  EventRepeated: { zh: "重复或者次序颠倒", en: "it is there a second time, or out of order" },
  ForeignEvent: { zh: "不属于所核对的事件流", en: "it is of another stream than the one that is verified" },
  PlaceChanged: {
    zh: "位置或者位置摘要与存入时不同",
    en: "the position, or the digest of the position, is not what was stored"
  },
  OrderBroken: { zh: "位置没有递增", en: "its position does not rise above the one before it" },
  AlgorithmDiffers: { zh: "用的是另一种摘要算法", en: "it was made with another hash function" },
  SignatureMissing: { zh: "检查点没有签名", en: "the checkpoint is not signed" },
  SignatureWrong: { zh: "检查点的签名不符", en: "the signature of the checkpoint is wrong" },
  CheckpointInconsistent: {
    zh: "检查点所列事件流与其根摘要不符",
    en: "the streams that the checkpoint lists are not those that its root commits to"
  },
  CheckpointDiffers: {
    zh: "截至该位置的事件流与检查点不符",
    en: "the streams up to this position are not those that the checkpoint commits to"
  },
  StreamMissing: { zh: "检查点所列的事件流不存在", en: "a stream that the checkpoint lists is not there" },
  StreamUnknown: { zh: "检查点没有此事件流", en: "there was no such stream at the checkpoint" },
  StreamShorter: {
    zh: "检查点所载的末尾事件不存在",
    en: "events at its end that the checkpoint commits to are not there"
  },
  StreamLonger: {
    zh: "截至检查点的事件比其所载的多",
    en: "there are more events up to the checkpoint than it commits to"
  },
  StreamChanged: {
    zh: "该事件流整体重写过：末尾摘要与检查点不同",
    en: "the stream was written anew: its last digest is not the one in the checkpoint"
  },
  NotInCheckpoint: {
    zh: "所示事件的末尾不在检查点之中",
    en: "the last of the events shown is not in the checkpoint"
  },
  OtherCheckpoint: { zh: "所附检查点与所持检查点不同", en: "the checkpoint that it brings is not the one at hand" },
  FieldsDisordered: { zh: "字段没有按名称排列", en: "the fields are not in the order of their names" }
}

const named = ({ checkpoint, field, position, stream, through, version }: Place): Text => {
  const until = through === undefined || through === version ? "" : `–${through}`
  const zh = [
    checkpoint === undefined ? "" : `检查点（位置 ${checkpoint}）`,
    stream === undefined ? "" : `事件流 ${stream}`,
    version === undefined ? "" : `第 ${version}${until} 个事件`,
    position === undefined ? "" : `位置 ${position}`,
    field === undefined ? "" : `字段 ${field}`
  ]
  const en = [
    checkpoint === undefined ? "" : `checkpoint at position ${checkpoint}`,
    stream === undefined ? "" : `stream ${stream}`,
    version === undefined ? "" : `event ${version}${until}`,
    position === undefined ? "" : `position ${position}`,
    field === undefined ? "" : `field ${field}`
  ]
  const list = (parts: ReadonlyArray<string>, separator: string) => parts.filter((part) => part !== "").join(separator)
  return { zh: list(zh, "，"), en: list(en, ", ") }
}

/** What is wrong at a place, in words; `detail` says more, where there is more to say. */
export const finding = (kind: FindingKind, at: Place, detail?: Text): Finding => {
  const { en, zh } = named(at)
  const said = sentences[kind]
  const more = detail === undefined ? { zh: "", en: "" } : { zh: `（${detail.zh}）`, en: ` (${detail.en})` }
  return {
    kind,
    at,
    text: {
      zh: `${zh === "" ? "" : `${zh}：`}${said.zh}${more.zh}。`,
      en: `${en === "" ? "" : `${en}: `}${said.en}${more.en}.`
    }
  }
}
