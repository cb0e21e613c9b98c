import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnalysisInput,
  type AnalysisOutcome,
  catalogue,
  type Dataset,
  datasetHash,
  inSharedMemory,
  isPieced,
  type PiecedAnalysis,
  prepareGround,
  restoreGround,
  runAnalysis,
  type Scenario,
  shareGround,
} from "../../analyzer/index.ts";
import { canonicalJson } from "../../analyzer/run/canonical-json.ts";
import { smallSystem } from "../support/arbitrary-system.ts";
import { exampleParameters } from "../support/example-parameters.ts";

const quiet = { progress: () => undefined, aborted: () => false };
const systems = 60;
/** Stands for any order: pieces are done by it, and it shrinks towards their own. */
const orders = fc.array(fc.nat(), { minLength: 64, maxLength: 64 });

function shuffled(count: number, order: readonly number[]): number[] {
  const key = (piece: number): number => order[piece % order.length] ?? 0;
  return Array.from({ length: count }, (_, piece) => piece).sort((a, b) => key(a) - key(b) || b - a);
}

/** Every piece in another order, each on a ground of its own that went to another thread and knows nothing of the others. */
function runElsewhere(
  analysis: PiecedAnalysis,
  input: AnalysisInput,
  parameters: unknown,
  order: readonly number[],
): AnalysisOutcome {
  const prepared = prepareGround(input.dataset, []);
  if (prepared.kind === "refused") return prepared;
  const { ground } = prepared;
  const sent = shareGround(ground);
  let round = analysis.plan(ground, parameters);
  while (round.kind === "planned") {
    const plan = inSharedMemory(round.plan);
    const parts: unknown[] = Array.from({ length: round.pieces });
    for (const index of shuffled(round.pieces, order)) {
      const elsewhere = restoreGround(structuredClone(sent));
      parts[index] = structuredClone(analysis.piece(elsewhere, structuredClone(plan), index, quiet));
    }
    const joined = analysis.join(ground, plan, parts, input);
    if (joined.kind !== "planned") return joined;
    round = joined;
  }
  return round;
}

/** The first assets may be lost, for good. */
function perhapsLost({ assets }: Dataset): Scenario {
  const ids = assets.slice(0, 2).map(({ id }) => id);
  return { id: "perhaps", title: "Perhaps", horizonHours: 48, shocks: [{ select: { ids }, likelihood: 0.5 }] };
}

describe("an analysis in pieces answers the same, whatever order its pieces are done in and wherever", () => {
  it.each(catalogue.filter((analysis) => isPieced(analysis)).map((analysis) => [analysis.id, analysis] as const))(
    `%s (${systems} systems)`,
    (id, analysis) => {
      let answered = 0;
      const holds = fc.property(smallSystem(), orders, ({ dataset }, order) => {
        const input = { dataset, hash: datasetHash(dataset), overlays: [], engine: "1" };
        const parameters = exampleParameters(analysis, dataset, perhapsLost(dataset));
        const here = runAnalysis(id, input, parameters, quiet);
        if (here.kind === "done") answered += 1;
        expect(canonicalJson(runElsewhere(analysis, input, parameters, order))).toBe(canonicalJson(here));
      });
      fc.assert(holds, { seed: 20_260_729, numRuns: systems });
      // Some analyses refuse what is not binary; none refuses most systems.
      expect(answered).toBeGreaterThan(systems / 6);
    },
    120_000,
  );
});
