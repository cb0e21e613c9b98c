import type { RunSummary, Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";

/** Which runs stay: a rule about runs, or one about their results alone. What stands right at a limit stays. */
export type PruneRule =
  /** The newest ones. */
  | { readonly keep: number }
  /** Those that were started no longer ago than this. */
  | { readonly olderThanDays: number }
  /** All of them, and their results up to this many megabytes (10^6 bytes) each. */
  | { readonly resultsOverMb: number };

export interface PruneOptions {
  /** Runs of this dataset only. */
  readonly dataset?: string;
  /** Says what would go, and leaves it. */
  readonly dryRun: boolean;
  readonly now: Date;
}

/** Ids of the runs that were removed, and of those that lost their result; how many stay as they are. */
export interface Pruned {
  readonly removed: readonly string[];
  readonly resultsDropped: readonly string[];
  readonly untouched: number;
}

const pageSize = 500;
const dayMilliseconds = 86_400_000;
const megabyte = 1_000_000;

/** Takes away what a rule does not keep. A run that was made meanwhile is not looked at. O(runs). */
export async function pruneRuns(store: Store, rule: PruneRule, options: PruneOptions): Promise<Pruned> {
  const runs = await allRuns(store, options.dataset);
  const gone = runs.filter((run, place) => isOver(rule, run, place, options.now)).map(({ id }) => id);
  const isOfResults = "resultsOverMb" in rule;
  if (!options.dryRun)
    for (const id of gone) await unlessGone(() => (isOfResults ? store.dropResult(id) : store.removeRun(id)));
  return {
    removed: isOfResults ? [] : gone,
    resultsDropped: isOfResults ? gone : [],
    untouched: runs.length - gone.length,
  };
}

function isOver(rule: PruneRule, run: RunSummary, place: number, now: Date): boolean {
  if ("keep" in rule) return place >= rule.keep;
  if ("olderThanDays" in rule) return now.getTime() - Date.parse(run.startedAt) > rule.olderThanDays * dayMilliseconds;
  return (run.resultBytes ?? 0) > rule.resultsOverMb * megabyte;
}

/** All runs, the newest first. One that is made while pages are read moves others to the next page: they count once. */
async function allRuns(store: Store, dataset: string | undefined): Promise<readonly RunSummary[]> {
  const found = new Map<string, RunSummary>();
  for (let offset = 0; ; offset += pageSize) {
    const { runs } = await store.runs(dataset, { offset, limit: pageSize });
    for (const run of runs) found.set(run.id, run);
    if (runs.length < pageSize) return [...found.values()];
  }
}

/** Somebody else may have removed it meanwhile. */
async function unlessGone(remove: () => Promise<void>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "STORE_NOT_FOUND")) throw error;
  }
}
