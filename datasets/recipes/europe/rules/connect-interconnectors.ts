import { distanceKm } from "../../../../analyzer/index.ts";
import { addRow, assetOf, type Draft, type PlacedAsset } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import type { Fact } from "../fact.ts";
import { nearest, roundKm } from "../nearest.ts";
import { number, text } from "../table.ts";
import { isCorridor } from "./add-facts.ts";
import { hubsOf } from "./add-grid-hubs.ts";

/**
 * Rule E3: an interconnector joins the grids it names, at the hub nearest to each of its ends. A link with a name is an
 * asset between two connections, so that it can be lost; a corridor of many lines is one connection. Both with its MW.
 */
export function connectInterconnectors(draft: Draft, tables: EuropeTables): void {
  for (const fact of tables.facts) {
    if (fact.kind !== "interconnector") continue;
    const a = hubAt(draft, fact, "a");
    const b = hubAt(draft, fact, "b");
    if (isCorridor(fact)) addLine(draft, fact, a, b);
    else {
      const link = assetOf(draft, fact.id);
      addLine(draft, fact, a, link);
      addLine(draft, fact, link, b);
    }
  }
}

function hubAt(draft: Draft, fact: Fact, end: "a" | "b"): PlacedAsset {
  const place = { lon: number(fact.row, `${end}_lon`), lat: number(fact.row, `${end}_lat`) };
  const area = text(fact.row, `${end}_area`);
  const [found] = nearest(place, hubsOf(draft, area), 1);
  if (found === undefined) throw new Error(`${fact.id}: no grid hub in ${area}`);
  return found.asset;
}

function addLine(draft: Draft, fact: Fact, a: PlacedAsset, b: PlacedAsset): void {
  addRow(draft.connections, {
    id: `${isCorridor(fact) ? "corridor" : "link"}.${fact.id}${isCorridor(fact) ? "" : `.${a.id === fact.id ? b.id : a.id}`}`,
    a: a.id,
    b: b.id,
    commodity: "electricity",
    ...(fact.capacity === undefined ? {} : { capacity: fact.capacity, unit: "MW" }),
    lengthKm: roundKm(distanceKm(a, b)),
    method: "authored",
    ruleId: "E3",
    confidence: fact.confidence,
    source: "facts",
    assumed: ["length_km", ...fact.assumed],
    extra: { x_source_note: fact.sourceNote, x_as_of: fact.asOf },
  });
}
