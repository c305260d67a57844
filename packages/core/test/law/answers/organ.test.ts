import { onRecord } from "./onRecord.ts"

onRecord("organ")
