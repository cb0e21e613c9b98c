import type { Asset } from "../model/asset.ts";
import type { Issue } from "../model/issue.ts";
import type { PlaceClass } from "../model/place-class.ts";
import type { Facts } from "./facts.ts";
import { type Finding, rowIssue } from "./make-issue.ts";

/**
 * Is an asset where it says? A place is whole (longitude and latitude), and in one of the asset's States. Points at sea and
 * assets of States that are on no map are not compared; a place stored coarsely is allowed half a cell of its class.
 */
export function checkPlaces(facts: Facts): Issue[] {
  const { assets } = facts.dataset;
  const issues: Issue[] = [];
  for (let index = 0; index < assets.length; index += 1) {
    const asset = assets[index]!;
    const fault = halfPlace(asset) ?? foreignPlace(facts, asset);
    if (fault !== null) issues.push(rowIssue(facts.context, "assets", index, fault));
  }
  return issues;
}

function halfPlace({ lon, lat }: Asset): Finding | null {
  if ((lon === undefined) === (lat === undefined)) return null;
  const [stated, missing] = lon === undefined ? ["lat", "lon"] : ["lon", "lat"];
  return { code: "PLACE_HALF", column: missing, text: `${stated} is given without ${missing}: give both or none.` };
}

/** How far a place may lie from the point it stands for, by place class: half a cell of its grid. */
const halfCellDegrees: Readonly<Record<PlaceClass, number>> = { Z1: 0, Z2: 0.5, Z3: 0.05, Z4: 0.005, Z5: 0 };

function foreignPlace({ context }: Facts, { lon, lat, states, placeClass }: Asset): Finding | null {
  if (lon === undefined || lat === undefined || context.statesAt === undefined) return null;
  if (!states.every(({ state }) => context.knownState?.(state) !== false)) return null;
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return null;
  const found = context.statesAt(lon, lat);
  if (found.length === 0 || states.some(({ state }) => found.includes(state))) return null;
  const reach = placeClass === undefined ? 0 : halfCellDegrees[placeClass];
  const corners = [-reach, reach].flatMap((x) => [-reach, reach].map((y) => [lon + x, lat + y] as const));
  const near = corners.flatMap(([x, y]) => context.statesAt?.(x, y) ?? []);
  if (placeClass === "Z1" || states.some(({ state }) => near.includes(state))) return null;
  const stated = states.map(({ state }) => state).join(", ");
  return {
    code: "PLACE_OUTSIDE_STATE",
    column: "states",
    value: stated,
    text: `By coarse outlines the place ${lon}, ${lat} is in ${found.join(", ")}, not in ${stated}: check longitude and latitude (swapped?) and the States.`,
  };
}
