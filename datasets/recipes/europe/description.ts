import type { DatasetDescription, TransferLimit } from "../../../analyzer/index.ts";
import { assumptions } from "./assumptions.ts";
import { sources } from "./sources.ts";

const description: DatasetDescription = {
  id: "europe",
  title: "Europe and neighbours: power, gas, oil, payments, water, food, health, data, transport",
  version: "1.1.0",
  description:
    "Real assets of the six sectors of critical infrastructure, with digital services and cities, in Europe and its neighbours. " +
    "More than a thousand authored facts with their public sources (power plants, interconnectors, gas, oil, payment and " +
    "clearing systems, water works, hospitals, food hubs, exchanges and cables, straits and tunnels), airports, ports and " +
    "cities from open packages, and dependencies by published rules: every row says how it came about (method, rule_id), " +
    "how sure it is (confidence), how far apart its ends are (distance_km) and which columns are assumed. A planning model, " +
    "no operational forecast.",
  licence: "CC-BY-4.0",
  marking: "TLP:CLEAR",
  sources,
  states: [{ code: "XK", name: "Kosovo" }],
  vocabulary: { kinds: [{ id: "air traffic control", title: "Air traffic control", sector: "transport" }] },
  assumptions,
};

/**
 * `dataset.json` of the dataset that this recipe makes. Electricity and gas are balanced State by State: electricity within what the
 * States say they can send each other, gas within the capacity of the border points.
 */
export function describeEurope(transferLimits: readonly TransferLimit[]): DatasetDescription {
  const zones = { balance: "zones", sharing: "own-first" } as const;
  return { ...description, networks: { electricity: { ...zones, transferLimits }, gas: zones } };
}
