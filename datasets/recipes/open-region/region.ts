import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Static, Type } from "typebox";
import { parseShape } from "../../formats/parse-shape.ts";
import { scenarioSchema } from "../../formats/scenario.ts";
import { RecipeError } from "../recipe-error.ts";
import { extendRegion, isFields } from "./extend-region.ts";

const strict = { additionalProperties: false } as const;
const word = Type.String({ minLength: 1 });
const state = Type.String({ pattern: "^[A-Z]{2}$" });
const states = Type.Array(state);
const positive = Type.Number({ exclusiveMinimum: 0 });
const least = Type.Number({ minimum: 0 });
const lon = Type.Number({ minimum: -180, maximum: 180 });
const lat = Type.Number({ minimum: -90, maximum: 90 });
const file = Type.Object({ file: word }, strict);

const sources = Type.Object(
  {
    grid: Type.Optional(Type.Object({ folder: word, leastKv: least }, strict)),
    gas: Type.Optional(file),
    plants: Type.Optional(
      Type.Array(
        Type.Object(
          {
            format: Type.Enum(["powerplantmatching", "gppd"]),
            file: word,
            leastMw: least,
            leastDamMw: Type.Optional(least),
            inUseAfterYear: Type.Optional(Type.Integer()),
          },
          strict,
        ),
      ),
    ),
    reservoirs: Type.Optional(Type.Object({ file: word, leastMw: least, moreThanMm3: least }, strict)),
    cooling: Type.Optional(file),
    airports: Type.Optional(Type.Object({ folder: word, leastRouteEnds: least }, strict)),
    ports: Type.Optional(Type.Boolean()),
    cities: Type.Optional(Type.Object({ leastPeople: least, capitals: Type.Boolean() }, strict)),
    fertiliserPlants: Type.Optional(file),
    hospitals: Type.Optional(file),
    railwayStations: Type.Optional(file),
    nationalEnergy: Type.Optional(file),
    exchanges: Type.Optional(file),
    tradeShares: Type.Optional(file),
  },
  strict,
);

/** Where gas comes in from outside the data (A3). */
const gasEntries = Type.Object(
  {
    edgeStates: states,
    points: Type.Array(Type.Object({ name: word, state, lon, lat }, strict)),
  },
  strict,
);

/** A line between two States, authored: `mw` both ways, left out where it is not known. */
const interconnector = Type.Object(
  {
    id: word,
    name: word,
    a: state,
    b: state,
    mw: Type.Optional(positive),
    asOf: Type.String({ pattern: "^\\d{4}$" }),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
    note: word,
  },
  strict,
);

const settlement = Type.Object({ id: word, name: word, state, lon, lat, members: states, note: word }, strict);

/** A file that says what is built of the raw files and by which rules; the code is the same for every region. */
export const regionSchema = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$", maxLength: 100 }),
    title: word,
    version: word,
    description: word,
    licence: word,
    /** States that are built whole. */
    states: Type.Array(state, { minItems: 1 }),
    /** States of which only the grid and the pipes are, where they touch a whole one. */
    fringeStates: states,
    /** Names of codes that ISO 3166-1 does not have. */
    names: Type.Optional(Type.Array(Type.Object({ code: state, name: word }, strict))),
    sources,
    /** Where there is no topology: one node per State, which its plants and cities are connected to. */
    nationalGrids: Type.Optional(Type.Boolean()),
    interconnectors: Type.Optional(Type.Array(interconnector)),
    /** A payment system per State that has a capital among the cities. */
    paymentSystems: Type.Optional(Type.Boolean()),
    settlement: Type.Optional(settlement),
    gasEntries: Type.Optional(gasEntries),
    assumptions: Type.Array(Type.Object({ id: word, text: word }, strict)),
    /** Sources that give figures to assumptions, besides those that rows name. */
    creditedSources: Type.Optional(Type.Array(word)),
    /** Scenarios that are kept beside the dataset. */
    scenarios: Type.Array(scenarioSchema),
    /** The rules that are applied, by id, each with what differs from its own figures. */
    rules: Type.Record(
      word,
      Type.Object({ reachKm: Type.Optional(positive), count: Type.Optional(Type.Integer({ minimum: 1 })) }, strict),
    ),
  },
  strict,
);

/** A region file, read. */
export type Region = Static<typeof regionSchema>;

/** Whether a State belongs to the region, whole or at its fringe. */
export function isInRegion(region: Region, code: string): boolean {
  return region.states.includes(code) || region.fringeStates.includes(code);
}

/**
 * Reads a region file. One that `extends` another, a file beside it or a region of the project by its id, says only what is
 * otherwise there. Throws `RecipeError` with the first field that does not fit.
 */
export function readRegion(path: string): Region {
  const own = readObject(path);
  const base = own["extends"];
  const refuse = (text: string): RecipeError => regionError(path, text);
  if (base !== undefined && typeof base !== "string") throw refuse("extends must be the id of a region, or a file.");
  const other =
    base === undefined ? {} : readObject(base.endsWith(".json") ? join(dirname(path), base) : regionFile(base));
  if ("extends" in other) throw refuse(`${base} extends another region itself: extend that one.`);
  const { value: region, issues } = parseShape(regionSchema, extendRegion(other, own), path);
  if (region === null) throw refuse(issues.map(({ text }) => text).join(" "));
  return region;
}

function readObject(path: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw regionError(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (!isFields(value)) throw regionError(path, "a region is an object.");
  return value;
}

function regionError(path: string, text: string, cause?: unknown): RecipeError {
  return new RecipeError("RECIPE_REGION_MALFORMED", `${path}: ${text}`, path, { cause });
}

const inProject = join("datasets", "recipes", "open-region", "regions");

/** The path of a region file that comes with the project, found from this file upwards: the same from sources and from `dist`. */
export function regionFile(id: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, inProject)) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, inProject, `${id}.json`);
}
