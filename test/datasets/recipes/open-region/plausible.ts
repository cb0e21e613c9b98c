import { Cascade } from "../../../../analyzer/algorithms/cascade/cascade.ts";
import { datasetHash, limits, type RunResult, runAnalysis } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import type { RecipeOutput } from "../../../../datasets/recipes/recipe.ts";

/** No asset outside a State takes down more than this share of the State's assets. */
const plausibleShare = 0.1;

/** Runs a scenario that is kept beside the dataset. */
export function runScenario(output: RecipeOutput, id: string): RunResult {
  const scenario = output.scenarios?.find((candidate) => candidate.id === id);
  const input = { dataset: output, hash: datasetHash(output), overlays: [], engine: "0.0.0" };
  const outcome = runAnalysis("run", input, { scenario }, { progress: () => undefined, aborted: () => false });
  if (outcome.kind !== "done" || outcome.result.kind !== "run") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

/** `asset > State` for every single loss of 72 h that takes down more than the plausible share of a foreign State. */
export function implausible(output: RecipeOutput): string[] {
  const cascade = new Cascade(compileSystem(output));
  const { assetIds } = cascade.system;
  const states = new Map(output.assets.map((asset) => [asset.id, asset.states[0]?.state ?? ""]));
  const sizes = count(states.values());
  const found: string[] = [];
  assetIds.forEach((id, asset) => {
    const plan = { asset: [asset], fromTick: [0], toTick: [toTicks(72)], availability: [0] };
    const options = { horizonTick: toTicks(408), maxEvents: limits.events, causes: false };
    const { trace } = cascade.run(plan, options);
    const down = new Set<string>();
    for (let record = 0; record < trace.count; record += 1) {
      if ((trace.level[record] ?? 1) <= 1e-9) down.add(assetIds[trace.asset[record] ?? -1] ?? "");
    }
    for (const [state, lost] of count([...down].map((lostId) => states.get(lostId) ?? ""))) {
      if (state === states.get(id)) continue;
      if (lost > plausibleShare * (sizes.get(state) ?? 0)) found.push(`${id} > ${state}`);
    }
  });
  return found.sort();
}

function count(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
