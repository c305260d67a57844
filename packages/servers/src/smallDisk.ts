import { spawnSync } from "node:child_process"

/** A disk of its own in the place of a folder. */
export interface Disk {
  /** Takes it away, with what is on it. */
  readonly remove: () => void
}

const mounting = (program: string, args: ReadonlyArray<string>): string | undefined => {
  const { error, status, stderr } = spawnSync(program, args, { encoding: "utf8" })
  return status === 0
    ? undefined
    : String(error ?? stderr)
        .trim()
        .split("\n")[0]
        ?.replace(/\.$/, "")
}

/** Mounts a disk in memory, with room for so much (`64m`), at a folder. Only root may do so, and not in every container. */
export const smallDisk = (folder: string, room: string, fail: (reason: string) => never): Disk => {
  const why = mounting("mount", ["-t", "tmpfs", "-o", `size=${room},mode=700`, "tmpfs", folder])
  if (why !== undefined) {
    fail(
      `挂载小磁盘（tmpfs）未获允许：${why}。请以 root 身份运行；在容器中须有 CAP_SYS_ADMIN（docker run --cap-add SYS_ADMIN）。\n` +
        `A small disk (tmpfs) could not be mounted: ${why}. Run this as root; in a container with CAP_SYS_ADMIN (docker run --cap-add SYS_ADMIN).`
    )
  }
  return { remove: () => void mounting("umount", [folder]) }
}
