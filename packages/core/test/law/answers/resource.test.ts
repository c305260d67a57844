import { onRecord } from "./onRecord.ts"

onRecord("resource")
