import { spawnSync } from "node:child_process";

/**
 * A small file system of its own, as only the administrator can make one. It is taken away lazily: the store's
 * handles on it live until garbage is collected.
 */
export function mountSmall(folder: string, options: string): boolean {
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status === 0;
  if (!mounted) {
    if (process.env["KNOCKON_REQUIRE_ALL"] === "1")
      throw new Error("a small file system is required here: run as root");
    console.warn("SKIPPED, no small file system: mounting one takes root");
  }
  return mounted;
}
