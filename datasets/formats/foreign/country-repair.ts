import { isNearState, knownState, otherStateCodes, statesAt } from "../../states.ts";
import type { CountedIssues } from "./counted-issues.ts";

/** Nothing of Panama lies east of it, and all of Palestine does. */
const eastOfPanama = -77;

/** A code as it stands in a file, with where the row is. */
interface StatedCountry {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly lon: number | null;
  readonly lat: number | null;
}

/**
 * The State that a code of a source means, `UK` being `GB`, `EL` `GR`, and `PA` `PS` east of Panama; null where it is no
 * State's. What is taken for another is told.
 */
export function repairCountry(counted: CountedIssues, { file, row, column, code, lon }: StatedCountry): string | null {
  const trimmed = code.trim().toUpperCase();
  const state =
    trimmed === "PA" && lon !== null && lon > eastOfPanama ? "PS" : (otherStateCodes.get(trimmed) ?? trimmed);
  if (!knownState(state)) {
    if (trimmed !== "") {
      const text = `${code} is no code of a State, and the place says which it is`;
      counted.count({ code: "VALUE_REPAIRED", file, column, text }, row, code);
    }
    return null;
  }
  if (state !== code)
    counted.count({ code: "VALUE_REPAIRED", file, column, text: `${code} is taken for ${state}` }, row, code);
  return state;
}

/**
 * States that both claim some area: which of the two a place there is in is for the source to say, and outlines of borders do not
 * settle it. Not a statement on any of the claims.
 */
const disputes: readonly (readonly [string, string])[] = [
  ["AM", "AZ"],
  ["AR", "FK"],
  ["CN", "IN"],
  ["CN", "TW"],
  ["CY", "TR"],
  ["EG", "SD"],
  ["EH", "MA"],
  ["ES", "GI"],
  ["GE", "RU"],
  ["GY", "VE"],
  ["IL", "PS"],
  ["IL", "SY"],
  ["IN", "PK"],
  ["JP", "RU"],
  ["RS", "XK"],
  ["RU", "UA"],
  ["SD", "SS"],
];

function isDisputed(one: string, other: string): boolean {
  return disputes.some((pair) => pair.includes(one) && pair.includes(other));
}

/** How far from a border the outlines of States may be wrong, in degrees. */
const nearBorder = 0.1;

/**
 * As `repairCountry`, but a place that lies well within another State is believed, and the code is not, unless the two have a
 * dispute over an area: what the source says stands then, and is told. Null where neither says which it is.
 */
export function repairCountryByPlace(counted: CountedIssues, stated: StatedCountry): string | null {
  const { file, row, column, code, lon, lat } = stated;
  const state = repairCountry(counted, stated);
  if (lon === null || lat === null || Math.abs(lon) > 180 || Math.abs(lat) > 90) return state;
  const [found] = statesAt(lon, lat);
  if (state === null || found === undefined || isNearState(state, lon, lat, nearBorder)) return state ?? found ?? null;
  if (isDisputed(state, found)) {
    const kept = `${state} is kept as the source says, though outlines have the place in ${found}: the two dispute an area`;
    counted.count({ code: "VALUE_REPAIRED", file, column, text: kept }, row, code);
    return state;
  }
  const text = `${state} is taken for ${found}, where the place lies`;
  counted.count({ code: "VALUE_REPAIRED", file, column, text }, row, code);
  return found;
}
