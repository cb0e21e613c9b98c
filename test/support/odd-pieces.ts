import type { AnalysisOutcome, Dataset } from "../../analyzer/index.ts";
import { catalogue } from "../../analyzer/catalogue.ts";
import { prepareGround } from "../../analyzer/run/ground.ts";
import { isPieced } from "../../analyzer/run/protocol.ts";
import { restoreGround, shareGround } from "../../analyzer/run/share.ts";

const quiet = { progress: () => undefined, aborted: () => false };

/**
 * What an analysis that falls into pieces says when its pieces are done last to first, by turns on several engines of their
 * own, with plans and parts that were cloned on the way: as other threads would do them.
 */
export function doneInOddOrder(id: string, dataset: Dataset, parameters: unknown, engines: number): AnalysisOutcome {
  const analysis = catalogue.find((candidate) => candidate.id === id);
  if (analysis === undefined || !isPieced(analysis)) throw new Error(`${id} does not fall into pieces`);
  const prepared = prepareGround(dataset, []);
  if (prepared.kind === "refused") return prepared;
  const { ground } = prepared;
  const grounds = Array.from({ length: engines }, () => restoreGround(structuredClone(shareGround(ground))));
  const input = { dataset, hash: "test", overlays: [], engine: "test" };
  let round = analysis.plan(ground, parameters);
  while (round.kind === "planned") {
    const parts: unknown[] = Array.from({ length: round.pieces });
    for (let index = round.pieces - 1; index >= 0; index -= 1) {
      const own = grounds[index % engines];
      if (own === undefined) throw new Error("there is no engine");
      parts[index] = structuredClone(analysis.piece(own, structuredClone(round.plan), index, quiet));
    }
    const joined = analysis.join(ground, round.plan, parts, input);
    if (joined.kind === "done") return joined;
    round = joined;
  }
  return round;
}
