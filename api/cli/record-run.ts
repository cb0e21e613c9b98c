import type { RunRecord } from "../store/store.ts";
import type { Cli } from "./cli.ts";
import type { LoadedDataset } from "./load-dataset.ts";
import { type StoreOption, withStore } from "./with-store.ts";

/** What `--store` and `--no-record` give a command. */
export interface RecordOption extends StoreOption {
  readonly record: boolean;
}

/**
 * Keeps a run in the store its dataset came from, and says so on stderr; nothing for a dataset from elsewhere. A store that
 * cannot be written is told of, and never a failure of the run.
 */
export async function recordRun(
  cli: Cli,
  { origin, revision }: Pick<LoadedDataset, "origin" | "revision">,
  options: RecordOption,
  run: RunRecord,
): Promise<void> {
  if (origin !== "store" || !options.record) return;
  try {
    const dataset = { ...run.dataset, revision };
    await withStore(cli.io, options, async (open) => (await open()).saveRun({ ...run, dataset }));
    cli.note(`note: recorded as run ${run.id}`);
  } catch (error) {
    cli.note(`note: the run was not recorded: ${error instanceof Error ? error.message : String(error)}`);
  }
}
