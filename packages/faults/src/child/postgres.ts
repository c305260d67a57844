import { layer } from "@banfa/storage-postgres"
import { write } from "./write.ts"

await write((url) => layer({ url, maxConnections: 2 }))
