import { layer } from "@banfa/storage-sqlite"
import { write } from "./write.ts"

await write((filename) => layer({ filename }))
