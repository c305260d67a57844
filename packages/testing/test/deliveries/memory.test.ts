import { Deliveries } from "@banfa/core/port/Deliveries"
import { deliveriesSuite } from "@banfa/testing/deliveries"

deliveriesSuite({
  name: "memory",
  layer: Deliveries.layerMemory,
  supports: { restart: false, sharing: false, interruption: false }
})
