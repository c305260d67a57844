import { onRecord } from "./onRecord.ts"

onRecord("facility")
