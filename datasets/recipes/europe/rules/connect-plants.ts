import { addRow, assetOf, type Draft, homeState } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { gridAreaOf } from "../grid-area-of.ts";
import { confidenceByDistance, nearest, roundKm } from "../nearest.ts";
import { text } from "../table.ts";
import { requireAutonomy } from "../autonomy.ts";
import { fuelOf } from "./add-facts.ts";
import { hubsOf } from "./add-grid-hubs.ts";

const largePlantMw = 1000;
const reachKm = 300;

/**
 * Rule E2: a plant feeds the grid hub nearest to it in its own grid, two hubs from 1,000 MW on. Nothing depends on one
 * plant: it produces into its network. A nuclear plant that does not generate needs the grid for its cooling.
 */
export function connectPlants(draft: Draft, tables: EuropeTables): void {
  for (const fact of tables.facts) {
    const fuel = fuelOf(fact, tables.fuels);
    if (fuel === undefined) continue;
    const plant = assetOf(draft, fact.id);
    const area = text(fact.row, "grid_area") || gridAreaOf(homeState(plant), plant, tables.gridAreas);
    const count = (fact.capacity ?? 0) >= largePlantMw ? 2 : 1;
    for (const { asset: hub, km } of nearest(plant, hubsOf(draft, area), count)) {
      addRow(draft.connections, {
        id: `feed.${plant.id}.${hub.id}`,
        a: plant.id,
        b: hub.id,
        commodity: "electricity",
        lengthKm: roundKm(km),
        method: "inferred",
        ruleId: "E2",
        confidence: confidenceByDistance(km, reachKm),
        source: "rules",
        assumed: ["length_km"],
      });
    }
    if (fuel.availableShare === 0) needOffSitePower(draft, tables, fact.id);
  }
}

function needOffSitePower(draft: Draft, tables: EuropeTables, id: string): void {
  const { loss, bufferHours } = requireAutonomy(tables.autonomy, assetOf(draft, id).kind, "off-site-power");
  addRow(draft.dependencies, {
    id: `${id}.off-site-power.electricity`,
    provider: "@electricity",
    dependent: id,
    kind: "physical",
    commodity: "electricity",
    group: "off-site-power",
    loss,
    bufferHours,
    method: "inferred",
    ruleId: "E2",
    confidence: 0.7,
    source: "rules",
    assumed: ["loss", "buffer_hours"],
  });
}
