import { describe, expect, it } from "vitest";
import { addHospitals } from "../../../../../datasets/recipes/open-region/sources/hospitals.ts";
import { onRawData } from "../raw-folder.ts";
import { draftOf, everyState, plainRows, readFolder, readFrom, refusal } from "../small-region.ts";

const file = "healthsites/hospitals.csv";
const header = "osm_id,osm_type,name,iso3c,lat,lon,beds\n";

describe("hospitals of healthsites.io", () => {
  it("are put in with a name; what is no hospital by its name, elsewhere or there twice is not", async () => {
    const draft = draftOf([], { states: ["KE", "CD"] });
    const text = `${header}1,node,Kenyatta,KEN,-1.3,36.8,1800
1,way,Pumwani,KEN,-1.28,36.85,
2,node,,KEN,-1,36,
3,node,Elsewhere,DEU,50,8,
1,node,Kenyatta again,KEN,-1.3,36.8,
`;
    const { files, dropped } = await readFrom({ [file]: text }, (raw) => addHospitals(draft, raw, file));
    expect([...draft.assets.values()]).toEqual([
      {
        id: "hosp:n1",
        name: "Kenyatta",
        sector: "health",
        kind: "hospital",
        states: [{ state: "KE", share: 1 }],
        lon: 36.8,
        lat: -1.3,
        capacity: 1800,
        unit: "beds",
        source: "healthsites",
        licence: "ODbL-1.0",
        extra: { x_source_id: "node 1" },
      },
      expect.objectContaining({ id: "hosp:w1", name: "Pumwani" }),
    ]);
    expect(draft.assets.get("hosp:w1")).not.toHaveProperty("capacity");
    expect(files[0]).toMatchObject({
      rowsIn: 5,
      rowsUsed: 2,
      leftOut: { "without a name": 1, "outside the region": 1 },
    });
    expect(dropped).toEqual([{ file, row: 6, id: "n1", reason: "the id is there twice" }]);
  });

  it.each([
    ["CDS Gasamanzuki", false],
    ["CDSE Gasa", true],
    ["Centre de Santé La Vie", false],
    ["CENTRE DE SANTE ESPOIR", false],
    ["Centro de Saúde de Ribaue", false],
    ["Posto Medico", false],
    ["Poston Hospital", true],
    ["Mweiga Health Centre", false],
    ["Kibera Clinic", false],
    ["Clinical Officers Hospital", true],
    ["Hôpital de la Clinique Ngaliema", true],
  ])("%s is a hospital: %s", async (name, isHospital) => {
    const draft = draftOf([], { states: ["CD"] });
    const text = `${header}1,node,${name},COD,-4.3,15.3,\n`;
    await readFrom({ [file]: text }, (raw) => addHospitals(draft, raw, file));
    expect(draft.assets.size).toBe(isHospital ? 1 : 0);
  });

  it("with beds in words are refused", async () => {
    const text = `${header}1,node,Kenyatta,KEN,-1.3,36.8,many\n`;
    const read = refusal({ [file]: text }, (raw) => addHospitals(draftOf([], { states: ["KE"] }), raw, file));
    expect(await read).toMatchObject({ code: "RECIPE_VALUE_UNKNOWN", message: expect.stringContaining("row 2, beds") });
  });

  onRawData("are 5,818 rows of 15 States, 28 of them with beds", async () => {
    const raw = "healthsites-eastern-africa/hospitals.csv";
    const rows = await plainRows(raw);
    expect([rows.length, new Set(rows.map(({ iso3c }) => iso3c)).size]).toEqual([5818, 15]);
    expect(rows.filter(({ beds }) => beds !== "")).toHaveLength(28);
    const draft = draftOf([], { states: [...everyState] });
    const { files } = await readFolder((folder) => addHospitals(draft, folder, raw));
    const { "without a name": nameless, ...others } = files[0]?.leftOut ?? {};
    expect(nameless).toBe(rows.filter(({ name }) => name === "").length);
    expect(Object.keys(others)).toEqual(["a health centre or clinic by its name"]);
    // Each id once; a name in French begins a health centre in either spelling.
    const names = new Set(rows.map((row) => `${row["osm_type"]} ${row["osm_id"]}`));
    expect(draft.assets.size).toBeLessThanOrEqual(names.size);
    const left = [...draft.assets.values()].filter(({ name }) => /^centre de sant/iu.test(name));
    expect(left).toEqual([]);
  });
});
