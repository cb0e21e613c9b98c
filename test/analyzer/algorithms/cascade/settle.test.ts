import { describe, expect, it } from "vitest";
import { CascadeState } from "../../../../analyzer/algorithms/cascade/cascade-state.ts";
import { Settler } from "../../../../analyzer/algorithms/cascade/settle.ts";
import { NetworkSupply } from "../../../../analyzer/algorithms/islands/network-supply.ts";
import type { Dataset } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { cityRow, plantRow } from "../../../support/small-dataset.ts";
import { lines } from "../islands/one-network.ts";

/** Single instants of a dataset: sets availabilities and settles. */
class Instants {
  readonly state: CascadeState;
  private readonly settler: Settler;

  constructor(readonly dataset: Dataset) {
    const system = compileSystem(dataset);
    this.state = new CascadeState(system);
    const supplies = system.networks.map((network) => new NetworkSupply(network, this.state));
    this.settler = new Settler(this.state, supplies);
  }

  /** One instant at which these availabilities begin; gives the levels that changed, as `A 1>0`, and who was looked at. */
  settle(availabilities: Readonly<Record<string, number>>): { changed: string; seen: string } {
    this.settler.begin();
    const ids = this.dataset.assets.map(({ id }) => id);
    for (const [id, availability] of Object.entries(availabilities)) {
      this.settler.name(ids.indexOf(id));
      this.state.availability[ids.indexOf(id)] = availability;
    }
    const { changed, levelBefore, seen } = this.settler.settle();
    const moves = changed.map((asset) => `${ids[asset]} ${levelBefore[asset]}>${this.state.level[asset]}`);
    const looked = new Set(seen);
    return { changed: moves.toSorted().join(", "), seen: ids.filter((_, asset) => looked.has(asset)).join(" ") };
  }
}

const assets = (...ids: string[]) => ids.map((id) => assetRow(id));

describe("Settler", () => {
  const either = datasetOf({
    assets: assets("A", "B", "X", "Y", "Z"),
    dependencies: [
      dependencyRow("A", "X", { group: "g" }),
      dependencyRow("B", "X", { group: "g" }),
      dependencyRow("X", "Y"),
      dependencyRow("Z", "A"),
    ],
  });

  it("looks only at what an event named and at what lies downstream of a change", () => {
    const instants = new Instants(either);
    expect(instants.settle({ B: 0 })).toEqual({ changed: "B 1>0", seen: "B X" });
    expect(instants.settle({ A: 0 })).toEqual({ changed: "A 1>0, X 1>0, Y 1>0", seen: "A X Y" });
  });

  it("lets what comes back stand before what is lost falls", () => {
    const instants = new Instants(either);
    instants.settle({ A: 0 });
    expect(instants.settle({ A: 1, B: 0 }).changed).toBe("A 0>1, B 1>0");
  });

  it("does not let a loop that is down lift itself, and drops one whose only support goes", () => {
    const rows = [dependencyRow("K", "A"), dependencyRow("A", "B"), dependencyRow("B", "A")];
    const instants = new Instants(datasetOf({ assets: assets("A", "B", "K"), dependencies: rows }));
    expect(instants.settle({ K: 0 }).changed).toBe("A 1>0, B 1>0, K 1>0");
    expect(instants.settle({ K: 1 }).changed).toBe("K 0>1");
  });

  it("follows a loop of partial levels down to where nothing moves any more", () => {
    // A = (2 B + K) / 3 and B = A: without K both go to 0, by a third each turn.
    const rows = [
      dependencyRow("B", "A", { group: "g", need: 3, share: 2 }),
      dependencyRow("K", "A", { group: "g" }),
      dependencyRow("A", "B"),
    ];
    const instants = new Instants(datasetOf({ assets: assets("A", "B", "K"), dependencies: rows }));
    instants.settle({ K: 0.25 });
    expect(instants.state.level[0]).toBeCloseTo(0.25, 10);
    instants.settle({ K: 0 });
    expect(instants.state.level[0]).toBeCloseTo(0, 10);
  });

  it("works networks out together with dependencies, back and forth", () => {
    // The plant G needs the pump P, which takes from the grid that F and G feed.
    const grid = datasetOf({
      assets: [plantRow("F", 10), plantRow("G", 10), assetRow("P"), cityRow("Z", 20)],
      dependencies: [dependencyRow("P", "G")],
      connections: lines("F-P G-P P-Z"),
    });
    const instants = new Instants(grid);
    instants.settle({ F: 0.5 });
    // P = (5 + 10 P) / 20.
    expect(instants.state.level[2]).toBeCloseTo(0.5, 10);
    expect(instants.state.level[3]).toBeCloseTo(0.5, 10);
    instants.settle({ F: 1 });
    expect([...instants.state.level].map((level) => Number(level.toFixed(9)))).toEqual([1, 1, 1, 1]);
  });
});
