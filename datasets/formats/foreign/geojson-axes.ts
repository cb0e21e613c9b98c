import { statesAt } from "../../states.ts";
import { ReadError } from "../read-error.ts";

/** A point as it stands in a file, and the States its row states. */
export interface StatedPoint {
  readonly x: number;
  readonly y: number;
  readonly states: readonly string[];
}

/** No degree is as large: metres of a projection. */
const far = 1000;
const pointsLookedUp = 1000;

/**
 * Throws ReadError GEO_PROJECTED where most points are in metres, and GEO_SWAPPED where they make sense only with latitude
 * first: most lie beyond a pole and would not when swapped, or all that state States lie elsewhere, most of them not when swapped.
 */
export function refuseOtherAxes(file: string, points: readonly StatedPoint[]): void {
  const most = (holds: (point: StatedPoint) => boolean): boolean => points.filter(holds).length * 2 > points.length;
  if (most(({ x, y }) => Math.abs(x) > far || Math.abs(y) > far)) throw projected(file, "most coordinates are metres");
  if (most(({ x, y }) => Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90)) {
    throw swapped(file, "most points lie beyond a pole");
  }
  const stated = points.filter(({ states }) => states.length > 0).slice(0, pointsLookedUp);
  const isHome = (x: number, y: number, states: readonly string[]): boolean =>
    Math.abs(x) <= 180 && Math.abs(y) <= 90 && statesAt(x, y).some((state) => states.includes(state));
  if (stated.some(({ x, y, states }) => isHome(x, y, states))) return;
  const turned = stated.filter(({ x, y, states }) => isHome(y, x, states)).length;
  if (turned * 2 > stated.length) throw swapped(file, "no point lies in the State it states");
}

function swapped(file: string, why: string): ReadError {
  const text = `Latitude stands before longitude: ${why}, and they fit the other way round. GeoJSON has longitude first.`;
  return new ReadError("GEO_SWAPPED", { file, text });
}

function projected(file: string, why: string): ReadError {
  const text = `The coordinates are not longitude and latitude in WGS 84: ${why}. Export them as EPSG:4326.`;
  return new ReadError("GEO_PROJECTED", { file, text });
}

/** Throws ReadError where a `crs` member of an old GeoJSON names another system than WGS 84 with longitude first. */
export function refuseOtherCrs(file: string, crs: unknown): void {
  if (crs === undefined || crs === null) return;
  const name = crsName(crs);
  if (/CRS84h?$|EPSG[:/](?:[\d.]*[:/])?4326$/iu.test(name)) return;
  throw projected(file, `they are in ${name}`);
}

function crsName(crs: unknown): string {
  const properties: unknown = typeof crs === "object" && crs !== null && "properties" in crs ? crs.properties : null;
  if (typeof properties === "object" && properties !== null) {
    if ("name" in properties && typeof properties.name === "string") return properties.name;
    if ("code" in properties && typeof properties.code === "number") return `EPSG:${properties.code}`;
  }
  return "a system that is not named";
}
