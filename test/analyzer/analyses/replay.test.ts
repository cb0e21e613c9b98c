import { describe, expect, it } from "vitest";
import type { Scenario } from "../../../analyzer/index.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const repair = { repairLowHours: 5, repairHours: 10, repairHighHours: 40 };
const dataset = datasetOf({
  assets: [assetRow("A", repair), assetRow("B"), assetRow("C")],
  dependencies: [
    dependencyRow("A", "B", { likelihood: 0.5, bufferHours: 4 }),
    dependencyRow("A", "C", { likelihood: 0.5 }),
  ],
});
const scenario: Scenario = {
  id: "s",
  title: "S",
  horizonHours: 100,
  shocks: [{ select: { ids: ["A"] }, likelihood: 0.8 }],
};

describe("a replay", () => {
  const parameters = { scenario, seed: 4, bufferSpread: 0.5 };
  const replays = Array.from({ length: 40 }, (_, trial) => resultOf("replay", dataset, { ...parameters, trial }));

  it("states what was drawn and runs just that", () => {
    const seen = new Set<string>();
    for (const { drawn, assets, trial, seed } of replays) {
      expect(seed).toBe(4);
      const hit = drawn.hits[0];
      const outageOf = (id: string) => assets.find((asset) => asset.id === id)?.outages[0];
      seen.add(`${hit !== undefined} ${drawn.closedDependencies.join()}`);
      if (hit === undefined) {
        expect(assets).toEqual([]);
        continue;
      }
      expect(hit).toMatchObject({ id: "A", fromHours: 0, availability: 0 });
      expect(outageOf("A")).toMatchObject({ fromHours: 0, toHours: hit.toHours, cause: "shock" });
      const buffer = drawn.buffers.find(({ id }) => id === "B")!;
      expect(buffer).toMatchObject({ group: "A>B" });
      const reaches = !drawn.closedDependencies.includes("A>B") && buffer.bufferHours < hit.toHours!;
      expect(outageOf("B")?.fromHours ?? null).toBe(reaches ? Math.round(buffer.bufferHours * 1e9) / 1e9 : null);
      expect(outageOf("C") === undefined).toBe(drawn.closedDependencies.includes("A>C"));
      if (outageOf("C") !== undefined) expect(outageOf("C")?.cause).toEqual({ group: "A>C", provider: "A" });
      expect(trial).toBeGreaterThanOrEqual(0);
    }
    expect(seen.size).toBeGreaterThanOrEqual(5);
  });

  it("does not call itself certain, and has a hash of its own", () => {
    expect(replays.flatMap(({ warnings }) => warnings.filter(({ code }) => code === "RUN_CERTAIN"))).toEqual([]);
    expect(new Set(replays.map(({ resultHash }) => resultHash)).size).toBe(replays.length);
    const again = resultOf("replay", dataset, { ...parameters, trial: 7 });
    expect(again).toEqual(replays[7]);
  });
});

describe("refused", () => {
  it.each([
    [{ scenario }, "trial"],
    [{ scenario, trial: -1 }, "trial"],
    [{ scenario, trial: 1_000_000 }, "trial"],
    [{ scenario, trial: 0, seed: "x" }, "seed"],
    [{ trial: 0 }, "scenario"],
  ])("%j", (parameters, column) => {
    expect(refusals("replay", dataset, parameters)).toEqual([
      expect.stringMatching(new RegExp(`^ANALYSIS_PARAMETER ${column}: `)),
    ]);
  });

  it("a scenario that selects nothing", () => {
    const empty = { ...scenario, shocks: [{ select: { sector: "food" } }] };
    expect(refusals("replay", dataset, { scenario: empty, trial: 0 })).toEqual([
      expect.stringMatching(/^SCENARIO_EMPTY_SELECTION/),
    ]);
  });
});
