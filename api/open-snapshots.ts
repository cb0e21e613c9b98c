import { join } from "node:path";
import { engineVersion } from "./engine-version.ts";
import { cacheFolder } from "./settings.ts";
import { SnapshotCache } from "./store/snapshot-cache.ts";

/** The snapshot cache of this user. Nothing is made or read yet. */
export function openSnapshots(environment: Readonly<Record<string, string | undefined>>): SnapshotCache {
  return new SnapshotCache(join(cacheFolder(environment), "knockon", "snapshots"), engineVersion);
}
