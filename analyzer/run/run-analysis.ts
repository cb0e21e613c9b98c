import type { RunGround } from "../measures/ground.ts";
import { prepareGround } from "./ground.ts";
import {
  type Analysis,
  type AnalysisHost,
  type AnalysisInput,
  type AnalysisOutcome,
  isPieced,
  type PiecedAnalysis,
  type Planned,
} from "./protocol.ts";

/** Runs an analysis in this thread: a pieced one piece by piece, in order of their index. */
export function runInThread(
  analysis: Analysis,
  input: AnalysisInput,
  parameters: unknown,
  host: AnalysisHost,
): AnalysisOutcome {
  if (!isPieced(analysis)) return analysis.run(input, parameters, host);
  const prepared = prepareGround(input.dataset, input.overlays);
  if (prepared.kind === "refused") return prepared;
  const { ground } = prepared;
  let round = analysis.plan(ground, parameters);
  while (round.kind === "planned") {
    const parts = doPieces(analysis, ground, round, host);
    if (parts === null) return { kind: "aborted" };
    const joined = analysis.join(ground, round.plan, parts, input);
    if (joined.kind === "done") return joined;
    round = joined;
  }
  return round;
}

/** Progress is told in thousandths of the round, since every piece counts in its own measure. */
const pieceSteps = 1000;

function doPieces(
  analysis: PiecedAnalysis,
  ground: RunGround,
  { plan, pieces }: Planned<unknown>,
  host: AnalysisHost,
): unknown[] | null {
  const parts: unknown[] = [];
  for (let index = 0; index < pieces; index += 1) {
    const report: AnalysisHost = {
      progress: (done, total) =>
        host.progress(index * pieceSteps + Math.floor((pieceSteps * done) / Math.max(1, total)), pieces * pieceSteps),
      aborted: () => host.aborted(),
    };
    if (host.aborted()) return null;
    const part = analysis.piece(ground, plan, index, report);
    if (part === null) return null;
    parts.push(part);
    report.progress(1, 1);
  }
  return parts;
}
