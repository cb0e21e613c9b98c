import { describe, expect, it } from "vitest";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { geojson } from "../../../../datasets/formats/foreign/geojson.ts";
import { readForeign } from "../../../../datasets/formats/foreign/read-foreign.ts";
import type { FileSet } from "../../../../datasets/formats/index.ts";
import type { ReadOutcome } from "../../../../datasets/formats/read-dataset.ts";
import { readFiles, roundTrip } from "../../../support/foreign-formats.ts";
import { asGrid, codesOf, told } from "../../../support/foreign-outcome.ts";
import { oddDataset } from "../../../support/odd-dataset.ts";
import { assetRow, connectionRow, datasetOf } from "../../../support/rows.ts";

interface Members {
  readonly [name: string]: unknown;
}

function read(value: unknown, caps = defaultCaps): Promise<ReadOutcome> {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return readFiles(geojson, new Map([["places.geojson", text]]), { ...asGrid, caps });
}

function collection(features: readonly unknown[], more: Members = {}): Members {
  return { type: "FeatureCollection", ...more, features };
}

function feature(id: string, geometry: unknown, properties: Members = {}): Members {
  return { type: "Feature", geometry, properties: { id, ...properties } };
}

function point(id: string, coordinates: readonly unknown[], properties: Members = {}): Members {
  return feature(id, { type: "Point", coordinates }, properties);
}

const berlin = [13.4, 52.5];

describe("GeoJSON as others write it", () => {
  it("reads points, numbered ids of features, and lines with ends", async () => {
    const line = { type: "LineString", coordinates: [berlin, [13, 52], [12, 51]] };
    const outcome = await read(
      collection(
        [
          {
            type: "Feature",
            id: 1,
            geometry: { type: "Point", coordinates: berlin },
            properties: { name: "West", kV: 380 },
          },
          { type: "Feature", id: 2, geometry: null, properties: null },
          feature("L", line, { a: "1", b: "2" }),
          feature("D", line, { provider: "1", dependent: "2" }),
        ],
        { name: "layer", crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } } },
      ),
    );
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome.dataset?.assets).toMatchObject([
      { id: "1", name: "West", lon: 13.4, lat: 52.5, extra: { x_kV: "380" } },
      { id: "2" },
    ]);
    expect(outcome.dataset?.assets[1]?.lon).toBeUndefined();
    expect(outcome.dataset?.connections).toMatchObject([{ id: "L", a: "1", b: "2" }]);
    expect(outcome.dataset?.dependencies).toMatchObject([{ id: "D", provider: "1", dependent: "2" }]);
  });

  it("finds the State of a point that states none", async () => {
    const { dataset } = await readFiles(
      geojson,
      new Map([["places.geojson", JSON.stringify(collection([point("x", berlin)]))]]),
      { ...asGrid, mapping: { assets: { constants: { sector: "energy", kind: "substation" } } } },
    );
    expect(dataset?.assets).toMatchObject([{ states: [{ state: "DE" }], assumed: ["name", "states"] }]);
  });

  it("reads other geometries without a place and says how many", async () => {
    const ring = [[berlin, [13, 52], [12, 51], berlin]];
    const outcome = await read(
      collection([
        feature("p", { type: "Polygon", coordinates: ring }),
        feature("q", { type: "Polygon", coordinates: ring }),
        feature("r", { type: "GeometryCollection", geometries: [] }),
        feature("s", { type: "LineString", coordinates: [berlin, berlin] }),
        point("t", []),
      ]),
    );
    expect(outcome.dataset?.assets.map(({ id, lon }) => [id, lon])).toEqual(
      ["p", "q", "r", "s", "t"].map((id) => [id, undefined]),
    );
    const issues = told(outcome, "GEO_NOT_POINT");
    expect(issues.map(({ row }) => row)).toEqual([1, 3, 4, 5]);
    expect(issues[0]?.text).toContain(": 2,");
  });

  it("takes the geometry where the properties say otherwise, and leaves heights", async () => {
    const outcome = await read(collection([point("x", [13.4, 52.5, 34], { lon: 1, lat: 52.5 })]));
    expect(outcome.dataset?.assets).toMatchObject([{ lon: 13.4, lat: 52.5 }]);
    expect(codesOf(outcome)).toEqual(expect.arrayContaining(["VALUE_REPAIRED", "PART_NOT_READ"]));
  });

  it("tells what stands beside the properties of features, once each", async () => {
    const beside = { ...point("a", berlin), tippecanoe: { minzoom: 4 }, bbox: [1, 2, 3, 4] };
    const outcome = await read(collection([beside, { ...point("b", berlin), tippecanoe: {} }]));
    expect(told(outcome, "PART_NOT_READ")).toMatchObject([
      { row: 1, column: "tippecanoe", text: expect.stringContaining(": 2, the first here.") },
    ]);
  });

  it("reads one feature by itself", async () => {
    expect((await read(point("x", berlin))).dataset?.assets).toHaveLength(1);
  });

  it("leaves a wrong point among right ones to the check", async () => {
    const outcome = await read(collection([point("x", berlin), point("y", berlin), point("z", [13, 5250])]));
    expect(codesOf(outcome)).not.toContain("GEO_PROJECTED");
    expect(outcome.issues).toContainEqual(expect.objectContaining({ severity: "error", row: 3, column: "lat" }));
  });
});

