import { draw } from "./draw.ts";
import { syntheticKinds } from "./kinds.ts";
import { NearestPoints } from "./nearest-points.ts";
import { type PlacedAssets, widthKm } from "./place-assets.ts";

/** Who needs whom, by number: of the dependent its service and up to two providers, -1 where there is one only. */
export interface Needs {
  readonly dependent: Int32Array;
  /** Place in the services of the dependent's kind. */
  readonly service: Uint8Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Lines of the electricity network, by number. */
export interface Lines {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/**
 * Every service goes to the nearest providers of its kind; a second one with the chance `redundancy`, where the kind looks for
 * two. O(assets) look-ups.
 */
export function linkNeeds({ kind, x, y }: PlacedAssets, redundancy: number, seed: number): Needs {
  const rows = { dependent: [] as number[], service: [] as number[], first: [] as number[], second: [] as number[] };
  syntheticKinds.forEach(({ services }, of) => {
    services.forEach(({ from, providers }, service) => {
      const provider = syntheticKinds.findIndex((each) => each.kind === from);
      const near = indexOf(kind, provider, x, y);
      for (let asset = kind.indexOf(of); asset !== -1 && kind[asset] === of; asset += 1) {
        const isRedundant = providers > 1 && draw(seed, 20 + service, asset) < redundancy;
        const [first = -1, second = -1] = near.nearest(asset, isRedundant ? 2 : 1);
        if (first === -1) continue;
        rows.dependent.push(asset);
        rows.service.push(service);
        rows.first.push(first);
        rows.second.push(second);
      }
    });
  });
  return {
    dependent: Int32Array.from(rows.dependent),
    service: Uint8Array.from(rows.service),
    first: Int32Array.from(rows.first),
    second: Int32Array.from(rows.second),
  };
}

/**
 * Each substation is joined to the nearest one before it, so that all are one network over all borders, and to its nearest; each
 * plant to its nearest substation.
 */
export function linkLines({ kind, x, y }: PlacedAssets): Lines {
  const [substation, plant] = ["substation", "power plant"].map((of) =>
    syntheticKinds.findIndex((each) => each.kind === of),
  );
  const of = (number: number | undefined): number[] => {
    const from = kind.indexOf(number ?? -1);
    return Array.from({ length: kind.lastIndexOf(number ?? -1) - from + 1 }, (_, at) => from + at);
  };
  const substations = of(substation);
  const lines = new Set<number>();
  const join = (one: number, other: number): void => {
    lines.add(Math.min(one, other) * kind.length + Math.max(one, other));
  };
  const before = new NearestPoints(x, y, widthKm, substations.length);
  for (const asset of substations) {
    for (const other of before.nearest(asset, 1)) join(asset, other);
    before.add(asset);
  }
  for (const asset of substations) for (const other of before.nearest(asset, 1)) join(asset, other);
  for (const asset of of(plant)) for (const other of before.nearest(asset, 1)) join(asset, other);
  const ordered = [...lines].sort((one, other) => one - other);
  return {
    a: Int32Array.from(ordered, (line) => Math.floor(line / kind.length)),
    b: Int32Array.from(ordered, (line) => line % kind.length),
  };
}

function indexOf(kind: Uint8Array, of: number, x: Float64Array, y: Float64Array): NearestPoints {
  const [from, to] = [kind.indexOf(of), kind.lastIndexOf(of)];
  const near = new NearestPoints(x, y, widthKm, to - from + 1);
  for (let asset = from; asset <= to; asset += 1) near.add(asset);
  return near;
}
