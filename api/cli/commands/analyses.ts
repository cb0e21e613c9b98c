import type { Command } from "commander";
import { catalogue } from "../../../analyzer/index.ts";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption } from "../options.ts";

/** `analyses`: the catalogue. */
export function addAnalyses(program: Command, cli: Cli): void {
  program
    .command("analyses")
    .summary("list what can be asked")
    .description("Lists every analysis: its question, what it gives, what it costs, where it ends.")
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon analyses --json")
    .action(({ json }: JsonOption) => (json ? cli.printJson(document()) : cli.print(lines(cli))));
}

function document(): object {
  return { kind: "analyses", analyses: catalogue.map(({ run: _run, ...told }) => told) };
}

function lines({ paint }: Cli): string[] {
  return catalogue.flatMap(({ id, title, question, outputs, cost, limits, source }) => [
    `${paint("bold", id)}  ${title}`,
    `  ${question}`,
    `  gives   ${outputs}`,
    `  costs   ${cost}`,
    `  limits  ${limits}`,
    `  source  ${source}`,
    "",
  ]);
}
