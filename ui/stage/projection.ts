/** A point of the drawing plane: x grows to the east in degrees, y to the north in degrees of Web Mercator. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Beyond this latitude Web Mercator runs off to infinity; the square map ends here. */
export const mercatorLimit = 85.0511;

/** Web Mercator in degrees: at the equator one unit is one degree both ways. Latitudes beyond the limit are clamped. */
export function project(lon: number, lat: number): Point {
  const clamped = Math.max(-mercatorLimit, Math.min(mercatorLimit, lat));
  const radians = (clamped * Math.PI) / 180;
  return { x: lon, y: (Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI };
}

/** The inverse of `project`. */
export function unproject(point: Point): { readonly lon: number; readonly lat: number } {
  const radians = 2 * Math.atan(Math.exp((point.y * Math.PI) / 180)) - Math.PI / 2;
  return { lon: point.x, lat: (radians * 180) / Math.PI };
}
