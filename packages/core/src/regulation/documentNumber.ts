import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

/** The document number of the Measures as a citation prints it; the source itself writes `粤府办[2005]11号`. */
export const documentNumber = "粤府办〔2005〕11号"

/** A text that is not the number of an official document; `zh` and `en` say which. */
export class NotADocumentNumber extends Schema.TaggedError<NotADocumentNumber>()("NotADocumentNumber", {
  zh: Schema.String,
  en: Schema.String
}) {
  override get message(): string {
    return `${this.zh} / ${this.en}`
  }
}

const shape = /^(\p{Script=Han}{1,20})[〔[［【(（](\d{4})[〕\]］】)）]第?(\d{1,5})号$/u

/** Reads the number of an official document with whichever brackets, and gives it with the printed ones: `粤府办〔2005〕11号`. */
export const parseDocumentNumber = (input: string): Result.Result<string, NotADocumentNumber> => {
  const found = shape.exec(input.trim())
  return found === null
    ? Result.fail(
        new NotADocumentNumber({
          zh: `“${input}”不是公文文号，应写作“${documentNumber}”的样式`,
          en: `"${input}" is not a document number such as "${documentNumber}"`
        })
      )
    : Result.succeed(`${found[1]}〔${found[2]}〕${found[3]}号`)
}
