import { expect, it } from "vitest";
import { chooseFormat } from "../../../../datasets/formats/foreign/choose-format.ts";
import { ReadError } from "../../../../datasets/formats/read-error.ts";
import { filesOf } from "../../../support/foreign-formats.ts";

async function chosen(files: Readonly<Record<string, string>>) {
  const choice = await chooseFormat(filesOf("upload", new Map(Object.entries(files))));
  return choice.kind === "foreign" ? choice.format.id : choice.kind;
}

it.each([
  ["a folder of ours", { "dataset.json": "{}", "assets.csv": "id\n" }, "own"],
  ["a bundle of ours", { "b.json": '{"dataset": {}}' }, "own"],
  ["what looks like nothing", { "notes.txt": "hello" }, "own"],
  ["nothing", {}, "own"],
  ["GraphML", { "g.graphml": "<graphml xmlns='x'><graph/></graphml>" }, "graphml"],
  ["GeoJSON", { "g.json": '{"type": "FeatureCollection", "features": []}' }, "geojson"],
  ["a grid of GridKit", { "buses.csv": "bus_id,station_id,voltage,dc\n" }, "gridkit"],
  ["a table in any words", { "plants.csv": "Code,Label\n" }, "unsure"],
] as const)("%s", async (_what, files, kind) => {
  expect(await chosen(files)).toBe(kind);
});

it("files that cannot be listed are left to the reader, which says why", async () => {
  const files = {
    ...filesOf("bad.zip", new Map()),
    list: () => Promise.reject(new ReadError("ZIP_MALFORMED", { file: "bad.zip", text: "?" })),
  };
  expect(await chooseFormat(files)).toEqual({ kind: "own" });
});
