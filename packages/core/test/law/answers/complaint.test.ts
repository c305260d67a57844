import { onRecord } from "./onRecord.ts"

onRecord("complaint")
