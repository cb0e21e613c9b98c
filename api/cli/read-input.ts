import { type Mapping, readDataset, type ReadOutcome } from "../../datasets/formats/index.ts";
import { openPath } from "../../datasets/open-path.ts";
import { isAdoptionPath, readAdoptedGraph } from "../adopted-graph.ts";
import { readSettings } from "../settings.ts";
import type { Io } from "./io.ts";
import { withProgress } from "./progress.ts";

/**
 * Reads and checks what a path names: a folder, zip or bundle, or (`*.adopt.json`) the graph that it adopts. Throws
 * `SettingError` and `StoreError` for a graph that cannot be reached.
 */
export function readInput(
  io: Io,
  path: string,
  { mapping, store }: { readonly mapping?: Mapping; readonly store?: string } = {},
): Promise<ReadOutcome> {
  return withProgress(io, "rows read", async (progress) => {
    const options = { signal: io.signal, onProgress: (rows: number) => progress(rows, null) };
    if (isAdoptionPath(path))
      return readAdoptedGraph(path, { settings: readSettings({ store }, io.environment) }, options);
    return readDataset(await openPath(path), { ...options, ...(mapping === undefined ? {} : { mapping }) });
  });
}
