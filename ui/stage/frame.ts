import type { GraphIndex } from "../data/graph-index.ts";
import { project } from "./projection.ts";

/** The box of the drawing plane that an unmoved camera shows. */
export interface Frame {
  readonly x: [number, number];
  readonly y: [number, number];
}

/** Positions of all assets in the drawing plane; no number where an asset has no place. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const europe: Frame = { x: [-11, 32], y: [36, 76] };
const smallestSpan = 4;
const padding = 0.09;

export function mapPositions({ columns, assetCount }: GraphIndex): Positions {
  const positions = { x: new Float64Array(assetCount).fill(NaN), y: new Float64Array(assetCount).fill(NaN) };
  for (let asset = 0; asset < assetCount; asset++) {
    const lon = columns.assets.lon[asset];
    const lat = columns.assets.lat[asset];
    if (typeof lon !== "number" || typeof lat !== "number") continue;
    const point = project(lon, lat);
    positions.x[asset] = point.x;
    positions.y[asset] = point.y;
  }
  return positions;
}

/** Around nearly all places: the outermost hundredth on each side (overseas territories) may lie outside, but is not lost. */
export function mapFrame(positions: Positions): Frame {
  const x = span(positions.x, 0.01);
  const y = span(positions.y, 0.01);
  return x && y ? { x: widen(x), y: widen(y) } : europe;
}

function widen([low, high]: [number, number]): [number, number] {
  const extra = Math.max((high - low) * padding, (smallestSpan - (high - low)) / 2);
  return [low - extra, high + extra];
}

/** From the lowest to the highest value, without this share of them at either end; null where there is none. */
function span(values: Float64Array, tail: number): [number, number] | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const cut = Math.floor(sorted.length * tail);
  return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
}

/** Moves and scales positions so that they fill a frame as far as they can; one scale for both axes. */
export function fitInto(positions: Positions, frame: Frame): Positions {
  const x = span(positions.x, 0);
  const y = span(positions.y, 0);
  if (x === null || y === null) return positions;
  const share = (within: [number, number], of: [number, number]) =>
    of[1] === of[0] ? Infinity : (within[1] - within[0]) / (of[1] - of[0]);
  const wanted = Math.min(share(frame.x, x), share(frame.y, y));
  const scale = wanted === Infinity ? 1 : wanted;
  const middle = ([low, high]: [number, number]) => (low + high) / 2;
  return {
    x: positions.x.map((value) => middle(frame.x) + (value - middle(x)) * scale),
    y: positions.y.map((value) => middle(frame.y) + (value - middle(y)) * scale),
  };
}

/** A share of the way from one set of positions to another; an asset without a place in one of them is at the other's. */
export function between(from: Positions, to: Positions, share: number): Positions {
  const mix = (a: Float64Array, b: Float64Array) =>
    a.map((value, index) => {
      const end = b[index] ?? NaN;
      if (Number.isNaN(value) || Number.isNaN(end)) return end;
      return value + (end - value) * share;
    });
  return { x: mix(from.x, to.x), y: mix(from.y, to.y) };
}
