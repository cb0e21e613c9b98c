import type { Command } from "commander";
import type { Dataset } from "../../../analyzer/index.ts";
import { countDataset } from "../../../datasets/formats/index.ts";
import type { Cli } from "../cli.ts";
import { CliError } from "../cli-error.ts";
import { type LoadedDataset, loadDataset } from "../load-dataset.ts";
import { type AsOfOption, asOfOption, type JsonOption, jsonOption, storeOption } from "../options.ts";
import { assetReport, datasetReport } from "../reports/show-report.ts";
import type { StoreOption } from "../with-store.ts";

type ShowOptions = StoreOption & AsOfOption & JsonOption;

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
    .addOption(asOfOption())
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon show golden S1")
    .action((name: string, assetId: string | undefined, options: ShowOptions) => show(cli, name, assetId, options));
}

async function show(cli: Cli, name: string, assetId: string | undefined, options: ShowOptions): Promise<void> {
  const loaded = await loadDataset(cli, name, options);
  if (assetId !== undefined) return showAsset(cli, loaded.dataset, assetId, options);
  if (options.json) cli.printJson(datasetDocument(loaded));
  else cli.print(datasetReport(loaded, cli.paint));
}

function showAsset(cli: Cli, dataset: Dataset, id: string, { json }: JsonOption): void {
  const asset = dataset.assets.find((candidate) => candidate.id === id);
  if (asset === undefined) {
    throw new CliError("ASSET_UNKNOWN", `${dataset.description.id} has no asset "${id}".`);
  }
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
