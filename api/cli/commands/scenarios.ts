import type { Command } from "commander";
import type { SourceDocument } from "../../dataset-source.ts";
import { statedText } from "../../stated-text.ts";
import type { Cli } from "../cli.ts";
import { loadDataset } from "../load-dataset.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { type Paint, printable } from "../paint.ts";
import type { StoreOption } from "../with-store.ts";
import { wrapText } from "../wrap-text.ts";

/** `scenarios DATASET`: what can be played, with the story of each that has one. */
export function addScenarios(program: Command, cli: Cli): void {
  program
    .command("scenarios")
    .summary("list the scenarios of a dataset, with their stories")
    .description("Lists the scenarios kept with a dataset by id: what happens, what follows, what to look at.")
    .argument("<dataset>", "id or path")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon scenarios europe")
    .action((name: string, options: StoreOption & JsonOption) => list(cli, name, options));
}

async function list(cli: Cli, name: string, options: StoreOption & JsonOption): Promise<void> {
  const { dataset, scenarios } = await loadDataset(cli, name, options);
  const { id } = dataset.description;
  if (options.json) {
    const listed = scenarios.map(({ id, body, story }) => {
      const title = statedText(body, "title") ?? id;
      const cause = statedText(body, "cause");
      return { id, title, ...(cause === null ? {} : { cause }), ...(story === undefined ? {} : { story }) };
    });
    return cli.printJson({ kind: "scenarios", dataset: id, scenarios: listed });
  }
  if (scenarios.length === 0) return cli.print([`No scenario is kept with ${printable(id)}.`]);
  cli.print(scenarios.flatMap((scenario) => scenarioLines(scenario, cli.paint)));
  cli.note(`"knockon run ${name} --scenario ID" plays one`);
}

const width = 96;

function scenarioLines({ id, body, story }: SourceDocument, paint: Paint): string[] {
  const indented = (text: string) => wrapText(printable(text), width).map((line) => `  ${line}`);
  return [
    paint("bold", printable(id)),
    ...indented(statedText(body, "title") ?? ""),
    ...(story === undefined ? [] : ["", ...indented(story.text), ...indented(`Look at: ${story.lookAt}`)]),
    "",
  ];
}
