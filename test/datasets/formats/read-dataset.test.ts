import { describe, expect, it } from "vitest";
import { fileSetFromBytes, readDataset } from "../../../datasets/formats/index.ts";
import { encode, filesOf, soundFolder } from "../../support/rows-as-files.ts";

const header = "id,name,sector,kind,states,lon,lat,capacity,unit,black_start,produces,source";

/** The text of a large dataset of XA: `count` stations in a row, each depending on the one before and connected to it. */
function largeFolder(count: number, spoil: (row: number) => Record<string, string> = () => ({})) {
  const assets = [header];
  const dependencies = ["id,provider,dependent,group,need,share,lag_hours,source"];
  const connections = ["a,b,commodity,source"];
  for (let row = 2; row <= count + 1; row += 1) {
    const cells = {
      id: `A${row}`,
      name: `Station ${row}`,
      sector: "energy",
      kind: "substation",
      states: "XA",
      lat: "50",
    };
    const values: Record<string, string> = { ...cells, ...spoil(row) };
    assets.push(
      `${values["id"]},${values["name"]},${values["sector"]},${values["kind"]},${values["states"]},1,${values["lat"]},${values["capacity"] ?? ""},MW,${values["black_start"] ?? ""},electricity:1,s`,
    );
    const provider = values["provider"] ?? `A${row === 2 ? count + 1 : row - 1}`;
    dependencies.push(
      `d${row},${provider},A${row},${values["group"] ?? ""},${values["need"] ?? ""},${values["share"] ?? ""},,s`,
    );
    if (row > 2) connections.push(`A${row - 1},A${row},electricity,s`);
  }
  return {
    ...soundFolder,
    "assets.csv": assets.join("\n"),
    "dependencies.csv": dependencies.join("\n"),
    "connections.csv": connections.join("\n"),
  };
}

/** One fault per row, in turn, and what must be told of it. */
const faults: readonly (readonly [Record<string, string>, string, "assets" | "dependencies", string])[] = [
  [{ lat: "95" }, "VALUE_OUT_OF_RANGE", "assets", "lat"],
  [{ lat: "north" }, "CELL_NOT_NUMBER", "assets", "lat"],
  [{ name: "" }, "VALUE_MISSING", "assets", "name"],
  [{ sector: "enrgy" }, "SECTOR_UNKNOWN", "assets", "sector"],
  [{ kind: "" }, "VALUE_MISSING", "assets", "kind"],
  [{ states: "XQ" }, "STATE_UNNAMED", "assets", "states"],
  [{ states: "XA:0.5|XB" }, "CELL_NOT_STATES", "assets", "states"],
  [{ capacity: "-1" }, "VALUE_OUT_OF_RANGE", "assets", "capacity"],
  [{ black_start: "maybe" }, "CELL_NOT_BOOLEAN", "assets", "black_start"],
  [{ need: "0" }, "VALUE_OUT_OF_RANGE", "dependencies", "need"],
  [{ need: "3" }, "GROUP_NEED_UNREACHABLE", "dependencies", "need"],
  [{ share: "0" }, "VALUE_OUT_OF_RANGE", "dependencies", "share"],
  [{ provider: "nobody" }, "REFERENCE_UNKNOWN", "dependencies", "provider"],
  [{ provider: "@nothing" }, "COMMODITY_UNKNOWN", "dependencies", "provider"],
  [{ group: "@mine" }, "GROUP_NAME_RESERVED", "dependencies", "group"],
];

