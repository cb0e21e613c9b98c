/** A point in degrees, WGS 84. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Mean radius of the Earth in km (IUGG). */
const earthRadiusKm = 6371.0088;

/** Great-circle distance in km by the haversine formula; good to about 0.5 %. */
export function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const sinLat = Math.sin(((b.lat - a.lat) * radians) / 2);
  const sinLon = Math.sin(((b.lon - a.lon) * radians) / 2);
  const chord = sinLat ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * sinLon ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}
