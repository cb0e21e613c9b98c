import { dependencyKinds, groupRules, rowMethods } from "./dependency.ts";
import { markings } from "./marking.ts";
import { placeClasses } from "./place-class.ts";

/**
 * What a cell holds:
 * `id`, `text`: words; `number`; `boolean`: true/false, 1/0, yes/no; `choice`: one of `choices`;
 * `term`: a word of the vocabulary named; `states`: `DE` or `FR:0.5|ES:0.5`; `codes`: State codes `DE|FR`;
 * `amounts`: `electricity:1200` or `gas:40|heat:10`, amount optional; `columns`: column names joined by `|`.
 */
export type AttributeType =
  | "id"
  | "text"
  | "number"
  | "boolean"
  | "choice"
  | "term"
  | "states"
  | "codes"
  | "amounts"
  | "columns";

/** One column of a table of a dataset. The reader, the checks, the API's schemas and the documentation all read this. */
export interface Attribute {
  /** Property of the model. */
  readonly name: string;
  /** Column of the file, also the property of the store. */
  readonly column: string;
  readonly type: AttributeType;
  readonly unit?: string;
  readonly required?: true;
  /** What the engine takes where the cell is empty. No default: unknown stays unknown. */
  readonly default?: number | boolean | string;
  readonly min?: number;
  readonly max?: number;
  /** `min` itself is refused. */
  readonly above?: true;
  readonly choices?: readonly string[];
  readonly vocabulary?: "sectors" | "kinds" | "commodities";
  /** Stated on any row of an input group, for the whole group. */
  readonly ofGroup?: true;
  readonly meaning: string;
}

/** Largest capacity, and amount of a commodity, in any unit: sums of a million of them are still numbers. */
export const mostAmount = 1e15;

const provenance: readonly Attribute[] = [
  {
    name: "confidence",
    column: "confidence",
    type: "number",
    min: 0,
    max: 1,
    meaning: "How sure the row is, from 0 to 1",
  },
  {
    name: "source",
    column: "source",
    type: "text",
    meaning: "Where the row comes from: a source id of dataset.json, or a note",
  },
  {
    name: "licence",
    column: "licence",
    type: "text",
    meaning: "Terms of use of the row, where they differ from the dataset's",
  },
  {
    name: "assumed",
    column: "assumed",
    type: "columns",
    meaning: "Columns of this row that are assumed rather than known",
  },
  {
    name: "marking",
    column: "marking",
    type: "choice",
    choices: markings,
    meaning: "TLP 2.0 label: how far the row may be shared",
  },
];

const method: readonly Attribute[] = [
  { name: "method", column: "method", type: "choice", choices: rowMethods, meaning: "How the row came about" },
  { name: "ruleId", column: "rule_id", type: "text", meaning: "The inference rule that made the row" },
];

/** Columns of `assets.csv`, in the order they are written. */
export const assetAttributes: readonly Attribute[] = [
  { name: "id", column: "id", type: "id", required: true, meaning: "Name of the asset within the dataset" },
  { name: "name", column: "name", type: "text", required: true, meaning: "Name for people" },
  {
    name: "sector",
    column: "sector",
    type: "term",
    vocabulary: "sectors",
    required: true,
    meaning: "Sector of the service",
  },
  { name: "subsector", column: "subsector", type: "text", meaning: "Finer sector, free text" },
  {
    name: "kind",
    column: "kind",
    type: "term",
    vocabulary: "kinds",
    required: true,
    meaning: "What sort of thing it is",
  },
  {
    name: "states",
    column: "states",
    type: "states",
    required: true,
    meaning: "States the asset belongs to, with shares for a joint asset",
  },
  { name: "operatorStates", column: "operator_states", type: "codes", meaning: "States of the operator" },
  { name: "lon", column: "lon", type: "number", unit: "degree", min: -180, max: 180, meaning: "Longitude, WGS 84" },
  { name: "lat", column: "lat", type: "number", unit: "degree", min: -90, max: 90, meaning: "Latitude, WGS 84" },
  {
    name: "placeClass",
    column: "place_class",
    type: "choice",
    choices: placeClasses,
    meaning: "How precise the place is (Z1 State to Z5 exact)",
  },
  {
    name: "capacity",
    column: "capacity",
    type: "number",
    unit: "as in the column unit",
    min: 0,
    max: mostAmount,
    meaning: "What the asset can give at full function",
  },
  { name: "unit", column: "unit", type: "text", meaning: "Unit of the capacity" },
  {
    name: "peopleServed",
    column: "people_served",
    type: "number",
    unit: "persons",
    min: 0,
    // More than there are people; sums over any dataset stay exact.
    max: 1e10,
    meaning: "People who rely on the asset",
  },
  {
    name: "restartHours",
    column: "restart_hours",
    type: "number",
    unit: "h",
    min: 0,
    default: 0,
    meaning: "Time from having everything back to full function",
  },
  { name: "repairHours", column: "repair_hours", type: "number", unit: "h", min: 0, meaning: "Likely repair time" },
  {
    name: "repairLowHours",
    column: "repair_low_hours",
    type: "number",
    unit: "h",
    min: 0,
    meaning: "Shortest repair time",
  },
  {
    name: "repairHighHours",
    column: "repair_high_hours",
    type: "number",
    unit: "h",
    min: 0,
    meaning: "Longest repair time",
  },
  {
    name: "blackStart",
    column: "black_start",
    type: "boolean",
    default: false,
    meaning: "Starts and runs without what its own loop gives",
  },
  { name: "operator", column: "operator", type: "text", meaning: "Who runs the asset" },
  {
    name: "mtpdHours",
    column: "mtpd_hours",
    type: "number",
    unit: "h",
    min: 0,
    meaning: "Maximum tolerable period of disruption",
  },
  { name: "rtoHours", column: "rto_hours", type: "number", unit: "h", min: 0, meaning: "Recovery time objective" },
  {
    name: "produces",
    column: "produces",
    type: "amounts",
    vocabulary: "commodities",
    meaning: "Commodities put into a network, with amounts",
  },
  {
    name: "consumes",
    column: "consumes",
    type: "amounts",
    vocabulary: "commodities",
    meaning: "Commodities taken from a network, with amounts",
  },
  ...provenance
    .filter((attribute) => attribute.name === "source")
    .map((attribute) => ({ ...attribute, required: true as const })),
  ...provenance.filter((attribute) => attribute.name === "licence"),
  ...provenance.filter((attribute) => !["source", "licence"].includes(attribute.name)),
];

