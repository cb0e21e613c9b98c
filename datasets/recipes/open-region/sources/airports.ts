import { otherStateCodes } from "../../../states.ts";
import type { RawFiles } from "../../raw-files.ts";
import { type RawRow, readRawRows } from "../../raw-rows.ts";
import { addAsset, type Draft } from "../draft.ts";
import type { Region } from "../region.ts";

/** The source writes KS for Kosovo. */
const otherCodes: ReadonlyMap<string, string> = new Map([...otherStateCodes, ["KS", "XK"]]);

/** A pair of airports with a scheduled route, in one direction or both. */
export type Route = readonly [string, string];

/**
 * Airports of `leastRouteEnds` scheduled route ends and more, arrivals and departures counted; answers the routes between
 * them, each pair once.
 */
export async function addAirports(
  draft: Draft,
  raw: RawFiles,
  { folder, leastRouteEnds }: NonNullable<Region["sources"]["airports"]>,
): Promise<readonly Route[]> {
  const routes: { readonly from: string; readonly to: string; readonly row: RawRow }[] = [];
  const ends = new Map<string, number>();
  for await (const row of readRawRows(raw, `${folder}/air-routes-latest-edges.csv`, ["~from", "~to", "~label"])) {
    if (row.text("~label") !== "route") {
      row.leaveOut("no route");
      continue;
    }
    const [from, to] = [row.text("~from"), row.text("~to")];
    routes.push({ from, to, row });
    for (const end of [from, to]) ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const columns = ["~id", "~label", "code:string", "desc:string", "country:string", "lat:double", "lon:double"];
  for await (const row of readRawRows(raw, `${folder}/air-routes-latest-nodes.csv`, columns)) {
    const id = row.text("~id");
    const code = row.text("country:string");
    const state = otherCodes.get(code) ?? code;
    const routeEnds = ends.get(id) ?? 0;
    if (row.text("~label") !== "airport") row.leaveOut("no airport");
    else if (!draft.region.states.includes(state)) row.leaveOut("outside the region");
    else if (routeEnds < leastRouteEnds) row.leaveOut(`fewer than ${leastRouteEnds} route ends`);
    else {
      addAsset(draft, {
        id: `air:${id}`,
        name: row.text("desc:string"),
        sector: "transport",
        kind: "airport",
        states: [{ state, share: 1 }],
        lon: row.need("lon:double"),
        lat: row.need("lat:double"),
        capacity: routeEnds,
        unit: "route ends",
        source: "air-routes",
        licence: "Apache-2.0",
        extra: { x_source_id: row.text("code:string") },
      });
    }
  }
  return routesBetween(draft, routes);
}

function routesBetween(draft: Draft, routes: readonly { from: string; to: string; row: RawRow }[]): Route[] {
  const pairs = new Map<string, Route>();
  for (const { from, to, row } of routes) {
    const [a, b] = Number(from) < Number(to) ? [`air:${from}`, `air:${to}`] : [`air:${to}`, `air:${from}`];
    if (draft.assets.has(a) && draft.assets.has(b)) pairs.set(`${a} ${b}`, [a, b]);
    else row.leaveOut("an end that is not in the dataset");
  }
  return [...pairs.values()];
}
