import { describe, expect, it } from "vitest";
import type { PlacedAsset } from "../../../../../datasets/recipes/open-region/draft.ts";
import { r7 } from "../../../../../datasets/recipes/open-region/rules/r7-city-hospitals.ts";
import { asset, draftOf } from "../small-region.ts";

/** A hospital so many hundredths of a degree (1.11 km) east of the city. */
const hospital = (id: string, hundredths: number, beds?: number, state = "AA"): PlacedAsset =>
  asset(id, "hospital", hundredths / 100, 0, { state, ...(beds === undefined ? {} : { capacity: beds }) });

function healthOf(hospitals: readonly PlacedAsset[], settings = {}) {
  const draft = draftOf([asset("c", "city", 0, 0), ...hospitals]);
  r7.join(draft, settings);
  return draft.dependencies;
}

describe("R7", () => {
  it("takes the four largest by beds, then the nearer, then by id; each covers an equal part", () => {
    const rows = healthOf([
      hospital("far", 22),
      hospital("large", 20, 900),
      hospital("near-b", 3),
      hospital("near-a", 3),
      hospital("small", 1, 10),
      hospital("abroad", 1, 2000, "BB"),
    ]);
    expect(rows.map(({ provider }) => provider)).toEqual(["large", "small", "near-a", "near-b"]);
    expect(rows.map(({ share }) => share)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(rows[0]).toMatchObject({
      id: "R7:large>c",
      group: "health",
      commodity: "health-care",
      confidence: 0.8,
      loss: 0.2,
      assumed: ["loss", "share"],
    });
  });

  it("covers the whole by one, and the city by none beyond 25 km", () => {
    const [only] = healthOf([hospital("only", 22)]);
    expect(only).toMatchObject({ provider: "only", distanceKm: 24.5 });
    expect(only).not.toHaveProperty("share");
    // 0.23 degrees are 25.6 km.
    expect(healthOf([hospital("beyond", 23, 5000)])).toEqual([]);
    expect(healthOf([hospital("beyond", 23, 5000)], { reachKm: 26 })).toHaveLength(1);
  });

  it("takes as many as the region says, the parts a whole again", () => {
    const rows = healthOf(
      [1, 2, 3, 4, 5].map((each) => hospital(`h${each}`, each)),
      { count: 3 },
    );
    expect(rows.map(({ share }) => share)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });
});
