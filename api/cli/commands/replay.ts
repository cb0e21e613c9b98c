import type { Command } from "commander";
import { engineVersion } from "../../engine-version.ts";
import { findRun } from "../../runs/find-run.ts";
import { type Recalled, recallRun } from "../../runs/recall-run.ts";
import { type ReplayVerdict, replayVerdict } from "../../runs/replay-verdict.ts";
import type { RunRecord } from "../../store/store.ts";
import { askAgain } from "../ask-analysis.ts";
import type { Cli } from "../cli.ts";
import { exitCodes } from "../exit-codes.ts";
import { type JsonOption, jsonOption, storeOption } from "../options.ts";
import { RefusedError } from "../refused-error.ts";
import { replayReport } from "../reports/replay-report.ts";
import { type StoreOption, withStore } from "../with-store.ts";

/** What came of making a run again; `resultHash` is null where it could not be made. */
export interface RunReplay extends ReplayVerdict {
  readonly kind: "run-replay";
  readonly run: string;
  readonly dataset: RunRecord["dataset"];
  readonly recorded: { readonly engine: string; readonly resultHash: string };
  readonly replayed: { readonly engine: string; readonly resultHash: string | null };
}

/** `replay RUN`: whether a recorded run gives the same result again. */
export function addReplay(program: Command, cli: Cli): void {
  program
    .command("replay")
    .summary("make a recorded run again and compare the hash")
    .description(
      "Makes a recorded run again, from the dataset and overlays of then, and says whether the result hash is the same, or plainly why not (exit code 1).",
    )
    .argument("<run>", 'id of a run, as "knockon runs" lists it')
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExample:\n  knockon replay 0b0f6a52-6b0e-4a0e-9a3e-3f6d7c1c5a11")
    .action((id: string, options: StoreOption & JsonOption) => replay(cli, id, options));
}

async function replay(cli: Cli, id: string, options: StoreOption & JsonOption): Promise<void> {
  const { run, recalled } = await withStore(cli.io, options, async (open) => {
    const store = await open();
    const found = await findRun(store, id);
    return { run: found, recalled: await recallRun(store, found) };
  });
  cli.io.signal.throwIfAborted();
  const again = await makeAgain(cli, run, recalled);
  if (options.json) cli.printJson(again);
  else cli.print(replayReport(again, cli.paint));
  if (again.outcome !== "same") cli.exitCode = exitCodes.inputWrong;
}

async function makeAgain(cli: Cli, run: RunRecord, recalled: Recalled): Promise<RunReplay> {
  const outcome = (verdict: ReplayVerdict, resultHash: string | null): RunReplay => ({
    kind: "run-replay",
    run: run.id,
    ...verdict,
    dataset: run.dataset,
    recorded: { engine: run.engine, resultHash: run.resultHash },
    replayed: { engine: engineVersion, resultHash },
  });
  if (recalled.kind === "lost") return outcome(recalled.verdict, null);
  const { dataset, overlays } = recalled;
  const input = { dataset, hash: run.dataset.hash, overlays, engine: engineVersion };
  try {
    // The catalogue takes these parameters, as was made sure of.
    const parameters = run.parameters as object;
    const { record } = await askAgain(cli.io, { analysis: run.analysis, input, parameters });
    return outcome(replayVerdict(run, record), record.resultHash);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const texts = error.issues.map(({ text }) => text).join("; ");
    const explanation = `Engine ${engineVersion} refuses what engine ${run.engine} took: ${texts}`;
    return outcome({ outcome: "analysis-refused", explanation }, null);
  }
}
