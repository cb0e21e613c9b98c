import { describe, expect, it } from "vitest";
import { fuelWord } from "../../../../../datasets/recipes/open-region/sources/plant.ts";
import { addPlants } from "../../../../../datasets/recipes/open-region/sources/plants.ts";
import { draftOf, readFrom } from "../small-region.ts";

const files = {
  "gppd.csv": "country,name,gppd_idnr,capacity_mw,latitude,longitude,fuel1\nKEN,Olkaria,KEN1,50,-0.9,36.3,Geothermal\n",
  "ppm.csv":
    "id,Name,Fueltype,Country,Capacity,DateOut,lat,lon,EIC,projectID\n7,Linz,Natural Gas,Austria,500,,48,14,,\n",
};

describe("plants of several lists", () => {
  it("are put in with their list's source, and produce what they can", async () => {
    const draft = draftOf([], { states: ["KE", "AT"] });
    const lists = [
      { format: "gppd", file: "gppd.csv", leastMw: 10 },
      { format: "powerplantmatching", file: "ppm.csv", leastMw: 100 },
    ] as const;
    const { value } = await readFrom(files, (raw) => addPlants(draft, raw, lists, new Set()));
    expect(value.map(({ id }) => id)).toEqual(["gppd:KEN1", "pp:7"]);
    expect([...draft.assets.values()]).toMatchObject([
      {
        id: "gppd:KEN1",
        kind: "power plant",
        subsector: "geothermal",
        capacity: 50,
        unit: "MW",
        produces: [{ commodity: "electricity", amount: 50 }],
        source: "wri-gppd",
        extra: { x_source_id: "KEN1" },
      },
      { id: "pp:7", subsector: "natural-gas", source: "powerplantmatching" },
    ]);
    expect(draft.assets.get("pp:7")).not.toHaveProperty("extra");
  });

  it("name a fuel as one word", () => {
    expect(["Natural Gas", "Wave and Tidal", "Hydro"].map(fuelWord)).toEqual([
      "natural-gas",
      "wave-and-tidal",
      "hydro",
    ]);
  });
});
