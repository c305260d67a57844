/** What a person reads, in Chinese and in English. */
export interface Text {
  readonly zh: string
  readonly en: string
}
