import { type Application, Converter, type DocumentReflection, KindRouter, type Reflection } from "typedoc"

/** Puts a document that names its `address` there: `articles/12.html` can be cited. */
class Router extends KindRouter {
  override getIdealBaseName(reflection: Reflection): string {
    const address = reflection.isDocument() ? reflection.frontmatter.address : undefined
    return typeof address === "string" ? address : super.getIdealBaseName(reflection)
  }
}

/** Gives documents addresses that can be cited, and documents out of `docs` the name that their heading gives. */
export const addresses = (app: Application): void => {
  app.renderer.defineRouter("addresses", Router)
  app.options.setValue("router", "addresses")
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context: undefined, document: DocumentReflection) => {
    const heading = /^# (.+)$/m.exec(document.content.map(({ text }) => text).join(""))?.[1]
    document.frontmatter.address = document.name.replace(/^docs\//, "")
    if (heading !== undefined) document.name = heading
  })
}
