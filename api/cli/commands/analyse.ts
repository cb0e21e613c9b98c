import { type Command, Option } from "commander";
import { type Analysis, catalogue } from "../../../analyzer/index.ts";
import { parameterProperties } from "../../analyses/parameter-properties.ts";
import { engineVersion } from "../../engine-version.ts";
import { askAnything } from "../ask-analysis.ts";
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
  scenarioOption,
  storeOption,
} from "../options.ts";
import { type ParameterOption, parameterOptions } from "../parameter-options.ts";
import { readOverlays } from "../read-documents.ts";
import { type ParameterWords, readParameters } from "../read-parameters.ts";
import { type RecordOption, recordRun } from "../record-run.ts";
import { analysisReport } from "../reports/analysis-report.ts";

interface AnalyseOptions extends RecordOption, JsonOption, ParameterWords {
  readonly asOf?: string;
  readonly overlay: readonly string[];
}

/** `analyse ID DATASET`: any analysis of the catalogue, with options drawn from its schema. */
export function addAnalyse(program: Command, cli: Cli): void {
  const command = program
    .command("analyse")
    .summary("ask any analysis of the catalogue")
    .description(`Runs an analysis of the catalogue on a dataset. "knockon analyses" tells what each one is for.`)
    .addHelpText("after", "\nExample:\n  knockon analyse rank golden --hours 96 --limit 5");
  for (const analysis of catalogue) addOne(command, cli, analysis);
}

function addOne(parent: Command, cli: Cli, analysis: Analysis): void {
  const { id, title, question, outputs, cost, limits } = analysis;
  const drawn = parameterOptions(analysis);
  const command = parent
    .command(id)
    .summary(title)
    .description(`${question}\n\nGives: ${outputs}.\nCosts: ${cost}.\nLimits: ${limits}.`)
    .argument("<dataset>", "id or path");
  for (const { option } of drawn) command.addOption(option);
  for (const option of lossOptions(analysis, drawn)) command.addOption(option);
  command
    .addOption(new Option("--parameters <file>", "parameters as JSON, a file or the JSON itself"))
    .addOption(
      new Option("--set <name=value>", "any parameter; dots lead into objects; may be repeated")
        .argParser(collect)
        .default([], "none"),
    )
    .addOption(overlayOption())
    .addOption(asOfOption())
    .addOption(storeOption())
    .addOption(noRecordOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      `\nExample:\n  knockon analyse ${id} golden${isLoss(analysis) ? " --lose P1 --hours 96" : ""}`,
    )
    .action((name: string, options: AnalyseOptions) => analyse(cli, analysis, drawn, name, options));
}

/** Ways to say a scenario, for an analysis that takes one. */
function lossOptions(analysis: Analysis, drawn: readonly ParameterOption[]): Option[] {
  if (!isLoss(analysis)) return [];
  const taken = new Set(drawn.map(({ option }) => option.long));
  const lose = new Option("--lose <id[,id]>", "assets that are lost whole from hour 0").argParser(collect);
  const times = [hoursOption(), horizonOption()].filter(({ long }) => !taken.has(long));
  return [scenarioOption().conflicts("lose"), lose, ...times];
}

function isLoss(analysis: Analysis): boolean {
  return "scenario" in parameterProperties(analysis);
}

async function analyse(
  cli: Cli,
  analysis: Analysis,
  drawn: readonly ParameterOption[],
  name: string,
  options: AnalyseOptions,
): Promise<void> {
  const loaded = await loadDataset(cli, name, options);
  const overlays = await readOverlays(options.overlay, loaded);
  const parameters = await readParameters(analysis, drawn, options, loaded);
  const input = { dataset: loaded.dataset, hash: loaded.hash, overlays, engine: engineVersion };
  const { result, record } = await askAnything(cli.io, { analysis: analysis.id, input, parameters });
  await recordRun(cli, loaded, options, record);
  if (options.json) cli.printJson(result);
  else cli.print(analysisReport(analysis, result, loaded.dataset, overlays, cli.paint));
}
