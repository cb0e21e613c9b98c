import type { Cascade } from "../algorithms/cascade/cascade.ts";
import type { ZoneSight } from "../algorithms/cascade/zone-watch.ts";
import { zoneFlows } from "../algorithms/zones/zone-flows.ts";
import type { ZoneResult, ZoneTable } from "../model/result.ts";
import { toHours } from "../system/ticks.ts";

/** Who sent how much to whom before the shocks, and when least demand was met, for every network balanced by zones. */
export function zoneResults({ system, watchedZones }: Cascade): ZoneResult[] {
  return watchedZones.map(({ network, before, worst }) => ({
    commodity: system.networks[network]!.commodity,
    sharing: system.networks[network]!.zones!.sharing,
    before: tableOf(before),
    worst: worst === null ? null : tableOf(worst),
  }));
}

function tableOf({ tick, met, islands }: ZoneSight): ZoneTable {
  return {
    hours: toHours(tick),
    metDemand: met,
    zones: islands.flatMap(({ codes, production, demand, share }, island) =>
      codes.map((code, zone) => ({
        island,
        code,
        production: production[zone]!,
        demand: demand[zone]!,
        share: share[zone]!,
      })),
    ),
    flows: islands.flatMap((zones, island) => zoneFlows(zones).flows.map((flow) => ({ island, ...flow }))),
  };
}
