import { describe, expect, it } from "vitest";
import { refuseOtherAxes, refuseOtherCrs } from "../../../../datasets/formats/foreign/geojson-axes.ts";

const points = (...all: readonly (readonly [number, number, ...string[]])[]) =>
  all.map(([x, y, ...states]) => ({ x, y, states }));
const code = (name: string) => expect.objectContaining({ issue: expect.objectContaining({ code: name, file: "f" }) });

describe("refuseOtherAxes", () => {
  it.each([
    ["points in the States they state", points([13.4, 52.5, "DE"], [2.3, 48.9, "FR"])],
    ["one of several at home", points([52.5, 13.4, "DE"], [2.3, 48.9, "FR"])],
    ["points that state none", points([13.4, 52.5], [52.5, 13.4])],
    ["no points", []],
    ["points at sea that fit nowhere either way", points([-30, 40, "DE"])],
    ["numbers that are none", points([Number.NaN, Number.NaN, "DE"])],
  ])("takes %s", (_what, all) => {
    expect(() => refuseOtherAxes("f", all)).not.toThrow();
  });

  it.each([
    ["latitude first, told by the States", points([52.5, 13.4, "DE"], [48.9, 2.3, "FR"]), "GEO_SWAPPED"],
    ["latitude first, told by the poles", points([52.5, 113.4], [48.9, 102.3]), "GEO_SWAPPED"],
    ["metres", points([392_000, 5_820_000], [13.4, 52.5], [400_000, 5_800_000]), "GEO_PROJECTED"],
  ])("refuses %s", (_what, all, name) => {
    expect(() => refuseOtherAxes("f", all)).toThrow(code(name));
  });
});

describe("refuseOtherCrs", () => {
  const named = (name: unknown) => ({ type: "name", properties: { name } });
  it.each([
    undefined,
    null,
    named("urn:ogc:def:crs:OGC:1.3:CRS84"),
    named("urn:ogc:def:crs:EPSG::4326"),
    { properties: { code: 4326 } },
  ])("takes %j", (crs) => {
    expect(() => refuseOtherCrs("f", crs)).not.toThrow();
  });

  it.each([named("urn:ogc:def:crs:EPSG::3857"), { properties: { code: 25832 } }, named(4326), "EPSG:3857", {}])(
    "refuses %j",
    (crs) => {
      expect(() => refuseOtherCrs("f", crs)).toThrow(code("GEO_PROJECTED"));
    },
  );
});
