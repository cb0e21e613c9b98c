import { describe, expect, it } from "vitest";
import { addFertiliserPlants } from "../../../../../datasets/recipes/open-region/sources/fertiliser-plants.ts";
import { onRawData } from "../raw-folder.ts";
import { draftOf, everyState, plainRows, readFolder, readFrom, refusal } from "../small-region.ts";

const file = "ammonia.csv";
const header = "Plant,Ammonia [kt/a],Country,Latitude,Longitude\n";

describe("plants that make ammonia", () => {
  it("are numbered by their place in the list, those of other States too", async () => {
    const draft = draftOf([], { states: ["AT"] });
    const text = `${header}Elsewhere,500,Poland,51.4,21.9
Linz,500,Austria,48.29,14.33
Second,,Austria,48,14
`;
    const { files } = await readFrom({ [file]: text }, (raw) => addFertiliserPlants(draft, raw, file));
    expect([...draft.assets.values()]).toMatchObject([
      { id: "fert:1", name: "Linz", kind: "fertiliser plant", sector: "food", capacity: 500, unit: "kt NH3/a" },
      { id: "fert:2", name: "Second" },
    ]);
    expect(draft.assets.get("fert:2")).not.toHaveProperty("capacity");
    expect(files[0]).toMatchObject({ rowsIn: 3, rowsUsed: 2, leftOut: { "outside the region": 1 } });
  });

  it.each([
    ["in a country nobody knows", "A,1,Atlantis,48,14", "row 2, Country"],
    ["without a place", "A,1,Austria,,14", "row 2, Latitude"],
  ])("are refused %s", async (_, row, place) => {
    const draft = draftOf([], { states: ["AT"] });
    expect(
      await refusal({ [file]: `${header}${row}\n` }, (raw) => addFertiliserPlants(draft, raw, file)),
    ).toMatchObject({
      code: "RECIPE_VALUE_UNKNOWN",
      message: expect.stringContaining(place),
    });
  });

  onRawData("are 36 in 22 States", async () => {
    const path = "pypsa-eur-extras/ammonia_plants.csv";
    const rows = await plainRows(path);
    expect([rows.length, new Set(rows.map((row) => row["Country"])).size]).toEqual([36, 22]);
    const draft = draftOf([], { states: [...everyState] });
    await readFolder((raw) => addFertiliserPlants(draft, raw, path));
    const assets = [...draft.assets.values()];
    expect([assets.length, new Set(assets.map(({ states }) => states[0]?.state)).size]).toEqual([36, 22]);
    const kilotonnes = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0);
    expect(kilotonnes(assets.map(({ capacity = 0 }) => capacity))).toBe(
      kilotonnes(rows.map((row) => Number(row["Ammonia [kt/a]"]))),
    );
  });
});