describe("GeoJSON that is refused", () => {
  it.each([
    [
      "latitude first, beyond a pole",
      collection([point("x", [-33.9, 151.2]), point("y", [-27.5, 153]), point("z", [0, 0])]),
      "GEO_SWAPPED",
    ],
    [
      "latitude first, told by the States",
      collection([
        point("x", [52.5, 13.4], { states: "DE" }),
        point("y", [48.9, 2.3], { states: "FR:0.5|BE:0.5" }),
        point("z", [0, 0]),
      ]),
      "GEO_SWAPPED",
    ],
    ["metres", collection([point("x", [392_000, 5_820_000]), point("y", [1_492_000, 6_894_000])]), "GEO_PROJECTED"],
    [
      "another system by name",
      collection([point("x", berlin)], { crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3857" } } }),
      "GEO_PROJECTED",
    ],
    [
      "another system by code",
      collection([point("x", berlin)], { crs: { type: "EPSG", properties: { code: 25832 } } }),
      "GEO_PROJECTED",
    ],
    ["another system by link", collection([], { crs: { type: "link", properties: { href: "x" } } }), "GEO_PROJECTED"],
    ["a geometry alone", { type: "Point", coordinates: berlin }, "FILE_KIND_UNKNOWN"],
    ["a topology", { type: "Topology", objects: {} }, "FILE_KIND_UNKNOWN"],
    ["features that are no list", { type: "FeatureCollection", features: {} }, "FILE_KIND_UNKNOWN"],
    ["a list", [], "FILE_KIND_UNKNOWN"],
    ["a feature that is none", collection([point("x", berlin), "y"]), "ROW_NOT_OBJECT"],
    ["a geometry that is none", collection([feature("x", "POINT (1 2)")]), "ROW_NOT_OBJECT"],
    ["a key twice", '{"type":"FeatureCollection","features":[],"features":[]}', "JSON_KEY_REPEATED"],
    [
      "coordinates nested too deep",
      `{"type":"FeatureCollection","features":[{"geometry":{"coordinates":${"[".repeat(100_000)}`,
      "JSON_TOO_DEEP",
    ],
  ])("%s", async (_, value, code) => {
    const outcome = await read(value);
    expect(outcome.dataset).toBeNull();
    expect(told(outcome, code)).toMatchObject([{ severity: "error", file: expect.stringContaining("places.geojson") }]);
  });

  it.each([
    "EPSG:4326",
    "urn:ogc:def:crs:EPSG::4326",
    "http://www.opengis.net/def/crs/EPSG/0/4326",
    "urn:ogc:def:crs:OGC::CRS84",
  ])("but not %s", async (name) => {
    const outcome = await read(collection([point("x", berlin)], { crs: { type: "name", properties: { name } } }));
    expect(outcome.dataset?.assets).toHaveLength(1);
  });

  it("places at sea whose States cannot be told are not taken for swapped", async () => {
    const outcome = await read(collection([point("x", [6, 54.5], { states: "DE" })]));
    expect(outcome.dataset?.assets).toHaveLength(1);
  });
});

describe("a geometry of a million coordinates", () => {
  const coordinates = `[${Array.from({ length: 1_000_000 }, (_, at) => `[${at % 90},${at % 80}]`).join(",")}]`;
  const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"x"},"geometry":{"type":"MultiPoint","coordinates":${coordinates}}}]}`;

  it("is one row without a place", async () => {
    const outcome = await read(text);
    expect(outcome.counts.assets).toBe(1);
    expect(told(outcome, "GEO_NOT_POINT")).toHaveLength(1);
  });

  it("is not read over the cap", async () => {
    expect(codesOf(await read(text, { ...defaultCaps, jsonBytes: 1_000_000 }))).toContain("FILE_TOO_LARGE");
  });
});

it("ten million coordinates are refused before they fill the memory", async () => {
  const part = Buffer.from("[10,50],".repeat(1000));
  const ends = ['{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"coordinates":[', "[0,0]]}}]}"];
  let given = 0;
  const files: FileSet = {
    name: "fine.geojson",
    list: () => Promise.resolve(["fine.geojson"]),
    size: () => Promise.resolve(part.length * 10_000),
    async *open() {
      yield Buffer.from(ends[0] ?? "");
      for (let at = 0; at < 10_000; at += 1) {
        given += 1000;
        yield part;
      }
      yield Buffer.from(ends[1] ?? "");
    },
  };
  const before = process.memoryUsage().rss;
  const outcome = await readForeign(files, geojson, asGrid);
  expect(told(outcome, "GEO_TOO_FINE")).toMatchObject([{ file: "fine.geojson", severity: "error" }]);
  expect([outcome.dataset, outcome.counts.assets]).toEqual([null, 0]);
  expect(given).toBeLessThan(3_100_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
}, 60_000);

describe("GeoJSON of ours", () => {
  it("keeps every text and value", async () => {
    const { written, outcome } = await roundTrip(geojson, oddDataset());
    expect(written.lost).toEqual([]);
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome.dataset).toEqual(oddDataset());
  });

  it("keeps half a place, and draws no line to it", async () => {
    const dataset = datasetOf({
      assets: [
        assetRow("A", { lon: 1, lat: 50 }),
        assetRow("B", { lon: 2 }),
        assetRow("C", { lon: -170.123456789012, lat: 0 }),
      ],
      connections: [connectionRow("A", "B"), connectionRow("A", "C")],
    });
    const text = String((await geojson.write?.(dataset))?.files.get("places.geojson"));
    const geometries = (JSON.parse(text) as { features: { geometry: object | null }[] }).features.map(
      ({ geometry }) => geometry,
    );
    expect(geometries).toEqual([
      { type: "Point", coordinates: [1, 50] },
      null,
      { type: "Point", coordinates: [-170.123456789012, 0] },
      null,
      {
        type: "LineString",
        coordinates: [
          [1, 50],
          [-170.123456789012, 0],
        ],
      },
    ]);
    expect((await roundTrip(geojson, dataset)).outcome.issues).toContainEqual(
      expect.objectContaining({ row: 2, text: "lon is given without lat: give both or none." }),
    );
  });
});
