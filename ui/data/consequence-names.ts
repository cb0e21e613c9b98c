import type { Consequence } from "../../analyzer/index.ts";
import { formatCount, formatShort, formatValue } from "./numbers.ts";

export const consequenceNames: Readonly<Record<Consequence, string>> = {
  outageHours: "Outage hours",
  personHours: "Person-hours",
  foreignOutageHours: "Outage hours abroad",
  assetsDisrupted: "Assets disrupted",
  statesReached: "States reached",
  foreignStatesReached: "Foreign States reached",
  sectorsReached: "Sectors reached",
};

export const consequenceUnits: Readonly<Record<Consequence, string>> = {
  outageHours: "h",
  personHours: "person h",
  foreignOutageHours: "h",
  assetsDisrupted: "assets",
  statesReached: "States",
  foreignStatesReached: "States",
  sectorsReached: "sectors",
};

export function formatConsequence(value: number | null, by: Consequence): string {
  if (value === null) return "not known";
  if (by === "personHours") return formatShort(value);
  return by === "outageHours" || by === "foreignOutageHours" ? formatValue(value) : formatCount(value);
}
