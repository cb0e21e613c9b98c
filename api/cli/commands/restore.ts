import type { Command } from "commander";
import { restoreBackup } from "../../store/backup/restore-backup.ts";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { isChange, type Parts, partLines, settleParts } from "../settle-parts.ts";
import { type StoreOption, withStore } from "../with-store.ts";

interface RestoreOptions extends StoreOption, JsonOption {
  readonly dryRun?: true;
}

/** What `restore --json` prints. */
interface RestoreReport extends Parts {
  readonly kind: "restore";
  readonly dryRun: boolean;
  readonly store: string;
  readonly file: string;
  /** Of the backup, as its last line has it. */
  readonly sha256: string;
}

/** `restore FILE`: a backup into an empty store. */
export function addRestore(program: Command, cli: Cli): void {
  program
    .command("restore")
    .summary("bring a backup back into an empty store")
    .description(
      "Verifies every byte of a backup, then writes it into a store that holds nothing else (bundled datasets count: restore before the service first opens the store). Each dataset is written whole or not at all and read back. After a break the same command goes on.",
    )
    .argument("<file>", "what backup wrote")
    .option("--dry-run", "verify the file and look at the store only; write nothing")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon restore friday.knockon --store sqlite:./new.db")
    .action((file: string, options: RestoreOptions) => restore(cli, file, options));
}

async function restore(cli: Cli, file: string, options: RestoreOptions): Promise<void> {
  const dryRun = options.dryRun ?? false;
  const report = await withStore(cli.io, options, async (open) => {
    const store = await open();
    let sha256 = "";
    const parts = await settleParts(cli, dryRun, "bytes verified", async (transfer) => {
      sha256 = await restoreBackup(file, store, transfer);
    });
    return { kind: "restore", dryRun, store: store.address, file, sha256, ...parts } satisfies RestoreReport;
  });
  if (options.json) cli.printJson(report);
  else cli.print(reportLines(report));
}

function reportLines(report: RestoreReport): string[] {
  const { store, file, sha256, dryRun } = report;
  return [
    `${file} is whole, sha256 ${sha256}`,
    ...partLines(report, dryRun),
    `  store ${store}${dryRun || !isChange(report) ? "; nothing was written" : ""}`,
  ];
}
