import { compareIds, distanceKm } from "../../../analyzer/index.ts";

interface Place {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
}

/** A place that was found, and how far away it is. */
export interface Found<T> {
  readonly place: T;
  readonly km: number;
}

const kmPerDegree = 111.19;

/**
 * Places in cells of one degree, to find those near to a point. Built in linear time; a look-up costs the places in the
 * cells that its reach touches.
 */
export class PlaceIndex<T extends Place> {
  readonly #cells = new Map<string, T[]>();

  constructor(places: Iterable<T>) {
    for (const place of places) {
      const cell = cellOf(Math.floor(place.lon), Math.floor(place.lat));
      const held = this.#cells.get(cell);
      if (held === undefined) this.#cells.set(cell, [place]);
      else held.push(place);
    }
  }

  /** The nearest that are accepted, at most `count` and none beyond `reachKm`: the nearest first, equal distances by id. */
  nearest(
    point: { readonly lon: number; readonly lat: number },
    count: number,
    reachKm: number,
    accept: (place: T) => boolean = () => true,
  ): Found<T>[] {
    const found: Found<T>[] = [];
    for (const place of this.#around(point.lon, point.lat, reachKm)) {
      if (!accept(place)) continue;
      const km = distanceKm(point, place);
      if (km <= reachKm) found.push({ place, km });
    }
    return found.sort((a, b) => a.km - b.km || compareIds(a.place.id, b.place.id)).slice(0, count);
  }

  *#around(lon: number, lat: number, reachKm: number): Generator<T> {
    const up = reachKm / kmPerDegree + 0.01;
    const furthest = Math.abs(lat) + up;
    // The cosine of a latitude in degrees shrinks a degree of longitude; round a pole that is in reach every longitude lies.
    const across = furthest < 90 ? up / Math.cos((furthest * Math.PI) / 180) + 0.01 : 180;
    if (across >= 180) {
      for (const places of this.#cells.values()) yield* places;
      return;
    }
    const columns = new Set<number>();
    for (let x = Math.floor(lon - across); x <= Math.floor(lon + across); x += 1) columns.add(wrapped(x));
    for (let y = Math.floor(lat - up); y <= Math.floor(lat + up); y += 1) {
      for (const x of columns) yield* this.#cells.get(cellOf(x, y)) ?? [];
    }
  }
}

/** A column of cells, -180 to 179: east of 180 degrees is west. */
function wrapped(column: number): number {
  return ((((column + 180) % 360) + 360) % 360) - 180;
}

function cellOf(column: number, row: number): string {
  return `${wrapped(column)} ${row}`;
}
