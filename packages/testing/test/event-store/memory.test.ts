import { EventStore } from "@banfa/core/port/EventStore"
import { eventStoreSuite } from "@banfa/testing/event-store"

eventStoreSuite({
  name: "memory",
  layer: EventStore.layerMemory,
  supports: { restart: false, sharing: false, ownTransaction: false, interruption: false }
})
