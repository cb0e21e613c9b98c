import { addService } from "../add-service.ts";
import { assetsOfKind, type Draft, homeState } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { nearest } from "../nearest.ts";
import { gasNodesOf } from "./add-gas-network.ts";

/** Rule R8: a fertiliser or ammonia plant gets its gas at the nearest gas node of its State. */
export function giveGasToFertiliser(draft: Draft, tables: EuropeTables): void {
  for (const plant of assetsOfKind(draft, "fertiliser plant", "ammonia plant")) {
    addService(draft, tables, plant, nearest(plant, gasNodesOf(draft, homeState(plant)), 1), {
      group: "gas",
      ruleId: "R8",
      commodity: "gas",
      confidence: 0.7,
    });
  }
}
