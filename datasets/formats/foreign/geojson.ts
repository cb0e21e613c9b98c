import type { Asset, Dataset, Table } from "../../../analyzer/index.ts";
import { descriptionSchema } from "../description.ts";
import { inSchemaOrder } from "../in-schema-order.ts";
import { formatIssue, ReadError } from "../read-error.ts";
import { loadJson } from "../read-json.ts";
import { rowCells } from "../row-cells.ts";
import { CountedIssues } from "./counted-issues.ts";
import type { Format, FormatInput, Written } from "./format.ts";
import { refuseOtherAxes, refuseOtherCrs } from "./geojson-axes.ts";
import { descriptionAttribute } from "./graph-rows.ts";
import { onlyFile } from "./only-file.ts";

/** GeoJSON: points are assets, lines with ends connections or dependencies. Longitude first, WGS 84. */
export const geojson: Format = {
  id: "geojson",
  title: "GeoJSON",
  ending: ".geojson",
  async detect({ paths, head }) {
    const [path] = paths;
    if (paths.length !== 1 || path === undefined || !/\.(geo)?json$/iu.test(path)) return 0;
    const text = await head(path);
    if (!/^\s*\{/u.test(text)) return 0;
    if (/"type"\s*:\s*"FeatureCollection"/u.test(text)) return 0.95;
    return /"type"\s*:\s*"Feature"/u.test(text) || /\.geojson$/iu.test(path) ? 0.7 : 0;
  },
  read,
  write: (dataset) => Promise.resolve(write(dataset)),
};

/** Each is a list of its own once it is read: some hundred bytes. */
const mostPositions = 3_000_000;

type Members = Readonly<Record<string, unknown>>;

/** A feature, taken apart as far as its geometry is a place. */
interface Feature {
  readonly row: number;
  readonly properties: Members;
  readonly table: Table;
  /** Type of the geometry, or null where there is none. */
  readonly geometry: string | null;
  readonly position: readonly number[] | null;
  /** Whether it is a line that says no more than where it ends. */
  readonly isStraight: boolean;
  /** Members of the feature that GeoJSON has no word for. */
  readonly others: readonly string[];
}

async function read(input: FormatInput): Promise<object | null> {
  const { reading } = input;
  const file = onlyFile(input, /\.(geo)?json$/iu);
  await refuseTooFine(input, file);
  const root = await loadJson(input.files, file, file, reading.caps);
  const list = featuresOf(root, file);
  refuseOtherCrs(file, list.crs);
  const counted = new CountedIssues(reading.issues);
  const features: Feature[] = [];
  for (const [at, value] of list.features.entries()) {
    const feature = featureOf(value, at + 1);
    if (feature !== null) features.push(feature);
    else {
      const text = "It is no feature: an object with properties and a geometry.";
      reading.issues.add(formatIssue("ROW_NOT_OBJECT", { file, row: at + 1, text }));
    }
  }
  refuseOtherAxes(
    file,
    features.flatMap(({ table, position, properties }) =>
      table === "assets" && position !== null ? [{ ...pointOf(position), states: codesOf(properties["states"]) }] : [],
    ),
  );
  for (const feature of features) {
    for (const column of feature.others) {
      const text = `${column} stands beside the properties of a feature, where nothing is read`;
      counted.count({ code: "PART_NOT_READ", file, column, text }, feature.row);
    }
    const place = placeOf(feature, file, counted);
    await input.rows.add(feature.table, `${file}#/${feature.table}`, feature.row, { ...feature.properties, ...place });
  }
  counted.tell();
  return isMembers(list.description) ? list.description : null;
}

const featureMembers = ["type", "id", "geometry", "properties", "bbox"];
const openingBracket = 0x5b;

/** Refuses more positions than memory should be filled with, before any of them is built. */
async function refuseTooFine({ files, reading }: FormatInput, file: string): Promise<void> {
  let lists = 0;
  let size = 0;
  for await (const part of files.open(file)) {
    for (const byte of part) if (byte === openingBracket) lists += 1;
    size += part.length;
    if (lists > mostPositions) {
      const text = `The file has more than ${mostPositions} positions: simplify its lines and areas, of which only points and ends are read.`;
      throw new ReadError("GEO_TOO_FINE", { file, text });
    }
    // The reader of JSON says so.
    if (size > reading.caps.jsonBytes) return;
  }
}

function featuresOf(root: unknown, file: string): { features: readonly unknown[]; crs: unknown; description: unknown } {
  if (isMembers(root)) {
    const { features, crs, [descriptionAttribute]: description } = root;
    if (root["type"] === "FeatureCollection" && Array.isArray(features)) return { features, crs, description };
    if (root["type"] === "Feature") return { features: [root], crs, description };
  }
  const text = "The file is no GeoJSON of features: it needs a FeatureCollection with a list of features.";
  throw new ReadError("FILE_KIND_UNKNOWN", { file, text });
}

function featureOf(value: unknown, row: number): Feature | null {
  if (!isMembers(value)) return null;
  const { properties: stated, geometry } = value;
  if (!isMembers(stated ?? {}) || !(geometry === null || geometry === undefined || isMembers(geometry))) return null;
  const properties: Members = { ...(isMembers(stated) ? stated : {}) };
  const id = properties["id"] ?? value["id"];
  const type = isMembers(geometry) ? String(geometry["type"]) : null;
  const coordinates: unknown = isMembers(geometry) ? geometry["coordinates"] : null;
  return {
    row,
    properties: { ...properties, id: typeof id === "number" ? String(id) : id },
    table: type === "Point" ? "assets" : tableOf(properties),
    geometry: type,
    position: type === "Point" && isPosition(coordinates) ? coordinates : null,
    others: Object.keys(value).filter((name) => !featureMembers.includes(name)),
    isStraight: type === "LineString" && Array.isArray(coordinates) && coordinates.length <= 2,
  };
}

function tableOf(properties: Members): Table {
  const has = (...names: readonly string[]): boolean => names.every((name) => (properties[name] ?? "") !== "");
  if (has("provider", "dependent")) return "dependencies";
  return has("a", "b") ? "connections" : "assets";
}

/** The cells that a geometry fills; what of it is not kept is told. */
function placeOf(
  { table, row, geometry, position, isStraight, properties }: Feature,
  file: string,
  counted: CountedIssues,
): { readonly lon: number; readonly lat: number } | null {
  if (geometry === null || (isStraight && table !== "assets")) return null;
  if (table !== "assets") {
    const text = "A line is taken as running straight from end to end, whatever its course";
    counted.count({ code: "PART_NOT_READ", file, text }, row);
    return null;
  }
  if (position === null) {
    const what = geometry === "Point" ? "A point without coordinates" : `A geometry of type ${geometry}`;
    counted.count({ code: "GEO_NOT_POINT", file, text: `${what} is no place of an asset, which has none then` }, row);
    return null;
  }
  const { x: lon, y: lat } = pointOf(position);
  if (position.length > 2) counted.count({ code: "PART_NOT_READ", file, text: "Heights of points are not read" }, row);
  const differs = (name: string, value: number): boolean =>
    (properties[name] ?? "") !== "" && Number(properties[name]) !== value;
  if (differs("lon", lon) || differs("lat", lat)) {
    const text = "lon and lat in the properties differ from the geometry, which is taken";
    counted.count({ code: "VALUE_REPAIRED", file, text }, row);
  }
  return { lon, lat };
}

function pointOf([x = Number.NaN, y = Number.NaN]: readonly number[]): { readonly x: number; readonly y: number } {
  return { x, y };
}

function codesOf(states: unknown): readonly string[] {
  return typeof states === "string" ? (states.match(/\b[A-Z]{2}\b/gu) ?? []) : [];
}

function isPosition(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length >= 2 && value.every((number) => typeof number === "number");
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function write(dataset: Dataset): Written {
  const places = new Map(dataset.assets.map((asset) => [asset.id, placeIn(asset)]));
  const line = (one: string, other: string): object | null => {
    const [from, to] = [places.get(one) ?? null, places.get(other) ?? null];
    return from === null || to === null ? null : { type: "LineString", coordinates: [from, to] };
  };
  const features = [
    ...dataset.assets.map((asset) => {
      const { lon: _lon, lat: _lat, ...others } = rowCells("assets", asset);
      const coordinates = placeIn(asset);
      if (coordinates !== null) return feature({ type: "Point", coordinates }, others);
      return feature(null, rowCells("assets", asset));
    }),
    ...dataset.dependencies.map((row) => feature(line(row.provider, row.dependent), rowCells("dependencies", row))),
    ...dataset.connections.map((row) => feature(line(row.a, row.b), rowCells("connections", row))),
  ];
  const description = JSON.stringify(inSchemaOrder(descriptionSchema, dataset.description));
  const text = `{
"type": "FeatureCollection",
"${descriptionAttribute}": ${description},
"features": [
${features.join(",\n")}
]
}
`;
  return { files: new Map([["places.geojson", text]]), lost: [] };
}

function placeIn({ lon, lat }: Asset): readonly [number, number] | null {
  return lon === undefined || lat === undefined ? null : [lon, lat];
}

function feature(geometry: object | null, properties: object): string {
  return JSON.stringify({ type: "Feature", geometry, properties });
}
