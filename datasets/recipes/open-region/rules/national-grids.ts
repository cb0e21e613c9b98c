import type { Connection } from "../../../../analyzer/index.ts";
import { byPeople } from "../../by-people.ts";
import { addAsset, assetsOfKind, type Draft, stateOf } from "../draft.ts";
import { plantKind } from "../sources/plant.ts";
import { need, type Rule } from "./rule.ts";

/** The kind of the one node that stands for the grid of a State. */
const nationalGridKind = "national grid";

/**
 * One node for the grid of each State with a plant or a city, where no source has its lines: it stands in its largest city,
 * and what one of its lines would stop is not seen. Its name and place are assumed.
 */
export function addNationalGrids(draft: Draft, stateName: (code: string) => string): void {
  for (const state of draft.region.states) {
    const own = [...draft.assets.values()].filter((asset) => stateOf(asset) === state);
    const city = own
      .filter(({ kind }) => kind === "city")
      .sort(byPeople)
      .at(0);
    const seat = city ?? own.find(({ kind }) => kind === plantKind);
    if (seat === undefined) continue;
    addAsset(draft, {
      id: gridOf(state),
      name: `National grid of ${stateName(state)}`,
      sector: "energy",
      kind: nationalGridKind,
      states: [{ state, share: 1 }],
      lon: seat.lon,
      lat: seat.lat,
      source: "authored",
      licence: "Apache-2.0",
      assumed: ["name", "lon", "lat"],
    });
  }
}

/** The id of the national grid of a State. */
export function gridOf(state: string): string {
  return `grid:${state}`;
}

/** G1: every plant is connected to the national grid of its State. Confidence 0.5: not all of them are. */
export const g1: Rule = {
  id: "G1",
  title: "plant to national grid",
  group: null,
  settable: [],
  join: (draft) => connect(draft, "G1", plantKind, 0.5),
};

/** G2: every city is connected to the national grid of its State. Confidence 0.5. */
export const g2: Rule = {
  id: "G2",
  title: "city to national grid",
  group: null,
  settable: [],
  join: (draft) => connect(draft, "G2", "city", 0.5),
};

/** G3: the national grid of its State feeds what else needs power. Group `power`. Confidence 0.5. */
export const g3: Rule = {
  id: "G3",
  title: "national grid to airport, port, hospital, payment system, railway station",
  group: "power",
  settable: [],
  join(draft) {
    for (const asset of assetsOfKind(draft, "airport", "port", "hospital", "payment system", "railway station")) {
      const grid = gridOf(stateOf(asset));
      if (!draft.assets.has(grid)) continue;
      draft.dependencies.push(
        need(draft, grid, asset.id, 0.5, {
          ruleId: "G3",
          kind: "physical",
          commodity: "electricity",
          group: "power",
        }),
      );
    }
  },
};

function connect(draft: Draft, ruleId: string, kind: string, confidence: number): void {
  const rows = assetsOfKind(draft, kind).flatMap((asset): Connection[] => {
    const grid = gridOf(stateOf(asset));
    const row = { id: `${ruleId}:${grid}~${asset.id}`, a: grid, b: asset.id, commodity: "electricity" };
    const made = { ...row, method: "inferred", ruleId, confidence, source: "authored" } as const;
    return draft.assets.has(grid) ? [made] : [];
  });
  draft.connections.push(...rows);
}
