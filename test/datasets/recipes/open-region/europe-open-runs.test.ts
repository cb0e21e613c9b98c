import { beforeAll, describe, expect, it } from "vitest";
import { Cascade } from "../../../../analyzer/algorithms/cascade/cascade.ts";
import {
  type Dataset,
  datasetHash,
  type InputGroup,
  inputGroups,
  limits,
  type RunResult,
  runAnalysis,
} from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import type { RecipeOutput } from "../../../../datasets/recipes/recipe.ts";
import { europeOpen } from "./europe-open.ts";
import { rawFolder, withoutRawData } from "./raw-folder.ts";

if (withoutRawData !== null) console.warn(`europe-open is not run: ${withoutRawData}`);

/** No asset outside a State takes down more than this share of the State's assets. */
const plausibleShare = 0.1;

/** What exceeds the share, and why that is so. */
const reasons: Readonly<Record<string, string>> = {
  "fin:ECB > CY": "common settlement of the euro; the payment system is one of 9 assets",
  "fin:ECB > MT": "common settlement of the euro; the payment system is one of 7 assets",
};

describe.skipIf(withoutRawData !== null)("europe-open, run", () => {
  let output: RecipeOutput;
  beforeAll(async () => {
    output = await europeOpen.build({ from: rawFolder, progress: () => undefined });
  });

  function run(id: string): RunResult {
    const dataset: Dataset = output;
    const scenario = output.scenarios?.find((candidate) => candidate.id === id);
    const input = { dataset, hash: datasetHash(dataset), overlays: [], engine: "0.0.0" };
    const outcome = runAnalysis("run", input, { scenario }, { progress: () => undefined, aborted: () => false });
    if (outcome.kind !== "done" || outcome.result.kind !== "run") throw new Error(JSON.stringify(outcome));
    return outcome.result;
  }

  it("loses every power plant of one State for 72 hours; the rest of the island covers it", () => {
    const result = run("all-plants-of-one-state");
    const plants = output.assets.filter((asset) => asset.kind === "power plant" && asset.states[0]?.state === "DE");
    expect(plants.length).toBeGreaterThan(200);
    expect(result.stopped).toBe("settled");
    for (const { id } of plants) {
      expect(result.assets.find((asset) => asset.id === id)?.outages).toEqual([
        { fromHours: 0, toHours: 72, level: 0, cause: "shock" },
      ]);
    }
  });

  it("without any power plant, nothing stays up that lives on electricity of an island with a producer", () => {
    const result = run("all-plants-of-all-states");
    const down = new Set(result.assets.filter((asset) => asset.minLevel <= 1e-9).map((asset) => asset.id));
    const living = livingOnProducers(output);
    expect(living.size).toBeGreaterThan(7000);
    expect([...living].filter((id) => !down.has(id))).toEqual([]);
    expect([...down].filter((id) => id.startsWith("city:"))).toHaveLength(383);
  }, 60_000);

  it("has no single asset that takes down an implausible share of another State", () => {
    expect(implausible(output)).toEqual(Object.keys(reasons).sort());
  }, 60_000);
});

/** Assets on an electricity island with a producer, and those that some input group ties wholly to such assets. */
function livingOnProducers({ assets, dependencies, connections }: RecipeOutput): Set<string> {
  const producers = assets.filter((asset) => asset.produces?.some(({ commodity }) => commodity === "electricity"));
  const living = new Set<string>();
  const grid = connections.filter(({ commodity }) => commodity === "electricity");
  const reach = new Set(grid.flatMap(({ a, b }) => [a, b]).filter((id) => producers.some((asset) => asset.id === id)));
  spread(reach, () => grid.flatMap(({ a, b }) => (reach.has(a) ? [b] : reach.has(b) ? [a] : [])));
  for (const id of reach) living.add(id);
  const whole = dependencies.filter((row) => row.loss === undefined);
  const groups = inputGroups(whole);
  const ties = ({ rows }: InputGroup): boolean => rows.every((row) => living.has(whole[row]?.provider ?? ""));
  spread(living, () => groups.filter(ties).map((group) => group.dependent));
  return living;
}

/** Adds what `more` finds until it finds nothing new. */
function spread(found: Set<string>, more: () => readonly string[]): void {
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const id of more()) found.add(id);
  }
}

/** `asset > State` for every single loss of 72 h that takes down more than the plausible share of a foreign State. */
function implausible(output: RecipeOutput): string[] {
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
