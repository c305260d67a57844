import { onRecord } from "./onRecord.ts"

onRecord("project", [0, 2])
