import { type Command, Option } from "commander";
import { engineVersion } from "../../engine-version.ts";
import { askHere } from "../ask-analysis.ts";
import type { Cli } from "../cli.ts";
import { loadDataset } from "../load-dataset.ts";
import {
  asOfOption,
  collect,
  horizonOption,
  hoursOption,
  type JsonOption,
  jsonOption,
  noRecordOption,
  overlayOption,
  parseLevel,
  scenarioOption,
  storeOption,
} from "../options.ts";
import { type LossOptions, readLoss, readOverlays } from "../read-documents.ts";
import { type RecordOption, recordRun } from "../record-run.ts";
import { runReport } from "../reports/run-report.ts";

interface RunOptions extends RecordOption, JsonOption, LossOptions {
  readonly asOf?: string;
  readonly overlay: readonly string[];
  readonly disruptedBelow?: number;
}

/** `run DATASET`: one cascade. */
export function addRun(program: Command, cli: Cli): void {
  program
    .command("run")
    .summary("lose assets and see what fails next")
    .description("Loses assets and follows what fails next, where, when, and across which borders.")
    .argument("<dataset>", "id or path")
    .addOption(scenarioOption().conflicts(["lose", "hours", "horizon"]))
    .addOption(new Option("--lose <id[,id]>", "assets that are lost whole from hour 0").argParser(collect))
    .addOption(hoursOption())
    .addOption(horizonOption())
    .addOption(overlayOption())
    .addOption(new Option("--disrupted-below <level>", "level below which an asset counts").argParser(parseLevel))
    .addOption(asOfOption())
    .addOption(storeOption())
    .addOption(noRecordOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon run golden --lose P1 --hours 96 --horizon 240")
    .action((name: string, options: RunOptions) => run(cli, name, options));
}

async function run(cli: Cli, name: string, options: RunOptions): Promise<void> {
  const loaded = await loadDataset(cli, name, options);
  const overlays = await readOverlays(options.overlay, loaded);
  const scenario = await readLoss(options, loaded);
  const { disruptedBelow } = options;
  const { result, record } = askHere(cli.io, {
    analysis: "run",
    input: { dataset: loaded.dataset, hash: loaded.hash, overlays, engine: engineVersion },
    parameters: { scenario, ...(disruptedBelow === undefined ? {} : { disruptedBelow }) },
  });
  await recordRun(cli, loaded, options, record);
  if (options.json) cli.printJson(result);
  else cli.print(runReport(result, loaded.dataset, overlays, cli.paint));
}
