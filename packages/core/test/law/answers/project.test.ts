import { onRecord } from "./onRecord.ts"

onRecord("project")
