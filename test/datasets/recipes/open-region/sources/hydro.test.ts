import { describe, expect, it } from "vitest";
import { addReservoirs } from "../../../../../datasets/recipes/open-region/sources/hydro.ts";
import { onRawData } from "../raw-folder.ts";
import { draftOf, everyState, plainRows, readFolder, readFrom, refusal } from "../small-region.ts";

const file = "hydro.csv";
const least = { file, leastMw: 100, moreThanMm3: 5 };
const header = "id,name,installed_capacity_MW,type,country_code,lat,lon,volume_Mm3\n";

describe("reservoirs of the hydro-power database of the JRC", () => {
  it("are those with a dam or pumps that are large in MW or in m3", async () => {
    const draft = draftOf([], { states: ["AT", "GR"] });
    const text = `\uFEFF${header}H1,Kaprun,100,HDAM,AT,47.2,12.7,
H2,Wien,5,HPHS,AT,47.9,16,5.1
H3,Tiny,99,HDAM,AT,47.9,16,5
H4,River,300,HROR,AT,48.2,15.9,
H5,Kastraki,320,HDAM,EL,38.7,21.4,50
H6,Elsewhere,320,HDAM,CH,46,7,50
H7,Unknown,,HDAM,AT,46,7,
H8,Zero,200,HDAM,AT,46,7,0
`;
    const { value, files } = await readFrom({ [file]: text }, (raw) => addReservoirs(draft, raw, least));
    expect([...draft.assets.values()].map(({ id, name, capacity }) => [id, name, capacity])).toEqual([
      ["res:H1", "Kaprun reservoir", undefined],
      ["res:H2", "Wien reservoir", 5.1],
      ["res:H5", "Kastraki reservoir", 50],
      // A volume of 0 is none that is known.
      ["res:H8", "Zero reservoir", undefined],
    ]);
    expect(draft.assets.get("res:H5")?.states).toEqual([{ state: "GR", share: 1 }]);
    // Dams of any size and place: what a plant of another list may be matched with.
    expect([...value]).toEqual(["H1", "H2", "H3", "H5", "H6", "H7", "H8"]);
    expect(files[0]?.leftOut).toEqual({
      "under 100 MW and not over 5 million m3": 2,
      "run of river: no reservoir": 1,
      "outside the region": 1,
    });
  });

  it("are refused without a place", async () => {
    const text = `${header}H1,Kaprun,100,HDAM,AT,,12.7,\n`;
    const read = refusal({ [file]: text }, (raw) => addReservoirs(draftOf([], { states: ["AT"] }), raw, least));
    expect(await read).toMatchObject({ code: "RECIPE_VALUE_UNKNOWN", message: expect.stringContaining("row 2, lat") });
  });

  onRawData("are 1,890 with a dam and 172 with pumps of 4,178 plants; 1,081 volumes are known", async () => {
    const path = "jrc-hydro/jrc-hydro-power-plant-database.csv";
    const rows = await plainRows(path);
    const count = (wanted: string): number => rows.filter(({ type }) => type === wanted).length;
    expect([rows.length, count("HDAM"), count("HROR"), count("HPHS")]).toEqual([4178, 1890, 2116, 172]);
    expect(rows.filter((row) => Number(row["volume_Mm3"]) > 0)).toHaveLength(1081);
    const draft = draftOf([], { states: [...everyState] });
    const whole = { file: path, leastMw: 0, moreThanMm3: 0 };
    const { value, files } = await readFolder((raw) => addReservoirs(draft, raw, whole));
    expect([value.size, draft.assets.size]).toEqual([1890 + 172, 1890 + 172]);
    const dams = rows.filter((row) => row["type"] !== "HROR" && Number(row["volume_Mm3"]) > 0);
    expect([...draft.assets.values()].filter(({ capacity }) => capacity !== undefined)).toHaveLength(dams.length);
    expect(files[0]?.leftOut).toEqual({ "run of river: no reservoir": 2116 });
  });
});
