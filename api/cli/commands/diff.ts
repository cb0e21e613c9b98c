import type { Command } from "commander";
import { findRun } from "../../runs/find-run.ts";
import { runDifference } from "../../runs/run-difference.ts";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { runDifferenceReport } from "../reports/run-difference-report.ts";
import { type StoreOption, withStore } from "../with-store.ts";

/** `diff RUN RUN`: what differs in what two runs were made from, and in their results. */
export function addDiff(program: Command, cli: Cli): void {
  program
    .command("diff")
    .summary("say what differs between two recorded runs")
    .description(
      "Says what differs between two recorded runs: dataset, scenario, overlays, parameters, seed and engine, and then what of the results.",
    )
    .argument("<a>", 'id of a run, as "knockon runs" lists it')
    .argument("<b>", "id of another")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      "\nExample:\n  knockon diff 0b0f6a52-6b0e-4a0e-9a3e-3f6d7c1c5a11 5d2c1f7e-1f0a-4a55-8a43-0d9b0e0f3c22",
    )
    .action((a: string, b: string, options: StoreOption & JsonOption) => diff(cli, a, b, options));
}

async function diff(cli: Cli, a: string, b: string, options: StoreOption & JsonOption): Promise<void> {
  const difference = await withStore(cli.io, options, async (open) => {
    const store = await open();
    return runDifference(store, await findRun(store, a), await findRun(store, b));
  });
  if (options.json) cli.printJson({ kind: "run-difference", ...difference });
  else cli.print(runDifferenceReport(difference, cli.paint));
}
