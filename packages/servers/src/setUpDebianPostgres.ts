import { provide } from "./provide.ts"

/** PostgreSQL as Debian packs it. */
export default provide("debian-postgres", "postgres")
