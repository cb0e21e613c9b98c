import { contractPipes } from "../contract-pipes.ts";
import { addAsset, assetOf, type Draft, roundedKm } from "../draft.ts";
import type { NearCity } from "../near-city.ts";
import { isInRegion } from "../region.ts";
import type { GasGrid } from "../sources/gas.ts";

/**
 * O2: pipes are connections of gas, as observed, with their capacity in GWh/h. The source flags 45 of its 2,136 segments as
 * working both ways and says of no other which way it works: the flag is kept in `x_both_ways`, and no pipe is directed.
 * Confidence 1. Source: `scigrid-gas`.
 */
export function joinPipes(draft: Draft, grid: GasGrid, near: NearCity): void {
  const inside = withinRegion(draft, grid);
  const { nodes, border, pipes } = contractPipes(inside);
  for (const { id, state, lon, lat } of nodes) {
    const kind = border.has(id) ? "gas border point" : "gas node";
    addAsset(draft, {
      id: `gas:${id}`,
      name: `${border.has(id) ? "Gas border node" : "Gas junction"}${near({ lon, lat })}`,
      sector: "energy",
      kind,
      states: [{ state, share: 1 }],
      lon,
      lat,
      source: "scigrid-gas",
      licence: "CC-BY-4.0",
      assumed: ["name"],
      extra: { x_source_id: id },
    });
  }
  for (const { a, b, gwhPerHour, isBothWays } of pipes) {
    const [from, to] = [`gas:${a}`, `gas:${b}`];
    draft.connections.push({
      id: `O2:${from}~${to}`,
      a: from,
      b: to,
      commodity: "gas",
      ...(gwhPerHour === null ? {} : { capacity: Math.round(gwhPerHour * 1000) / 1000, unit: "GWh/h" }),
      lengthKm: roundedKm(assetOf(draft, from), assetOf(draft, to)),
      method: "observed",
      ruleId: "O2",
      confidence: 1,
      source: "scigrid-gas",
      ...(isBothWays ? { extra: { x_both_ways: "true" } } : {}),
    });
  }
  const used = new Set(pipes.flatMap(({ segments }) => segments));
  for (const segment of inside.segments)
    if (!used.has(segment)) segment.row.leaveOut("on a ring that leads nowhere else");
}

function withinRegion(draft: Draft, { nodes, segments }: GasGrid): GasGrid {
  const isInside = (id: string): boolean => isInRegion(draft.region, nodes.get(id)?.state ?? "");
  return {
    nodes: new Map([...nodes].filter(([id]) => isInside(id))),
    segments: segments.filter(({ a, b, row }) => {
      const reason =
        a === b ? "both ends in one node" : isInside(a) && isInside(b) ? null : "an end outside the region";
      if (reason !== null) row.leaveOut(reason);
      return reason === null;
    }),
  };
}
