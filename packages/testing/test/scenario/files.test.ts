import { fileURLToPath } from "node:url"
import { scenarioSuite } from "@banfa/testing/scenario"

scenarioSuite(fileURLToPath(new URL("../../scenarios", import.meta.url)))
