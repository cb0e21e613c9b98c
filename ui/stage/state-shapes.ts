import { feature } from "topojson-client";
import type { GraphIndex } from "../data/graph-index.ts";
import type { Positions } from "./frame.ts";
import { convexHull } from "./hull.ts";
import { stateCodeByNumber } from "./iso-numeric.ts";
import { type Point, project } from "./projection.ts";

/** The ground of one State in the drawing plane. */
export interface StateShape {
  /** Null for land that is no State of ISO 3166. */
  readonly code: string | null;
  readonly path: Path2D;
  /** Where its label stands. */
  readonly label: Point;
  /** 0 for a border; for a ground drawn around assets, the margin in screen pixels by which it is grown. */
  readonly marginPx: number;
}

type Topology = Parameters<typeof feature>[0];
type Ring = readonly (readonly number[])[];

/** The borders of all States, from a topology whose object `countries` has each under its ISO 3166-1 number; linear in its points. */
export function borderShapes(topology: Topology): StateShape[] {
  const { countries } = topology.objects;
  if (countries?.type !== "GeometryCollection") throw new Error("The border file holds no collection of countries.");
  return feature(topology, countries).features.map(({ id, geometry, properties }) => {
    const polygons =
      geometry.type === "Polygon"
        ? [geometry.coordinates]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates
          : [];
    const path = new Path2D();
    let largest: { readonly area: number; readonly label: Point } = { area: -1, label: { x: 0, y: 0 } };
    for (const rings of polygons) {
      rings.forEach((ring, index) => {
        const points = tracePath(path, ring);
        const middle = ringMiddle(points);
        if (index === 0 && middle.area > largest.area) largest = middle;
      });
    }
    const code = properties?.name === "Kosovo" ? "XK" : (stateCodeByNumber.get(String(id)) ?? null);
    return { code, path, label: largest.label, marginPx: 0 };
  });
}

function tracePath(path: Path2D, ring: Ring): Point[] {
  const points = unwrapRing(ring);
  points.forEach(({ x, y }, index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
  return points;
}

/** Projects a ring that may cross the date line: it runs on beyond 180 degrees instead of leaping across the whole map. */
export function unwrapRing(ring: Ring): Point[] {
  let turn = 0;
  let before = ring[0]?.[0] ?? 0;
  return ring.map(([lon = 0, lat = 0]) => {
    const leap = lon - before;
    // At the pole itself a leap is the edge of the map, not a crossing.
    if (Math.abs(leap) > 180 && lat > -89) turn -= Math.sign(leap) * 360;
    before = lon;
    return project(lon + turn, lat);
  });
}

/** Area and centre of mass of a ring (shoelace formula). */
function ringMiddle(points: readonly Point[]): { readonly area: number; readonly label: Point } {
  let area = 0;
  let x = 0;
  let y = 0;
  points.forEach((a, index) => {
    const b = points[(index + 1) % points.length] ?? a;
    const cross = a.x * b.y - b.x * a.y;
    area += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  });
  if (area === 0) return { area: 0, label: points[0] ?? { x: 0, y: 0 } };
  return { area: Math.abs(area / 2), label: { x: x / (3 * area), y: y / (3 * area) } };
}

/** A ground around the assets of each State that is wanted: for fictional States on the map, and for all in the network. */
export function hullShapes(
  graph: GraphIndex,
  positions: Positions,
  marginPx: number,
  wanted: (code: string) => boolean,
): StateShape[] {
  const points = new Map<string, Point[]>();
  for (let asset = 0; asset < graph.assetCount; asset++) {
    const [code] = graph.statesOf(asset);
    const point = { x: positions.x[asset] ?? NaN, y: positions.y[asset] ?? NaN };
    if (code === undefined || Number.isNaN(point.x) || !wanted(code)) continue;
    const known = points.get(code);
    if (known) known.push(point);
    else points.set(code, [point]);
  }
  return [...points].map(([code, all]) => {
    const hull = convexHull(withoutOutliers(all));
    const path = new Path2D();
    tracePoints(path, hull);
    return { code, path, label: topOf(hull), marginPx };
  });
}

/** The nearest nine tenths of many points: one stray asset must not stretch a ground over the whole picture. */
function withoutOutliers(points: readonly Point[]): readonly Point[] {
  if (points.length < 20) return points;
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const far = (point: Point) => (point.x - x) ** 2 + (point.y - y) ** 2;
  return [...points].sort((a, b) => far(a) - far(b)).slice(0, Math.ceil(points.length * 0.9));
}

function tracePoints(path: Path2D, points: readonly Point[]): void {
  points.forEach(({ x, y }, index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  // A lone point is drawn as a round spot only if its path has a length.
  const [first] = points;
  if (first && points.length === 1) path.lineTo(first.x + 1e-6, first.y);
  path.closePath();
}

function topOf(points: readonly Point[]): Point {
  const top = Math.max(...points.map((point) => point.y));
  const middle = points.reduce((sum, point) => sum + point.x, 0) / Math.max(1, points.length);
  return { x: middle, y: top };
}
