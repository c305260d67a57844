import { onRecord } from "./onRecord.ts"

onRecord("standard")
