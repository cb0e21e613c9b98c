import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { engineVersion } from "../../engine-version.ts";
import { type BackupOptions, backupText } from "../../store/backup/write-backup.ts";
import { findRevision } from "../../store/dataset-history.ts";
import type { DatasetArchive } from "../../store/store.ts";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { withProgress } from "../progress.ts";
import { counted, quantity } from "../quantities.ts";
import { assertStoreThere, type StoreOption, withStore } from "../with-store.ts";
import { assertNew, writeNewStream } from "../write-new.ts";

interface BackupCommandOptions extends StoreOption, JsonOption {
  readonly force?: true;
}

/** What `backup --json` prints. `sha256` is that of all datasets, runs and the heading, as the last line of the file has it. */
interface BackupReport {
  readonly kind: "backup";
  readonly store: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** `hash` is that of the content, `sha256` that of content, history and documents. */
  readonly datasets: readonly {
    readonly id: string;
    readonly revision: number;
    readonly hash: string;
    readonly sha256: string;
  }[];
  readonly runs: number;
}

/** `backup FILE`: all that a store holds, as one file. */
export function addBackup(program: Command, cli: Cli): void {
  program
    .command("backup")
    .summary("write all of the store into one file")
    .description(
      "Writes all datasets with their history, scenarios and overlays, and all runs, into one file. The service may go on meanwhile: each dataset is as of one moment. The same content gives the same bytes.",
    )
    .argument("<file>", "file to make")
    .option("--force", "replace the file if it is there")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon backup friday.knockon --store sqlite:./work.db")
    .action((file: string, options: BackupCommandOptions) => backup(cli, file, options));
}

async function backup(cli: Cli, file: string, options: BackupCommandOptions): Promise<void> {
  const replace = options.force ?? false;
  if (!replace) await assertNew(file);
  assertStoreThere(cli.io, options);
  const report = await withStore(cli.io, options, async (open) => {
    const store = await open();
    const datasets: BackupReport["datasets"][number][] = [];
    let runs = 0;
    let sha256 = "";
    const told: Omit<BackupOptions, "onProgress"> = {
      engine: engineVersion,
      signal: cli.io.signal,
      onEntry: (entry, entryHash) => {
        if (entry.kind === "run") runs += 1;
        else datasets.push({ id: entry.id, ...lastRevision(entry.archive), sha256: entryHash });
      },
      onEnd: (hash) => {
        sha256 = hash;
      },
    };
    await withProgress(cli.io, "parts written", (onProgress) =>
      writeNewStream(file, backupText(store, { ...told, onProgress }), replace),
    );
    const { size: bytes } = await stat(file);
    return { kind: "backup", store: store.address, file, bytes, sha256, datasets, runs } satisfies BackupReport;
  });
  if (options.json) cli.printJson(report);
  else cli.print(reportLines(report));
}

function lastRevision({ revisions }: DatasetArchive): { revision: number; hash: string } {
  const { revision, hash } = findRevision(revisions, "", revisions.length);
  return { revision, hash };
}

function reportLines({ store, file, bytes, sha256, datasets, runs }: BackupReport): string[] {
  return [
    `${file}: ${counted(datasets.length, "dataset")}, ${counted(runs, "run")}, ${quantity(bytes)} bytes`,
    ...datasets.map(({ id, revision, hash }) => `  ${id} at revision ${revision}, hash ${hash}`),
    `  store ${store}`,
    `  sha256 ${sha256}`,
    `"knockon restore ${file} --store sqlite:NEW.db" brings it back; with --dry-run it only verifies the file`,
  ];
}
