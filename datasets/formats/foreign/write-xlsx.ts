import {
  type Attribute,
  compareIds,
  type Dataset,
  joinVocabulary,
  ownColumnPrefix,
  type Table,
  tableAttributes,
  tables,
  type Vocabulary,
} from "../../../analyzer/index.ts";
import { stateCodes } from "../../states.ts";
import type { Cells } from "../cell.ts";
import { rowCells } from "../row-cells.ts";
import { descriptionRows } from "./description-rows.ts";
import type { Written } from "./format.ts";
import { type ColumnChoices, columnLetters, lastRow, packSheets, type Sheet } from "./xlsx-package.ts";

/** Sheets that help who fills a workbook in, and are not read. */
export const guideSheets: readonly string[] = ["lists", "columns"];

/** A dataset as a workbook: all our columns and those in use, words to pick from, text as text. */
export async function writeXlsx(dataset: Dataset): Promise<Written> {
  const { description } = dataset;
  const vocabulary = joinVocabulary(description.vocabulary ?? {});
  const bytes = await packSheets([
    ...tables.map((table) => tableSheet(table, dataset[table], vocabulary)),
    { name: "dataset", rows: [["key", "value"], ...descriptionRows(description)] },
    listsSheet(vocabulary),
  ]);
  return { files: new Map([["dataset.xlsx", bytes]]), lost: [] };
}

/** What a description must say, to be filled in. */
const descriptionToFill: readonly (readonly [key: string, value: string])[] = [
  ["id", ""],
  ["title", ""],
  ["version", "1.0.0"],
  ["description", ""],
  ["licence", ""],
  ["sources/0/id", ""],
  ["sources/0/title", ""],
  ["sources/0/licence", ""],
  ["sources/0/retrieved", ""],
  ["sources/0/credit", ""],
  ["sources/0/url", ""],
];

/** An empty workbook to be filled in: every column, words to pick from, and a sheet that says what the columns mean. */
export function writeXlsxTemplate(): Promise<Uint8Array> {
  const vocabulary = joinVocabulary({});
  return packSheets([
    ...tables.map((table) => tableSheet(table, [], vocabulary)),
    { name: "dataset", rows: [["key", "value"], ...descriptionToFill] },
    columnsSheet(),
    listsSheet(vocabulary),
  ]);
}

function tableSheet<T extends Table>(table: T, content: Dataset[T], vocabulary: Vocabulary): Sheet {
  const rows = content.map((row) => rowCells(table, row));
  const own = new Set(rows.flatMap((row) => Object.keys(row).filter((column) => column.startsWith(ownColumnPrefix))));
  const columns = [...tableAttributes[table].map(({ column }) => column), ...[...own].sort(compareIds)];
  const lines = rows.map((row: Cells) => columns.map((column) => row[column]));
  const choices = tableAttributes[table].flatMap((attribute, column): ColumnChoices[] => {
    const picked = choicesOf(attribute, vocabulary);
    return picked === null ? [] : [{ column, ...picked }];
  });
  return { name: table, rows: [columns, ...lines], choices };
}

/** What may be picked in a column; only where a few words are all there is, others are refused. */
function choicesOf(
  { name, type, choices, vocabulary: terms }: Attribute,
  vocabulary: Vocabulary,
): Omit<ColumnChoices, "column"> | null {
  if (type === "boolean") return { list: '"TRUE,FALSE"', isStrict: true };
  if (choices !== undefined) return { list: `"${choices.join(",")}"`, isStrict: true };
  if (terms !== undefined) return { list: listRange(vocabulary, terms), isStrict: false };
  if (type === "states") return { list: listRange(vocabulary, "states"), isStrict: false };
  const isAsset = ["provider", "dependent", "a", "b"].includes(name);
  return isAsset ? { list: `assets!$A$2:$A$${lastRow}`, isStrict: false } : null;
}

type ListName = keyof Vocabulary | "states";

const listNames: readonly ListName[] = ["sectors", "kinds", "commodities", "states"];

function listOf(vocabulary: Vocabulary, name: ListName): readonly string[] {
  return name === "states" ? stateCodes : vocabulary[name].map(({ id }) => id);
}

function listRange(vocabulary: Vocabulary, name: ListName): string {
  const column = columnLetters(listNames.indexOf(name));
  return `lists!$${column}$2:$${column}$${listOf(vocabulary, name).length + 1}`;
}

function listsSheet(vocabulary: Vocabulary): Sheet {
  const lists = listNames.map((name) => listOf(vocabulary, name));
  const rows = Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, at) =>
    lists.map((words) => words[at]),
  );
  return { name: "lists", rows: [listNames, ...rows], isHidden: true };
}

function columnsSheet(): Sheet {
  const rows = tables.flatMap((table) =>
    tableAttributes[table].map(({ column, required, unit, meaning, default: usual }) => [
      table,
      column,
      required === true ? "required" : "",
      unit,
      usual,
      meaning,
    ]),
  );
  return { name: "columns", rows: [["sheet", "column", "required", "unit", "where it is empty", "meaning"], ...rows] };
}
