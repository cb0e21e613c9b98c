import type { RunReplay } from "../commands/replay.ts";
import { type Paint, printable } from "../paint.ts";
import { datasetAt } from "./run-list-report.ts";

/** `replay` for people. */
export function replayReport(
  { run, dataset, outcome, explanation, recorded, replayed }: RunReplay,
  paint: Paint,
): string[] {
  return [
    `run          ${run}`,
    printable(`dataset      ${datasetAt(dataset)} ${dataset.version}, hash ${dataset.hash}`),
    `hash then    ${recorded.resultHash}  engine ${printable(recorded.engine)}`,
    `hash now     ${replayed.resultHash ?? "not made"}  engine ${replayed.engine}`,
    paint(outcome === "same" ? "bold" : "red", printable(`${outcome}: ${explanation}`)),
  ];
}
