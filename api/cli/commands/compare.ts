import { type Command, Option } from "commander";
import type { CompareResult } from "../../../analyzer/index.ts";
import { engineVersion } from "../../engine-version.ts";
import { type Asked, askHere, askOnThreads } from "../ask-analysis.ts";
import type { Cli } from "../cli.ts";
import { CliError } from "../cli-error.ts";
import { loadDataset } from "../load-dataset.ts";
import {
  asOfOption,
  byOption,
  collect,
  horizonOption,
  hoursOption,
  type JsonOption,
  jsonOption,
  noRecordOption,
  overlayOption,
  scenarioOption,
  storeOption,
} from "../options.ts";
import { type LossOptions, readLoss, readOverlays } from "../read-documents.ts";
import { type RecordOption, recordRun } from "../record-run.ts";
import { compareReport } from "../reports/compare-report.ts";
import { type ScanOptions, scanParameters } from "../scan-options.ts";

interface CompareOptions extends RecordOption, JsonOption, LossOptions, ScanOptions {
  readonly asOf?: string;
  readonly overlay: readonly string[];
  readonly scan?: true;
}

/** `compare DATASET`: before and after a change set. */
export function addCompare(program: Command, cli: Cli): void {
  program
    .command("compare")
    .summary("set before and after a change side by side")
    .description(
      "Sets a run, or a scan, without the overlays beside the same with them, and says who is better off and who is not.",
    )
    .argument("<dataset>", "id or path")
    .addOption(overlayOption())
    .addOption(scenarioOption().conflicts(["lose", "hours", "horizon", "scan"]))
    .addOption(
      new Option("--lose <id[,id]>", "assets that are lost whole from hour 0").argParser(collect).conflicts("scan"),
    )
    .option("--scan", "compare single-failure scans instead of one run")
    .addOption(byOption())
    .addOption(hoursOption())
    .addOption(horizonOption())
    .addOption(asOfOption())
    .addOption(storeOption())
    .addOption(noRecordOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon compare golden --overlay second-exchange --scenario gc-1")
    .action((name: string, options: CompareOptions) => compare(cli, name, options));
}

async function compare(cli: Cli, name: string, options: CompareOptions): Promise<void> {
  if (options.overlay.length === 0) {
    throw new CliError("USAGE_OVERLAY_MISSING", "Say what changes: --overlay FILE.");
  }
  const loaded = await loadDataset(cli, name, options);
  const overlays = await readOverlays(options.overlay, loaded);
  const input = { dataset: loaded.dataset, hash: loaded.hash, overlays, engine: engineVersion };
  let asked: Asked<CompareResult>;
  if (options.scan) {
    const parameters = { scan: scanParameters(options) };
    asked = await askOnThreads(cli.io, { analysis: "compare", input, parameters });
  } else {
    const scenario = await readLoss(options, loaded);
    asked = askHere(cli.io, { analysis: "compare", input, parameters: { scenario } });
  }
  const { result, record } = asked;
  await recordRun(cli, loaded, options, record);
  if (options.json) cli.printJson(result);
  else cli.print(compareReport(result, loaded.dataset, overlays, cli.paint));
}
