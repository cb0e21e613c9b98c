import type { StateShare } from "../../../analyzer/index.ts";
import { number, optionalNumber, type TableRow, text, words } from "./table.ts";

/** One authored, cited fact: an asset as a public document states it, with its exact place (rounded only in the dataset). */
export interface Fact {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly sector: string;
  /** The first State is the one the asset stands in. */
  readonly states: readonly StateShare[];
  readonly lon: number;
  readonly lat: number;
  readonly capacity?: number;
  readonly unit?: string;
  readonly peopleServed?: number;
  readonly sourceNote: string;
  readonly asOf: string;
  readonly confidence: number;
  readonly assumed: readonly string[];
  /** The row, for the columns that only its own table has. */
  readonly row: TableRow;
}

/** The tables of facts, in the order they are read. */
export const factFiles = [
  "power-plants.csv",
  "interconnectors.csv",
  "gas-sources.csv",
  "gas-points.csv",
  "oil.csv",
  "finance.csv",
  "water.csv",
  "health.csv",
  "food.csv",
  "digital.csv",
  "transport.csv",
] as const;
export type FactFile = (typeof factFiles)[number];

/** Reads one row of a table of facts. Throws `RecipeError` where a column or a number is missing. */
export function parseFact(row: TableRow): Fact {
  const capacity = optionalNumber(row, "capacity");
  const unit = text(row, "unit");
  const peopleServed = optionalNumber(row, "people_served");
  return {
    id: text(row, "id"),
    name: text(row, "name"),
    kind: text(row, "kind"),
    sector: text(row, "sector"),
    states: parseStates(words(row, "states")),
    lon: number(row, "lon"),
    lat: number(row, "lat"),
    ...(capacity === undefined ? {} : { capacity }),
    ...(unit === "" || capacity === undefined ? {} : { unit }),
    ...(peopleServed === undefined ? {} : { peopleServed }),
    sourceNote: text(row, "source_note"),
    asOf: text(row, "as_of"),
    confidence: number(row, "confidence"),
    assumed: words(row, "assumed"),
    row,
  };
}

function parseStates(cells: readonly string[]): StateShare[] {
  return cells.map((cell) => {
    const [state = "", share] = cell.split(":");
    return { state, share: share === undefined ? 1 / cells.length : Number(share) };
  });
}
