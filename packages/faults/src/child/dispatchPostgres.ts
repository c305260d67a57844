import { layer } from "@banfa/storage-postgres"
import { dispatch } from "./dispatch.ts"

await dispatch((url) => layer({ url, maxConnections: 2 }))
