import { layer } from "@banfa/storage-sqlite"
import { dispatch } from "./dispatch.ts"

await dispatch((filename) => layer({ filename }))