describe("readDataset", () => {
  it("tells exactly the 37 faults planted in 10,000 rows, each at its place", async () => {
    const planted = new Map(
      Array.from({ length: 37 }, (_, index) => [100 + index * 267, faults[index % faults.length]] as const),
    );
    const files = largeFolder(10_000, (row) => planted.get(row)?.[0] ?? {});
    const { dataset, issues } = await readDataset(filesOf(files, 65_536));
    const told = issues
      .filter(({ severity }) => severity === "error")
      .map(({ code, file, row, column }) => `${code} ${file} ${row} ${column}`);
    const expected = [...planted].map(([row, fault]) => `${fault?.[1]} ${fault?.[2]}.csv ${row} ${fault?.[3]}`);
    expect(told.toSorted()).toEqual(expected.toSorted());
    expect(dataset).toBeNull();
  });

  it("gives the same dataset whatever the order of rows", async () => {
    const files = {
      ...soundFolder,
      "dependencies.csv": "provider,dependent,buffer_hours,source\nP1,S1,4,s\nP1,S1,2,s\nS1,P1,,s\n",
    };
    const turned = Object.fromEntries(
      Object.entries(files).map(([path, text]) => {
        const [head, ...rows] = text.trim().split("\n");
        return [path, path.endsWith(".csv") ? [head, ...rows.toReversed()].join("\n") : text];
      }),
    );
    const { dataset } = await readDataset(filesOf(files));
    expect(dataset?.dependencies.map(({ id, bufferHours }) => [id, bufferHours])).toEqual([
      ["P1>S1", 2],
      ["P1>S1#2", 4],
      ["S1>P1", undefined],
    ]);
    expect((await readDataset(filesOf(turned))).dataset).toEqual(dataset);
  });

  it("leaves what is unknown out, and keeps own columns", async () => {
    const files = {
      ...soundFolder,
      "assets.csv":
        "id,name,sector,kind,states,lon,lat,black_start,source,x_note\nP1, Plant ,energy,power plant,XA,,,YES,s, as is \nS1,S,energy,substation,XA|XB,,,0,s,\n",
    };
    const { dataset } = await readDataset(filesOf(files));
    expect(dataset?.assets).toStrictEqual([
      {
        id: "P1",
        name: "Plant",
        sector: "energy",
        kind: "power plant",
        states: [{ state: "XA", share: 1 }],
        blackStart: true,
        source: "s",
        extra: { x_note: " as is " },
      },
      {
        id: "S1",
        name: "S",
        sector: "energy",
        kind: "substation",
        states: [
          { state: "XA", share: 0.5 },
          { state: "XB", share: 0.5 },
        ],
        blackStart: false,
        source: "s",
      },
    ]);
  });

  it("reads a bundle with native numbers and booleans, and names its parts in issues", async () => {
    const asset = { id: "P1", name: "P", sector: "energy", kind: "power plant", states: "XA", source: "s" };
    const bundle = (more: object) =>
      fileSetFromBytes(
        "b.json",
        encode(
          JSON.stringify({
            dataset: JSON.parse(soundFolder["dataset.json"] ?? ""),
            assets: [
              { ...asset, lon: 1, lat: "50", black_start: true, unit: null },
              { ...asset, id: "S1", ...more },
            ],
            dependencies: [{ provider: "P1", dependent: "S1", source: "s" }],
          }),
        ),
      );
    const sound = await readDataset(bundle({}));
    expect(sound.issues).toEqual([]);
    expect(sound.dataset?.assets[0]).toMatchObject({ lon: 1, lat: 50, blackStart: true });
    const placeOf = async (more: object) => (await readDataset(bundle(more))).issues[0];
    expect(await placeOf({ lat: 95, lon: 0 })).toMatchObject({ file: "b.json#/assets", row: 2, column: "lat" });
    expect(await placeOf({ colour: "red" })).toMatchObject({ code: "COLUMN_UNKNOWN", row: 2, column: "colour" });
    expect(await placeOf({ name: ["P"] })).toMatchObject({ code: "CELL_NOT_TEXT", row: 2, column: "name" });
    expect(await placeOf(JSON.parse('{"__proto__": {"lat": 1}}'))).toMatchObject({
      code: "COLUMN_UNKNOWN",
      column: "__proto__",
    });
    expect("lat" in {}).toBe(false);
  });

  it("says how far it is, and stops when told", async () => {
    const files = largeFolder(5_000);
    const rows: number[] = [];
    await readDataset(filesOf(files, 65_536), { onProgress: (count) => rows.push(count) });
    expect(rows.length).toBeGreaterThan(1);
    expect(rows).toEqual(rows.toSorted((one, other) => one - other));
    expect(rows.at(-1)).toBe(14_999);
    const controller = new AbortController();
    const reading = readDataset(filesOf(files, 65_536), {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error("enough")),
    });
    await expect(reading).rejects.toThrow("enough");
  });

  it("stops while rows are checked, when all are read", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const reading = readDataset(filesOf(largeFolder(5_000), 65_536), {
      signal: controller.signal,
      onProgress: (rows) => {
        seen.push(rows);
        if (rows === 14_999) controller.abort(new Error("enough"));
      },
    });
    await expect(reading).rejects.toThrow("enough");
    expect(seen.at(-1)).toBe(14_999);
  });

  it("reads and checks 11,000 assets and 22,000 other rows", async () => {
    const { dataset, counts } = await readDataset(filesOf(largeFolder(11_000), 65_536));
    expect(counts).toMatchObject({ assets: 11_000, dependencies: 11_000, connections: 10_999 });
    expect(dataset).not.toBeNull();
  });
});
