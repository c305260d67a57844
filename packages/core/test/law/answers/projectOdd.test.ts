import { onRecord } from "./onRecord.ts"

onRecord("project", [1, 2])
