import type { Consequence } from "../../analyzer/index.ts";

/** What a consequence is called above a column, with its unit. */
export const consequenceTitles: Readonly<Record<Consequence, string>> = {
  outageHours: "outage hours (h)",
  personHours: "person-hours",
  foreignOutageHours: "foreign outage hours (h)",
  assetsDisrupted: "assets disrupted",
  statesReached: "States reached",
  foreignStatesReached: "foreign States reached",
  sectorsReached: "sectors reached",
};
