/** What a person reads, in Chinese (`zh`) and in English (`en`). */
export interface Text {
  readonly zh: string
  readonly en: string
}
