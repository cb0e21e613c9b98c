import { Type } from "typebox";
import { type DatasetDescription, type Issue, type Table, tableAttributes } from "../../analyzer/index.ts";
import { parseDescription } from "./description.ts";
import { fillingFields, mappingFaults, type TableMapping } from "./mapping.ts";
import { parseShape } from "./parse-shape.ts";
import { formatIssue } from "./read-error.ts";

/**
 * An adoption, version 1: the mapping file (`*.adopt.json`) by which a property graph that somebody else made is read as a
 * dataset. Its fields:
 *
 *     adopt         1, the version of this form
 *     server        optional: neo4j://HOST:PORT/DATABASE, without user and password
 *     dataset       what a dataset.json says: id, title, version, description, licence, sources, ...
 *     assets        one entry per node label:
 *                   { label, columns?, constants?, states? }
 *     dependencies  one entry per relationship type: { type, dependent: "start" | "end", columns?, constants?, outside? }
 *     connections   one entry per relationship type: { type, columns?, constants?, outside? }
 *
 * `columns` and `constants` are those of a `mapping.json`: our column to their property (or to `{ column, factor }`), our
 * column to one value for every row that has none of its own. Only properties that are named are read. `columns.id` names
 * the property that holds an asset's id; without it the server's elementId is the id. `states` of an entry of assets is
 * `{ type, code, share? }`: the relationships of that type, in either direction, lead to nodes with the property `code`
 * (ISO 3166-1 alpha-2), and the relationship's own property `share` holds the part of 1. `dependent` is the end of a
 * relationship that needs the other. `outside: "leave-out"` leaves out relationships with an end that is no adopted asset,
 * which are an error otherwise. `columns.lon` and `columns.lat` may name the same property, a point.
 */
export interface Adoption {
  readonly adopt: 1;
  readonly server?: string;
  readonly dataset: DatasetDescription;
  readonly assets: readonly NodeMapping[];
  readonly dependencies: readonly DependencyMapping[];
  readonly connections: readonly RelationshipMapping[];
}

type Filled = Pick<TableMapping, "columns" | "constants">;

export interface NodeMapping extends Filled {
  readonly label: string;
  readonly states?: StatesByRelationship;
}

/** Which relationship leads from an asset to its States, and which properties hold a State's code and the asset's share. */
export interface StatesByRelationship {
  readonly type: string;
  readonly code: string;
  readonly share?: string;
}

export interface RelationshipMapping extends Filled {
  readonly type: string;
  readonly outside?: "leave-out";
}

export interface DependencyMapping extends RelationshipMapping {
  readonly dependent: "start" | "end";
}

const strict = { additionalProperties: false } as const;
const word = Type.String({ minLength: 1 });
const states = Type.Object({ type: word, code: word, share: Type.Optional(word) }, strict);
const relationship = { type: word, ...fillingFields, outside: Type.Optional(Type.Enum(["leave-out"] as const)) };
const adoptionSchema = Type.Object(
  {
    adopt: Type.Literal(1),
    server: Type.Optional(word),
    dataset: Type.Unknown(),
    assets: Type.Array(Type.Object({ label: word, ...fillingFields, states: Type.Optional(states) }, strict), {
      minItems: 1,
    }),
    dependencies: Type.Optional(
      Type.Array(Type.Object({ ...relationship, dependent: Type.Enum(["start", "end"] as const) }, strict)),
    ),
    connections: Type.Optional(Type.Array(Type.Object(relationship, strict))),
  },
  strict,
);

/** Columns of ours that the graph itself fills: the ends of a relationship. */
const ends: Readonly<Record<Table, readonly string[]>> = {
  assets: [],
  dependencies: ["provider", "dependent"],
  connections: ["a", "b"],
};

/**
 * Names become parameters and never part of a statement, so that none could do harm; what no data model would use is
 * refused all the same, since it is a mistake or worse.
 */
