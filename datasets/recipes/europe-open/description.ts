import type { DatasetDescription } from "../../../analyzer/index.ts";
import { assumptions } from "./assumptions.ts";
import { sources } from "./sources.ts";

/** `dataset.json` of the dataset that this recipe makes. */
export const description: DatasetDescription = {
  id: "europe-open",
  title: "Europe and neighbours from open data: grid, gas, air, water, payments, cities",
  version: "1.0.0",
  description:
    "11,028 assets of six sectors in 51 States, built from public raw files by the recipe europe-open. Observed: grid and " +
    "gas topology, air routes, reservoirs of hydro plants, euro membership. Everything else is inferred by the rule that " +
    "its row names (rule_id) or assumed (column assumed, list of assumptions). A planning model: no operational forecast.",
  licence: "mixed, per row: CC-BY-4.0, Apache-2.0, MIT; keep the credits of all sources",
  marking: "TLP:CLEAR",
  sources,
  states: [{ code: "XK", name: "Kosovo" }],
  // Capacities of pipes are in GWh/h in the source; no amount of gas is stated.
  vocabulary: { commodities: [{ id: "gas", title: "Natural gas", unit: "GWh/h" }] },
  assumptions,
};
