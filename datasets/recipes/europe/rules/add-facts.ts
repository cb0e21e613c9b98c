import type { CommodityAmount } from "../../../../analyzer/index.ts";
import { addRow, type Draft, type PlacedAsset } from "../draft.ts";
import type { EuropeTables, Fuel } from "../europe-tables.ts";
import type { Fact } from "../fact.ts";
import { text } from "../table.ts";

/** Days that a full gas storage could give its largest flow: turns a working volume into a daily amount (assumed). */
const storageDays = 80;

/** Every authored fact becomes an asset; a corridor of many lines is a connection (see `connect-interconnectors`). */
export function addFacts(draft: Draft, tables: EuropeTables): void {
  for (const fact of tables.facts) {
    if (isCorridor(fact)) continue;
    const produces = produced(fact, tables.fuels);
    const restartHours = tables.restartHours.get(fact.kind);
    addRow(draft.assets, {
      ...factAsset(fact),
      ...(restartHours === undefined ? {} : { restartHours }),
      ...(produces === undefined ? {} : { produces: [produces] }),
      assumed: [
        ...fact.assumed,
        ...(restartHours === undefined ? [] : ["restart_hours"]),
        ...(produces === undefined ? [] : ["produces"]),
      ],
    });
  }
}

/** True for a border crossed by many lines, which fails as a whole only on paper. */
export function isCorridor(fact: Fact): boolean {
  return fact.kind === "interconnector" && text(fact.row, "form") === "corridor";
}

/** The fuel of a power plant, or undefined for any other fact. Throws where `fuels.csv` lacks it. */
export function fuelOf(fact: Fact, fuels: ReadonlyMap<string, Fuel>): Fuel | undefined {
  if (fact.row.file !== "power-plants.csv") return undefined;
  const fuel = fuels.get(text(fact.row, "fuel"));
  if (fuel === undefined) throw new Error(`fuels.csv lacks the fuel of ${fact.id}`);
  return fuel;
}

function factAsset(fact: Fact): PlacedAsset {
  return {
    id: fact.id,
    name: fact.name,
    sector: fact.sector,
    kind: fact.kind,
    states: fact.states,
    lon: fact.lon,
    lat: fact.lat,
    ...(fact.capacity === undefined ? {} : { capacity: fact.capacity }),
    ...(fact.unit === undefined ? {} : { unit: fact.unit }),
    source: "facts",
    confidence: fact.confidence,
    extra: {
      x_source_note: fact.sourceNote,
      x_as_of: fact.asOf,
      ...(fact.peopleServed === undefined ? {} : { x_people_supplied: String(fact.peopleServed) }),
    },
  };
}

function produced(fact: Fact, fuels: ReadonlyMap<string, Fuel>): CommodityAmount | undefined {
  const capacity = fact.capacity ?? 0;
  const share = fuelOf(fact, fuels)?.availableShare ?? 0;
  if (share > 0) return { commodity: "electricity", amount: Math.round(capacity * share) };
  if (fact.kind === "LNG terminal" || fact.kind === "gas producer") return { commodity: "gas", amount: capacity };
  if (fact.kind === "gas storage") return { commodity: "gas", amount: Math.round((capacity * 1000) / storageDays) };
  return undefined;
}
