import type { Settled, TransferOptions } from "../store/backup/transfer.ts";
import type { Cli } from "./cli.ts";
import { withProgress } from "./progress.ts";
import { counted } from "./quantities.ts";

/** What became of the parts that a restore or copy brings over; `sha256` is that of content, history and documents. */
export interface Parts {
  readonly datasets: readonly {
    readonly id: string;
    readonly revisions: number;
    readonly hash: string;
    readonly sha256: string;
    readonly changed: boolean;
  }[];
  readonly runs: { readonly changed: number; readonly unchanged: number };
}

/**
 * Does `work` with two progress lines, and tells what it settled. Where it fails or is cancelled, what was settled before is told on
 * stderr: it stays, whole.
 */
export async function settleParts(
  cli: Cli,
  dryRun: boolean,
  checkLabel: string,
  work: (options: TransferOptions) => Promise<void>,
): Promise<Parts> {
  const datasets: Parts["datasets"][number][] = [];
  const runs = { changed: 0, unchanged: 0 };
  const onSettled = ({ entry, sha256, isNew: changed }: Settled): void => {
    if (entry.kind === "run") {
      runs[changed ? "changed" : "unchanged"] += 1;
      return;
    }
    const { revisions } = entry.archive;
    const hash = revisions.at(-1)?.hash ?? "";
    datasets.push({ id: entry.id, revisions: revisions.length, hash, sha256, changed });
  };
  try {
    await withProgress(cli.io, checkLabel, (onCheck) =>
      withProgress(cli.io, "rows written", (onProgress) =>
        work({ signal: cli.io.signal, dryRun, onCheck, onProgress, onSettled }),
      ),
    );
  } catch (error) {
    const written = datasets.filter(({ changed }) => changed).map(({ id }) => id);
    if (!dryRun && written.length + runs.changed > 0)
      cli.note(
        `broken off: written whole before that and kept are ${counted(written.length, "dataset")} (${written.join(", ")}) and ${counted(runs.changed, "run")}; the same command again goes on from there`,
      );
    throw error;
  }
  return { datasets, runs };
}

/** The parts for people. */
export function partLines({ datasets, runs }: Parts, dryRun: boolean): string[] {
  const [done, kept] = dryRun
    ? ["would be written", "would stay"]
    : ["written, reads back the same", "there already, the same"];
  return [
    ...datasets.map(
      ({ id, revisions, hash, changed }) =>
        `${id}: ${changed ? done : kept}; ${counted(revisions, "revision")}, hash ${hash}`,
    ),
    ...(runs.changed > 0 ? [`${counted(runs.changed, "run")}: ${done}`] : []),
    ...(runs.unchanged > 0 ? [`${counted(runs.unchanged, "run")}: ${kept}`] : []),
  ];
}

/** Whether anything was written, or would be. */
export function isChange({ datasets, runs }: Parts): boolean {
  return runs.changed > 0 || datasets.some(({ changed }) => changed);
}
