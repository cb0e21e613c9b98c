import { type Command, Option } from "commander";
import type { AnalysisInput, StructureResult } from "../../../analyzer/index.ts";
import { engineVersion } from "../../engine-version.ts";
import { type Asked, askOnThreads } from "../ask-analysis.ts";
import type { Cli } from "../cli.ts";
import { loadDataset } from "../load-dataset.ts";
import {
  asOfOption,
  byOption,
  horizonOption,
  hoursOption,
  type JsonOption,
  jsonOption,
  noRecordOption,
  overlayOption,
  parseCount,
  storeOption,
} from "../options.ts";
import { withStructure } from "../rank-with-structure.ts";
import { readOverlays } from "../read-documents.ts";
import { type RecordOption, recordRun } from "../record-run.ts";
import { rankReport } from "../reports/rank-report.ts";
import { type ScanOptions, scanParameters } from "../scan-options.ts";

interface RankOptions extends RecordOption, JsonOption, ScanOptions {
  readonly limit?: number;
  readonly asOf?: string;
  readonly overlay: readonly string[];
  readonly structure?: true;
}

/** `rank DATASET`: single-failure scan. */
export function addRank(program: Command, cli: Cli): void {
  program
    .command("rank")
    .summary("rank assets by what their loss alone brings")
    .description("Loses each asset alone and ranks them by what that brings: their protection priority.")
    .argument("<dataset>", "id or path")
    .addOption(byOption())
    .addOption(hoursOption())
    .addOption(horizonOption())
    .addOption(new Option("--limit <n>", "rows to give (default: all with --json, else 20)").argParser(parseCount))
    .addOption(overlayOption())
    .option("--structure", "add degree, betweenness and PageRank: where an asset stands, whatever it does (slow)")
    .addOption(asOfOption())
    .addOption(storeOption())
    .addOption(noRecordOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon rank golden --by foreignOutageHours --hours 96 --limit 5")
    .action((name: string, options: RankOptions) => rank(cli, name, options));
}

async function rank(cli: Cli, name: string, options: RankOptions): Promise<void> {
  const loaded = await loadDataset(cli, name, options);
  const overlays = await readOverlays(options.overlay, loaded);
  const input = { dataset: loaded.dataset, hash: loaded.hash, overlays, engine: engineVersion };
  const { limit } = options;
  const parameters = { ...scanParameters(options), ...(limit === undefined ? {} : { limit }) };
  const { result: ranked, record } = await askOnThreads(cli.io, { analysis: "rank", input, parameters });
  await recordRun(cli, loaded, options, record);
  const structure = options.structure ? await askStructure(cli, input) : null;
  if (structure !== null) await recordRun(cli, loaded, options, structure.record);
  const result = structure === null ? ranked : withStructure(ranked, structure.result);
  if (options.json) cli.printJson(result);
  else cli.print(rankReport(result, loaded.dataset, overlays, { limit, paint: cli.paint }));
}

function askStructure(cli: Cli, input: AnalysisInput): Promise<Asked<StructureResult>> {
  return askOnThreads(cli.io, { analysis: "structure", input, parameters: {} });
}
