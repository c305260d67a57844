/** What core may ask of its host beside the language itself. Every browser and every Node has it. */
declare class TextEncoder {
  encode(input?: string): Uint8Array
  encodeInto(text: string, bytes: Uint8Array): { readonly read: number; readonly written: number }
}
