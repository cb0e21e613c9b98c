import { beforeAll, describe, expect, it } from "vitest";
import { type InputGroup, inputGroups } from "../../../../analyzer/index.ts";
import type { RecipeOutput } from "../../../../datasets/recipes/recipe.ts";
import { europeOpen } from "./europe-open.ts";
import { implausible, runScenario } from "./plausible.ts";
import { rawFolder, withoutRawData } from "./raw-folder.ts";

if (withoutRawData !== null) console.warn(`europe-open is not run: ${withoutRawData}`);

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

  it("loses every power plant of one State for 72 hours; the rest of the island covers it", () => {
    const result = runScenario(output, "all-plants-of-one-state");
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
    const result = runScenario(output, "all-plants-of-all-states");
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
