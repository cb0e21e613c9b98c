import { number, optionalNumber, readTable, text } from "./table.ts";

/** How a kind of asset gets a service and how long it runs without: one row of `autonomy.csv`, all of it assumed. */
export interface Autonomy {
  /** Hours on its own: battery, diesel, tank, stock, deferred work. */
  readonly bufferHours: number;
  /** Share of function lost after that, 0..1. */
  readonly loss: number;
  /** How many providers a rule looks for (second sites); unset where the rule itself knows. */
  readonly providers: number;
  /** How far a rule looks, in km. */
  readonly maxKm: number;
}

/** The autonomy of a kind in an input group, or undefined where the kind does not use the service. */
export type AutonomyTable = (kind: string, group: string) => Autonomy | undefined;

/** Reads `autonomy.csv`. */
export function readAutonomy(folder: string): AutonomyTable {
  const rows = readTable(folder, "autonomy.csv").map((row): readonly [string, Autonomy] => [
    `${text(row, "kind")}|${text(row, "group")}`,
    {
      bufferHours: number(row, "buffer_hours"),
      loss: number(row, "loss"),
      providers: optionalNumber(row, "providers") ?? 1,
      maxKm: optionalNumber(row, "max_km") ?? Number.POSITIVE_INFINITY,
    },
  ]);
  const table = new Map(rows);
  return (kind, group) => table.get(`${kind}|${group}`);
}

/** The row that has to be there. Throws where the table lacks it: a rule without its row would invent numbers. */
export function requireAutonomy(table: AutonomyTable, kind: string, group: string): Autonomy {
  const autonomy = table(kind, group);
  if (autonomy === undefined) throw new Error(`autonomy.csv lacks ${kind}, ${group}`);
  return autonomy;
}
