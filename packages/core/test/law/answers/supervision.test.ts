import { onRecord } from "./onRecord.ts"

onRecord("supervision")
