import { onRecord } from "./onRecord.ts"

onRecord("system")
