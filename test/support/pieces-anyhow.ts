import {
  type AnalysisResult,
  type AnalysisInput,
  catalogue,
  type Dataset,
  isPieced,
  prepareGround,
  restoreGround,
  shareGround,
} from "../../analyzer/index.ts";

const host = { progress: () => undefined, aborted: () => false };

/**
 * The result of a pieced analysis whose pieces are done in reverse by several engines in turn, each on arrays in shared
 * memory, with plan and parts cloned as if sent to another thread.
 */
export function resultOfPieces(id: string, dataset: Dataset, parameters: unknown, engines = 2): AnalysisResult {
  const analysis = catalogue.find((candidate) => candidate.id === id);
  if (analysis === undefined || !isPieced(analysis)) throw new Error(`${id} does not fall into pieces`);
  const prepared = prepareGround(dataset, []);
  if (prepared.kind === "refused") throw new Error("not ready");
  const { ground } = prepared;
  const input: AnalysisInput = { dataset, hash: "test", overlays: [], engine: "test" };
  const grounds = Array.from({ length: engines }, () => restoreGround(shareGround(ground)));
  let round: ReturnType<typeof analysis.plan | typeof analysis.join> = analysis.plan(ground, parameters);
  for (;;) {
    if (round.kind === "refused") throw new Error(JSON.stringify(round.issues));
    if (round.kind === "done") return round.result;
    const { plan, pieces } = round;
    const parts: unknown[] = [];
    for (let index = pieces - 1; index >= 0; index -= 1) {
      const part = analysis.piece(grounds[index % engines]!, structuredClone(plan), index, host);
      parts[index] = structuredClone(part);
    }
    round = analysis.join(ground, plan, parts, input);
  }
}
