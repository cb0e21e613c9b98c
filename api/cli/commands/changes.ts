import type { Command } from "commander";
import { compareRevisions } from "../../history/compare-revisions.ts";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { changesReport } from "../reports/changes-report.ts";
import { type StoreOption, withStore } from "../with-store.ts";

/** `changes DATASET FROM [TO]`: what differs between two revisions. */
export function addChanges(program: Command, cli: Cli): void {
  const when = "revision, date (its end in UTC) or time";
  program
    .command("changes")
    .summary("show what changed between two revisions of a dataset")
    .description(
      "Shows which rows were added, removed and changed between two revisions of a dataset of the store, with old and new values, and counts them per table, sector and State.",
    )
    .argument("<dataset>", "id of a dataset in the store")
    .argument("<from>", when)
    .argument("[to]", `${when} (default: the last revision)`)
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon changes my-region 2026-01-31 4")
    .action((id: string, from: string, to: string | undefined, options: StoreOption & JsonOption) =>
      changes(cli, id, from, to, options),
    );
}

async function changes(
  cli: Cli,
  id: string,
  from: string,
  to: string | undefined,
  { json, ...options }: StoreOption & JsonOption,
): Promise<void> {
  const found = await withStore(cli.io, options, async (open) => compareRevisions(await open(), id, from, to));
  if (json) cli.printJson({ kind: "changes", dataset: { id }, ...found });
  else cli.print(changesReport(id, found, cli.paint));
}
