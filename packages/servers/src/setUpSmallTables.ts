import { onSmallDisk } from "./setUpSmallDisk.ts"

/** The journal of what the server is doing lies elsewhere. */
export default onSmallDisk(false)
