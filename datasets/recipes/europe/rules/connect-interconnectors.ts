import { distanceKm } from "../../../../analyzer/index.ts";
import { addRow, assetOf, type Draft, type PlacedAsset } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import type { Fact } from "../fact.ts";
import { nearest, roundKm } from "../nearest.ts";
import { number, text } from "../table.ts";
import { isCorridor } from "./add-facts.ts";
import { hubsOf } from "./add-grid-hubs.ts";

/** A link of this size is tied into the grid at more than one place. */
const largeLinkMw = 1000;

/**
 * Rule E3: an interconnector joins the grids it names, at the hubs nearest to its ends. A link with a name is an asset
 * between connections, so that it can be lost; from 1,000 MW on it reaches two hubs on each side, which share its MW. A
 * corridor of many lines is one connection with its MW.
 */
export function connectInterconnectors(draft: Draft, tables: EuropeTables): void {
  for (const fact of tables.facts) {
    if (fact.kind !== "interconnector") continue;
    if (isCorridor(fact)) {
      const [[a], [b]] = [hubsAt(draft, fact, "a", 1), hubsAt(draft, fact, "b", 1)];
      if (a !== undefined && b !== undefined) addLine(draft, fact, `corridor.${fact.id}`, a, b, 1);
      continue;
    }
    const link = assetOf(draft, fact.id);
    const count = (fact.capacity ?? 0) >= largeLinkMw ? 2 : 1;
    for (const end of ["a", "b"] as const) {
      const hubs = hubsAt(draft, fact, end, count);
      for (const hub of hubs) addLine(draft, fact, `link.${fact.id}.${hub.id}`, link, hub, hubs.length);
    }
  }
}

function hubsAt(draft: Draft, fact: Fact, end: "a" | "b", count: number): PlacedAsset[] {
  const place = { lon: number(fact.row, `${end}_lon`), lat: number(fact.row, `${end}_lat`) };
  const area = text(fact.row, `${end}_area`);
  const found = nearest(place, hubsOf(draft, area), count);
  if (found.length === 0) throw new Error(`${fact.id}: no grid hub in ${area}`);
  return found.map(({ asset }) => asset);
}

function addLine(draft: Draft, fact: Fact, id: string, a: PlacedAsset, b: PlacedAsset, of: number): void {
  addRow(draft.connections, {
    id,
    a: a.id,
    b: b.id,
    commodity: "electricity",
    ...(fact.capacity === undefined ? {} : { capacity: fact.capacity / of, unit: "MW" }),
    lengthKm: roundKm(distanceKm(a, b)),
    method: "authored",
    ruleId: "E3",
    confidence: fact.confidence,
    source: "facts",
    assumed: ["length_km", ...(of > 1 && !fact.assumed.includes("capacity") ? ["capacity"] : []), ...fact.assumed],
    extra: { x_source_note: fact.sourceNote, x_as_of: fact.asOf },
  });
}
