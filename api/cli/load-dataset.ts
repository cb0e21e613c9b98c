import { type Dataset, hasErrors } from "../../analyzer/index.ts";
import { isAdoptionPath } from "../adopted-graph.ts";
import { type DatasetSource, findDatasetSource, sourceFromGraph } from "../dataset-source.ts";
import { readSettings } from "../settings.ts";
import type { Cli } from "./cli.ts";
import { counted } from "./quantities.ts";
import { RefusedError } from "./refused-error.ts";
import { type StoreOption, withStore } from "./with-store.ts";

/** A dataset that can be used. */
export type LoadedDataset = DatasetSource & { readonly dataset: Dataset; readonly hash: string };

/**
 * Loads what DATASET names: a stored id, a bundled dataset, a path, or a graph by its adoption. Warnings are counted on stderr. Throws `RefusedError`,
 * `SourceError`, `SettingError`, `StoreError`.
 */
export async function loadDataset(cli: Cli, name: string, options: StoreOption): Promise<LoadedDataset> {
  const source = isAdoptionPath(name)
    ? await sourceFromGraph(name, readSettings(options, cli.io.environment))
    : await withStore(cli.io, options, (open) => findDatasetSource(name, open));
  cli.io.signal.throwIfAborted();
  const { dataset, hash, issues } = source;
  if (dataset === null || hash === null || hasErrors(issues)) throw new RefusedError(`${name} cannot be used`, issues);
  const warnings = issues.filter(({ severity }) => severity === "warning").length;
  if (warnings > 0) cli.note(`note: ${counted(warnings, "warning")} about ${name}; "knockon check" lists them`);
  return { ...source, dataset, hash };
}
