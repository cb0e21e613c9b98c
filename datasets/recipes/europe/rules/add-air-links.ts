import { distanceKm } from "../../../../analyzer/index.ts";
import { addRow, assetOf, type Draft } from "../draft.ts";
import { roundKm } from "../nearest.ts";
import { number, type TableRow, text } from "../table.ts";

/**
 * Rule O3: main direct flights between States, row by row from `air-links.csv`. Nobody produces air traffic, so these connections
 * bind nobody: they say how the airports hang together.
 */
export function addAirLinks(draft: Draft, rows: readonly TableRow[]): void {
  for (const row of rows) {
    const [a, b] = [airportOf(draft, text(row, "a")), airportOf(draft, text(row, "b"))];
    addRow(draft.connections, {
      id: `air.${a.id}.${b.id}`,
      a: a.id,
      b: b.id,
      commodity: "air-traffic",
      lengthKm: roundKm(distanceKm(a, b)),
      method: "authored",
      ruleId: "O3",
      confidence: number(row, "confidence"),
      source: "facts",
      assumed: ["length_km"],
      extra: { x_source_note: text(row, "source_note"), x_as_of: text(row, "as_of") },
    });
  }
}

function airportOf(draft: Draft, iata: string): ReturnType<typeof assetOf> {
  return assetOf(draft, `airport-${iata.toLowerCase()}`);
}
