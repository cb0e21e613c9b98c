import type { Asset, Connection, Dataset, Dependency } from "../../../analyzer/index.ts";
import { assetAttributes } from "../../../analyzer/index.ts";
import { assetCells } from "../../../datasets/formats/index.ts";
import type { LoadedDataset } from "../load-dataset.ts";
import { type Paint, printable } from "../paint.ts";
import { quantity } from "../quantities.ts";
import { stateTitle } from "../state-title.ts";
import { type Column, sectionLines } from "../table.ts";

/** Rows of a table before it says how many more there are. */
const shownRows = 60;

/** A word and how many assets it is said of. */
type Count = readonly [word: string, assets: number];

/** `show DATASET` for people: what it is, sectors, States, sources, assumptions, documents. */
export function datasetReport(loaded: LoadedDataset, paint: Paint): string[] {
  const { dataset, hash, revision, scenarios, overlays } = loaded;
  const { description, assets, dependencies, connections } = dataset;
  const { id, version, title, licence, sources, assumptions = [] } = description;
  const states = counts(assets.flatMap((asset) => asset.states.map(({ state }) => state)));
  const names = (documents: readonly { readonly id: string }[]) =>
    documents.map((document) => printable(document.id)).join(", ") || "none";
  const shown = { most: shownRows, paint };
  return [
    paint("bold", `${printable(id)} ${printable(version)}  ${printable(title)}`),
    printable(description.description),
    "",
    `assets        ${quantity(assets.length)}`,
    `dependencies  ${quantity(dependencies.length)}`,
    `connections   ${quantity(connections.length)}`,
    `licence       ${printable(licence)}`,
    ...(revision === null ? [] : [`revision      ${quantity(revision)}`]),
    `hash          ${hash}`,
    `scenarios     ${names(scenarios)}`,
    `overlays      ${names(overlays)}`,
    "",
    ...sectionLines("Sectors", countColumns("sector"), counts(assets.map(({ sector }) => sector)), shown),
    ...sectionLines(
      "States",
      stateColumns((code) => stateTitle(code, description)),
      states,
      shown,
    ),
    ...sources.map((source) => printable(`source ${source.id}: ${source.title}, ${source.licence}, ${source.credit}`)),
    ...assumptions.map((assumption) => printable(`assumption ${assumption.id}: ${assumption.text}`)),
  ];
}

function counts(words: readonly string[]): Count[] {
  const found = new Map<string, number>();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function countColumns(title: string): Column<Count>[] {
  return [
    { title, cell: ([word]) => word },
    { title: "assets", right: true, cell: ([, assets]) => quantity(assets) },
  ];
}

function stateColumns(name: (code: string) => string): Column<Count>[] {
  const [code, assets] = countColumns("State");
  const columns = [code, { title: "name", most: 40, cell: ([word]: Count) => name(word) }, assets];
  return columns.filter((column) => column !== undefined);
}

/** An asset and the rows that name it. */
export interface AssetSurroundings {
  readonly asset: Asset;
  readonly dependsOn: readonly Dependency[];
  readonly supports: readonly Dependency[];
  readonly connections: readonly Connection[];
}

/** `show DATASET ASSET` for people. */
export function assetReport(around: AssetSurroundings, { assets }: Dataset, paint: Paint): string[] {
  const { asset, dependsOn, supports, connections } = around;
  const names = new Map(assets.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? "";
  const shown = { most: shownRows, paint };
  return [
    paint("bold", printable(`${asset.id}  ${asset.name}`)),
    ...attributeLines(asset),
    "",
    ...sectionLines("Depends on", dependencyColumns("provider", nameOf), dependsOn, shown),
    ...sectionLines("Supports", dependencyColumns("dependent", nameOf), supports, shown),
    ...sectionLines("Connected to", connectionColumns(asset.id, nameOf), connections, shown),
  ];
}

function attributeLines(asset: Asset): string[] {
  const cells = new Map(Object.entries(assetCells(asset)));
  const units = new Map(assetAttributes.map(({ column, unit }) => [column, unit]));
  return [...cells]
    .filter(([column]) => column !== "id" && column !== "name")
    .map(([column, cell]) => {
      const unit = units.get(column);
      // "as in the column unit" is said by that column itself.
      const shownUnit = unit === undefined || unit.includes(" ") ? "" : ` ${unit}`;
      return printable(`${column.padEnd(18)}${String(cell)}${shownUnit}`);
    });
}

function dependencyColumns(end: "provider" | "dependent", nameOf: (id: string) => string): Column<Dependency>[] {
  return [
    { title: end, most: 32, cell: (row) => row[end] },
    { title: "name", most: 32, cell: (row) => nameOf(row[end]) },
    { title: "gives", cell: ({ commodity }) => commodity ?? "" },
    { title: "group", most: 24, cell: ({ group }) => group ?? "" },
    { title: "buffer (h)", right: true, cell: ({ bufferHours }) => quantityOrNothing(bufferHours) },
    { title: "lag (h)", right: true, cell: ({ lagHours }) => quantityOrNothing(lagHours) },
    { title: "method", cell: ({ method }) => method ?? "" },
    { title: "confidence", right: true, cell: ({ confidence }) => quantityOrNothing(confidence) },
    { title: "source", most: 40, cell: ({ source }) => source ?? "" },
  ];
}

function connectionColumns(id: string, nameOf: (id: string) => string): Column<Connection>[] {
  const other = ({ a, b }: Connection): string => (a === id ? b : a);
  return [
    { title: "asset", most: 32, cell: other },
    { title: "name", most: 32, cell: (row) => nameOf(other(row)) },
    { title: "conveys", cell: ({ commodity }) => commodity },
    {
      title: "capacity",
      right: true,
      cell: ({ capacity, unit = "" }) => `${quantityOrNothing(capacity)} ${unit}`.trim(),
    },
    { title: "length (km)", right: true, cell: ({ lengthKm }) => quantityOrNothing(lengthKm) },
    { title: "source", most: 40, cell: ({ source }) => source ?? "" },
  ];
}

function quantityOrNothing(value: number | undefined): string {
  return value === undefined ? "" : quantity(value);
}
