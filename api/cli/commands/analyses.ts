import type { Command } from "commander";
import { catalogue, type DatasetSize } from "../../../analyzer/index.ts";
import { type AnalysisEntry, analysisEntry } from "../../analyses/analysis-entry.ts";
import { sizeOf } from "../../analyses/estimate-seconds.ts";
import type { Cli } from "../cli.ts";
import { loadDataset } from "../load-dataset.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { durationText } from "../quantities.ts";
import type { StoreOption } from "../with-store.ts";

type AnalysesOptions = StoreOption & JsonOption;

/** `analyses [DATASET]`: the catalogue. */
export function addAnalyses(program: Command, cli: Cli): void {
  program
    .command("analyses")
    .summary("list what can be asked")
    .description(
      "Lists every analysis: its question, what it gives, what it costs, where it ends; with a dataset also how long it takes there.",
    )
    .argument("[dataset]", "id or path, to estimate for")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon analyses europe")
    .action((name: string | undefined, options: AnalysesOptions) => list(cli, name, options));
}

async function list(cli: Cli, name: string | undefined, options: AnalysesOptions): Promise<void> {
  const size = name === undefined ? null : sizeOf((await loadDataset(cli, name, options)).dataset);
  const entries = catalogue.map((analysis) => analysisEntry(analysis, size));
  if (options.json) cli.printJson({ kind: "analyses", analyses: entries });
  else cli.print(entries.flatMap((entry) => lines(entry, size, cli)));
}

function lines(entry: AnalysisEntry, size: DatasetSize | null, { paint }: Cli): string[] {
  const { id, title, question, outputs, cost, estimate, limits, source, checked } = entry;
  const takes = estimate === null ? "not known beforehand" : `${durationText(estimate)} on one core`;
  return [
    `${paint("bold", id)}  ${title}`,
    `  ${question}`,
    `  gives    ${outputs}`,
    `  costs    ${cost}`,
    ...(size === null ? [] : [`  takes    ${takes}, parameters left as they are`]),
    `  limits   ${limits}`,
    `  source   ${source}`,
    `  checked  ${checked}`,
    "",
  ];
}
