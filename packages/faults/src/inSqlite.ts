import { DatabaseSync } from "node:sqlite"
import { layer, layerOver, verify } from "@banfa/storage-sqlite"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Storage } from "./Storage.ts"

const findings = (filename: string) => (): ReturnType<Storage["findings"]> => {
  const db = new DatabaseSync(filename, { readOnly: true })
  return Effect.runPromise(
    Effect.ensuring(
      Stream.runCollect(verify(db)),
      Effect.sync(() => db.close())
    )
  )
}

/** A file, which is opened anew each time. */
export const inFile = (filename: string): Storage => ({
  layer: layer({ filename }),
  findings: findings(filename),
  place: filename
})

/** A file over a connection of the host's, which stays open. */
export const over = (db: DatabaseSync, filename: string): Storage => ({
  layer: layerOver(db),
  findings: () => Effect.runPromise(Stream.runCollect(verify(db))),
  place: filename
})
