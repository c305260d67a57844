import { Deliveries, type Delivery, type InvalidDelivery } from "@banfa/core/port/Deliveries"