/** Columns of `dependencies.csv`, in the order they are written. */
export const dependencyAttributes: readonly Attribute[] = [
  { name: "id", column: "id", type: "id", meaning: "Name of the row; made from provider and dependent where left out" },
  {
    name: "provider",
    column: "provider",
    type: "id",
    required: true,
    meaning: "Asset that gives, or @commodity for the network",
  },
  { name: "dependent", column: "dependent", type: "id", required: true, meaning: "Asset that needs" },
  {
    name: "kind",
    column: "kind",
    type: "choice",
    choices: dependencyKinds,
    default: "physical",
    meaning: "Type of dependency",
  },
  { name: "commodity", column: "commodity", type: "term", vocabulary: "commodities", meaning: "What is given" },
  { name: "group", column: "group", type: "text", meaning: "Input group; empty: a group of its own" },
  {
    name: "need",
    column: "need",
    type: "number",
    min: 0,
    above: true,
    default: 1,
    ofGroup: true,
    meaning: "Sum of shares the group needs",
  },
  {
    name: "rule",
    column: "rule",
    type: "choice",
    choices: groupRules,
    default: "proportional",
    ofGroup: true,
    meaning: "Partial supply counts in part (proportional) or not at all (threshold)",
  },
  {
    name: "loss",
    column: "loss",
    type: "number",
    min: 0,
    max: 1,
    default: 1,
    ofGroup: true,
    meaning: "Share of function lost when the group gives nothing",
  },
  {
    name: "bufferHours",
    column: "buffer_hours",
    type: "number",
    unit: "h",
    min: 0,
    default: 0,
    ofGroup: true,
    meaning: "How long the dependent runs on its own",
  },
  {
    name: "share",
    column: "share",
    type: "number",
    min: 0,
    above: true,
    default: 1,
    meaning: "What this provider adds to the group",
  },
  {
    name: "lagHours",
    column: "lag_hours",
    type: "number",
    unit: "h",
    min: 0,
    default: 0,
    meaning: "Delay until a change of the provider arrives",
  },
  {
    name: "likelihood",
    column: "likelihood",
    type: "number",
    min: 0,
    max: 1,
    default: 1,
    meaning: "Probability that a loss of the provider passes on",
  },
  ...method,
  {
    name: "distanceKm",
    column: "distance_km",
    type: "number",
    unit: "km",
    min: 0,
    meaning: "Distance of provider and dependent",
  },
  ...provenance,
];

/** Columns of `connections.csv`, in the order they are written. */
export const connectionAttributes: readonly Attribute[] = [
  { name: "id", column: "id", type: "id", meaning: "Name of the row; made from its ends where left out" },
  { name: "a", column: "a", type: "id", required: true, meaning: "One end; the start where directed" },
  { name: "b", column: "b", type: "id", required: true, meaning: "Other end" },
  {
    name: "commodity",
    column: "commodity",
    type: "term",
    vocabulary: "commodities",
    required: true,
    meaning: "What flows",
  },
  { name: "directed", column: "directed", type: "boolean", default: false, meaning: "Conveys from a to b only" },
  {
    name: "capacity",
    column: "capacity",
    type: "number",
    unit: "as in the column unit",
    min: 0,
    max: mostAmount,
    meaning: "The most it can convey",
  },
  { name: "unit", column: "unit", type: "text", meaning: "Unit of the capacity" },
  { name: "lengthKm", column: "length_km", type: "number", unit: "km", min: 0, meaning: "Length" },
  ...method,
  ...provenance,
];

/** The three tables of a dataset. */
export const tables = ["assets", "dependencies", "connections"] as const;
export type Table = (typeof tables)[number];

/** The columns of each table. */
export const tableAttributes: Readonly<Record<Table, readonly Attribute[]>> = {
  assets: assetAttributes,
  dependencies: dependencyAttributes,
  connections: connectionAttributes,
};

/** The prefix of a user's own columns, which are kept, shown and exported but never computed with. */
export const ownColumnPrefix = "x_";

/** The default of an attribute, as a number; for the engine, which asks only for attributes that have one. */
export function defaultNumber(table: Table, name: string): number {
  const attribute = tableAttributes[table].find((candidate) => candidate.name === name);
  if (typeof attribute?.default !== "number") throw new Error(`no numeric default for ${table}.${name}`);
  return attribute.default;
}