const namePattern = /^[\p{L}_][\p{L}\p{M}\p{N} _.:/#%()-]{0,199}$/u;

/** Reads the value of an adoption: its shape, its description, its names, and that it fills what rows of ours need. */
export function parseAdoption(
  value: unknown,
  file: string | null = null,
): { adoption: Adoption | null; issues: readonly Issue[] } {
  const { value: shape, issues: faults } = parseShape(adoptionSchema, value, file);
  if (shape === null) return { adoption: null, issues: faults };
  const { description, issues } = parseDescription(shape.dataset, descriptionPlace(file));
  const { dependencies = [], connections = [] } = shape;
  const named = [
    ...shape.assets.flatMap((entry, index) => entryFaults("assets", entry, entry.label, `assets.${index}`)),
    ...dependencies.flatMap((entry, index) => entryFaults("dependencies", entry, entry.type, `dependencies.${index}`)),
    ...connections.flatMap((entry, index) => entryFaults("connections", entry, entry.type, `connections.${index}`)),
    ...repeatedNames(shape.assets.map(({ label }, index) => ({ name: label, at: `assets.${index}.label` }))),
    ...repeatedNames([
      ...dependencies.map(({ type }, index) => ({ name: type, at: `dependencies.${index}.type` })),
      ...connections.map(({ type }, index) => ({ name: type, at: `connections.${index}.type` })),
    ]),
  ].map((issue): Issue => ({ ...issue, file }));
  const all = [...issues, ...named];
  if (description === null || all.length > 0) return { adoption: null, issues: all };
  return { adoption: { ...shape, dataset: description, dependencies, connections }, issues: [] };
}

/** What the description within an adoption is called in issues. */
export function descriptionPlace(file: string | null): string {
  return `${file ?? ""}#/dataset`;
}

function entryFaults(
  table: Table,
  entry: Filled & { readonly states?: StatesByRelationship },
  name: string,
  path: string,
): Issue[] {
  const { columns = {}, constants = {}, states: byRelationship } = entry;
  const names = [
    { name, at: table === "assets" ? `${path}.label` : `${path}.type` },
    ...Object.entries(columns).map(([column, theirs]) => ({
      name: typeof theirs === "string" ? theirs : theirs.column,
      at: `${path}.columns.${column}`,
    })),
    ...Object.entries(byRelationship ?? {}).map(([field, theirs]) => ({
      name: String(theirs),
      at: `${path}.states.${field}`,
    })),
  ];
  const filled = [...Object.keys(columns), ...Object.keys(constants)];
  return [
    ...names.flatMap(({ name, at }) => nameFaults(name, at)),
    ...mappingFaults(table, entry, { file: null, path }),
    ...impliedFaults(table, filled, byRelationship !== undefined, path),
  ];
}

function nameFaults(name: string, at: string): Issue[] {
  if (namePattern.test(name)) return [];
  const text = `${at} must be a name: a letter or _, then letters, digits, spaces and _ . : / # % ( ) -, at most 200.`;
  return [formatIssue("GRAPH_NAME_INVALID", { column: at, value: name, text })];
}

/** What is filled twice, and what is required and not filled at all. */
function impliedFaults(table: Table, filled: readonly string[], statesFilled: boolean, path: string): Issue[] {
  const implied = [...ends[table], ...(statesFilled ? ["states"] : [])];
  const twice = filled
    .filter((column) => implied.includes(column))
    .map((column) => {
      const text = `${column} is filled by the graph itself: leave it out of columns and constants.`;
      return formatIssue("MAPPING_CONFLICT", { column: `${path}.${column}`, text });
    });
  const missing = tableAttributes[table]
    .filter(({ required, type }) => required && type !== "id")
    .filter(({ column }) => !filled.includes(column) && !implied.includes(column))
    .map(({ column, meaning }) => {
      const text = `${column} is required (${meaning}): name a property in columns, or one value in constants.`;
      return formatIssue("COLUMN_MISSING", { column: `${path}.${column}`, text });
    });
  return [...twice, ...missing];
}

function repeatedNames(names: readonly { readonly name: string; readonly at: string }[]): Issue[] {
  return names
    .filter(({ name }, index) => names.findIndex((other) => other.name === name) !== index)
    .map(({ name, at }) => {
      const text = `${name} has an entry already: each label, and each type, may have one.`;
      return formatIssue("GRAPH_NAME_REPEATED", { column: at, value: name, text });
    });
}
