import type { Command } from "commander";
import { withValidTimes } from "../../history/valid-times.ts";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { historyReport } from "../reports/history-report.ts";
import { type StoreOption, withStore } from "../with-store.ts";

/** `history DATASET`: who wrote what when and why. */
export function addHistory(program: Command, cli: Cli): void {
  program
    .command("history")
    .summary("list the revisions of a dataset")
    .description(
      "Lists every revision of a dataset of the store, the first one first: kind, who, from when to when it was valid (UTC), why.",
    )
    .argument("<dataset>", "id of a dataset in the store")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon history my-region")
    .action((id: string, options: StoreOption & JsonOption) => history(cli, id, options));
}

async function history(cli: Cli, id: string, { json, ...options }: StoreOption & JsonOption): Promise<void> {
  const { address, revisions } = await withStore(cli.io, options, async (open) => {
    const store = await open();
    return { address: store.address, revisions: withValidTimes(await store.revisions(id)) };
  });
  if (json) cli.printJson({ kind: "history", store: address, dataset: { id }, revisions });
  else cli.print(historyReport(revisions, cli.paint));
}
