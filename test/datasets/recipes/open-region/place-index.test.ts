import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceKm } from "../../../../analyzer/index.ts";
import { PlaceIndex } from "../../../../datasets/recipes/open-region/place-index.ts";
import { engineLaw } from "../../../support/law.ts";

/** Half the way round the Earth and more. */
const furthestKm = 25_000;

const anyLon = fc.double({ min: -180, max: 180, noNaN: true });
const anyLat = fc.double({ min: -90, max: 90, noNaN: true });
/** Near the antimeridian, and on it from both sides. */
const farLon = fc.oneof(fc.constantFrom(-180, 180), fc.double({ min: 178, max: 180, noNaN: true }));
const lon = fc.oneof(
  anyLon,
  farLon,
  farLon.map((degrees) => -degrees),
);
const polarLat = fc.oneof(fc.constant(90), fc.double({ min: 87, max: 90, noNaN: true }));
const lat = fc.oneof(
  anyLat,
  polarLat,
  polarLat.map((degrees) => -degrees),
);
const anywhere = fc.record({ lon, lat });
/** Close to one another, and often in one place: ties are broken by id. */
const together = fc.record({ lon: fc.integer({ min: -2, max: 2 }), lat: fc.integer({ min: -1, max: 1 }) });
/** A few degrees round a pole. */
const polar = fc.record({ lon: anyLon, lat: fc.double({ min: 88, max: 90, noNaN: true }) });

const search = fc.constantFrom(anywhere, together, polar).chain((place) =>
  fc.record({
    places: fc.array(fc.record({ place, accepted: fc.boolean() }), { maxLength: 40 }),
    point: place,
    count: fc.integer({ min: 0, max: 12 }),
    reachKm: fc.oneof(
      fc.double({ min: 0, max: furthestKm, noNaN: true }),
      fc.double({ min: 0, max: 300, noNaN: true }),
    ),
  }),
);

describe("the index of places", () => {
  engineLaw("finds what a look at every place finds", search, ({ places, point, count, reachKm }) => {
    const all = places.map(({ place, accepted }, index) => ({ id: `p${index}`, ...place, accepted }));
    const plain = all
      .filter(({ accepted }) => accepted)
      .map((place) => ({ place, km: distanceKm(point, place) }))
      .filter(({ km }) => km <= reachKm)
      .sort((a, b) => a.km - b.km || (a.place.id < b.place.id ? -1 : 1))
      .slice(0, count);
    expect(new PlaceIndex(all).nearest(point, count, reachKm, ({ accepted }) => accepted)).toEqual(plain);
  });

  it("finds over the antimeridian and over a pole", () => {
    const places = [
      { id: "fiji", lon: 179.9, lat: 0 },
      { id: "beyond", lon: -179.9, lat: 0 },
      { id: "north", lon: 0, lat: 89.9 },
    ];
    const index = new PlaceIndex(places);
    const ids = (at: number, north: number, km: number) =>
      index.nearest({ lon: at, lat: north }, 3, km).map(({ place }) => place.id);
    // 0.2 and 0.05 degrees of 111.195 km.
    expect(ids(-179.95, 0, 20)).toEqual(["beyond", "fiji"]);
    expect(ids(-179.95, 0, 10)).toEqual(["beyond"]);
    // The pole lies between them: 0.2 degrees.
    expect(ids(180, 89.9, 23)).toEqual(["north"]);
    expect(ids(180, 89.9, 22)).toEqual([]);
    // Half a degree from the pole, a place 0.45 degrees away lies 60 degrees of longitude further and more.
    expect(ids(53, 89.5, 52)).toEqual(["north"]);
  });

  it("orders equal distances by id", () => {
    const index = new PlaceIndex([
      { id: "b", lon: 1, lat: 0 },
      { id: "a", lon: -1, lat: 0 },
    ]);
    expect(index.nearest({ lon: 0, lat: 0 }, 2, 112).map(({ place }) => place.id)).toEqual(["a", "b"]);
    expect(index.nearest({ lon: 0, lat: 0 }, 1, 112).map(({ place }) => place.id)).toEqual(["a"]);
    expect(index.nearest({ lon: 0, lat: 0 }, 2, 111)).toEqual([]);
  });
});
