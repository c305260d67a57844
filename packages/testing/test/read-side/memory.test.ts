import { EventStore } from "@banfa/core/port/EventStore"
import { readSideSuite } from "@banfa/testing/read-side"

readSideSuite({ name: "memory", storage: async () => EventStore.layerMemory })
