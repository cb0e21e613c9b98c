import { type Dataset, hasErrors } from "../../analyzer/index.ts";
import { isAdoptionPath } from "../adopted-graph.ts";
import { type DatasetSource, findDatasetSource, sourceAsOf, sourceFromGraph } from "../dataset-source.ts";
import { openSnapshots } from "../open-snapshots.ts";
import { readSettings } from "../settings.ts";
import type { Cli } from "./cli.ts";
import type { AsOfOption } from "./options.ts";
import { counted } from "./quantities.ts";
import { RefusedError } from "./refused-error.ts";
import { type StoreOption, withStore } from "./with-store.ts";

/** A dataset that can be used. */
export type LoadedDataset = DatasetSource & { readonly dataset: Dataset; readonly hash: string };

/**
 * Loads what DATASET names: a stored id, a bundled dataset, a path, or a graph by its adoption; with `--as-of` a stored id only,
 * as it was then. Warnings are counted on stderr. Throws `RefusedError`, `SourceError`, `SettingError`, `StoreError`,
 * `HistoryError`.
 */
export async function loadDataset(cli: Cli, name: string, options: StoreOption & AsOfOption): Promise<LoadedDataset> {
  const source = await findSource(cli, name, options);
  cli.io.signal.throwIfAborted();
  const { dataset, hash, issues } = source;
  if (dataset === null || hash === null || hasErrors(issues)) throw new RefusedError(`${name} cannot be used`, issues);
  const warnings = issues.filter(({ severity }) => severity === "warning").length;
  if (warnings > 0) cli.note(`note: ${counted(warnings, "warning")} about ${name}; "knockon check" lists them`);
  return { ...source, dataset, hash };
}

function findSource({ io }: Cli, name: string, { asOf, ...options }: StoreOption & AsOfOption): Promise<DatasetSource> {
  const snapshots = openSnapshots(io.environment);
  if (asOf !== undefined)
    return withStore(io, options, async (open) => sourceAsOf(name, await open(), asOf, snapshots));
  if (isAdoptionPath(name)) return sourceFromGraph(name, readSettings(options, io.environment));
  return withStore(io, options, (open) => findDatasetSource(name, open, snapshots));
}
