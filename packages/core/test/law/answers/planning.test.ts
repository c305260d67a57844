import { onRecord } from "./onRecord.ts"

onRecord("planning")
