import { provide } from "./provide.ts"

/** MariaDB as Debian packs it. */
export default provide("mariadb", "mariadb")
