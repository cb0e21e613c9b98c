import { type Command, Option } from "commander";
import type { Asset, Dataset } from "../../../analyzer/index.ts";
import { countDataset } from "../../../datasets/formats/index.ts";
import type { Cli } from "../cli.ts";
import { CliError } from "../cli-error.ts";
import { type LoadedDataset, loadDataset } from "../load-dataset.ts";
import { type AsOfOption, asOfOption, type JsonOption, jsonOption, parseBetween, storeOption } from "../options.ts";
import { assetReport, datasetReport } from "../reports/show-report.ts";
import { findPath } from "../../store/find-path.ts";
import { counted } from "../quantities.ts";
import type { StoreOption } from "../with-store.ts";

interface ShowOptions extends StoreOption, AsOfOption, JsonOption {
  readonly pathTo?: string;
  readonly steps: number;
}

const usualSteps = 20;
const mostSteps = 100;

/** `show DATASET [ASSET]`: what a dataset holds, or what stands around one asset. */
export function addShow(program: Command, cli: Cli): void {
  program
    .command("show")
    .summary("show a dataset, or one asset of it")
    .description(
      "Shows what a dataset holds and where it comes from; with ASSET, what the asset depends on and supports.",
    )
    .argument("<dataset>", "id or path")
    .argument("[asset]", "id of an asset")
    .option("--path-to <asset>", "the shortest chain of dependencies from ASSET to one that depends on it")
    .addOption(
      new Option("--steps <most>", "how many dependencies --path-to follows at most")
        .argParser(parseBetween(1, mostSteps, true))
        .default(usualSteps),
    )
    .addOption(asOfOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon show golden S1")
    .action((name: string, assetId: string | undefined, options: ShowOptions) => show(cli, name, assetId, options));
}

async function show(cli: Cli, name: string, assetId: string | undefined, options: ShowOptions): Promise<void> {
  const loaded = await loadDataset(cli, name, options);
  if (options.pathTo !== undefined) return showPath(cli, loaded.dataset, [assetId, options.pathTo], options);
  if (assetId !== undefined) return showAsset(cli, loaded.dataset, assetId, options);
  if (options.json) cli.printJson(datasetDocument(loaded));
  else cli.print(datasetReport(loaded, cli.paint));
}

function showPath(
  cli: Cli,
  dataset: Dataset,
  [from, to]: readonly [string | undefined, string],
  { json, steps }: ShowOptions,
): void {
  if (from === undefined) throw new CliError("USAGE_ASSET_MISSING", "Say where the path begins: show DATASET ASSET.");
  for (const id of [from, to]) assetCalled(dataset, id);
  const ids = findPath(dataset, [from, to], steps);
  if (json) cli.printJson({ kind: "path", from, to, maxSteps: steps, ids });
  else if (ids === null)
    cli.print([`No chain of at most ${counted(steps, "dependency", "dependencies")} leads from ${from} to ${to}.`]);
  else cli.print(ids.map((id, at) => `${at === 0 ? "" : "-> "}${id}  ${assetCalled(dataset, id).name}`));
}

function assetCalled(dataset: Dataset, id: string): Asset {
  const asset = dataset.assets.find((candidate) => candidate.id === id);
  if (asset === undefined) throw new CliError("ASSET_UNKNOWN", `${dataset.description.id} has no asset "${id}".`);
  return asset;
}

function showAsset(cli: Cli, dataset: Dataset, id: string, { json }: JsonOption): void {
  const asset = assetCalled(dataset, id);
  const around = {
    asset,
    dependsOn: dataset.dependencies.filter(({ dependent }) => dependent === id),
    supports: dataset.dependencies.filter(({ provider }) => provider === id),
    connections: dataset.connections.filter(({ a, b }) => a === id || b === id),
  };
  if (json) cli.printJson({ kind: "asset", ...around });
  else cli.print(assetReport(around, dataset, cli.paint));
}

function datasetDocument({ dataset, hash, origin, revision, scenarios, overlays }: LoadedDataset): object {
  return {
    kind: "dataset",
    origin,
    revision,
    hash,
    description: dataset.description,
    counts: countDataset(dataset),
    scenarios: scenarios.map(({ id }) => id),
    overlays: overlays.map(({ id }) => id),
  };
}
