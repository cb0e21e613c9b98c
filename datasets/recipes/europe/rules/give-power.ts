import { assetsOfKind, type Draft, homeState } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { gridAreaOf } from "../grid-area-of.ts";
import { nearest } from "../nearest.ts";
import { addService } from "../add-service.ts";
import { hubsOf } from "./add-grid-hubs.ts";

/** Rule R1: what needs power and is no part of the grid gets it from the nearest hubs of its grid; one is enough. */
export function givePower(draft: Draft, tables: EuropeTables): void {
  const named = new Set(
    tables.namedDependencies.filter(({ cells }) => cells["group"] === "power").map(({ cells }) => cells["dependent"]),
  );
  for (const asset of draft.assets.values()) {
    const autonomy = tables.autonomy(asset.kind, "power");
    if (autonomy === undefined || named.has(asset.id)) continue;
    const hubs = hubsOf(draft, gridAreaOf(homeState(asset), asset, tables.gridAreas));
    const found = nearest(asset, hubs, autonomy.providers, autonomy.maxKm);
    const [first] = nearest(asset, hubs, 1);
    addService(draft, tables, asset, found.length > 0 || first === undefined ? found : [first], {
      group: "power",
      ruleId: "R1",
      commodity: "electricity",
    });
  }
  draft.notes.push(`${assetsOfKind(draft, "substation").length} grid hubs`);
}
