import { type Table, tableAttributes } from "../../../analyzer/index.ts";
import { csvRecords } from "../csv-records.ts";
import { decodeText } from "../decode-text.ts";
import { columnForTag, isTagRow } from "../hxl.ts";
import { formatIssue, ReadError } from "../read-error.ts";
import { delimiterOf, delimiters } from "./csv-delimiter.ts";
import { refuseHeader } from "./csv-header.ts";
import type { Format, FormatInput } from "./format.ts";

const namesOf: { readonly [table in Table]: RegExp } = {
  dependencies: /dependenc|depends|edges|links/iu,
  connections: /connection|lines|pipes|cables|branches|routes/iu,
  assets: /./u,
};
const endsOf = {
  dependencies: [/^(provider|source|from)/iu, /^(dependent|target|to)/iu],
  connections: [/^(a|bus0)$/iu, /^(b|bus1)$/iu],
};

/** Tables with a header in any words: one CSV file for each of assets, dependencies and connections, told by name and columns. */
export const csvTables: Format = {
  id: "csv",
  title: "CSV tables with a mapping or HXL tags",
  ending: ".csv",
  async detect({ paths, head }) {
    const tables = paths.filter((path) => /\.(csv|tsv)$/iu.test(path));
    if (tables.length === 0 || paths.includes("dataset.json")) return 0;
    const first = (await head(tables[0] ?? "")).split(/\r?\n/u, 1)[0] ?? "";
    return delimiters.some((delimiter) => first.includes(delimiter)) ? 0.5 : 0;
  },
  async read(input) {
    const paths = input.paths.filter((path) => /\.(csv|tsv)$/iu.test(path) || input.paths.length === 1);
    if (paths.length === 0) {
      const text = "There is no CSV file among them.";
      throw new ReadError("FILE_KIND_UNKNOWN", { file: input.files.name, text });
    }
    for (const path of paths.toSorted()) await readTable(input, path);
    return null;
  },
  write: null,
};

async function readTable(input: FormatInput, path: string): Promise<void> {
  const { caps } = input.reading;
  const delimiter = await delimiterOf(input, path);
  const text = decodeText(input.files.open(path), path, caps.fileBytes);
  let header: readonly string[] | null = null;
  let names: readonly string[] = [];
  let table: Table = "assets";
  let isFirst = true;
  for await (const { row, cells } of csvRecords(text, path, caps, delimiter)) {
    if (header === null) {
      header = cells.map((cell) => cell.trim());
      refuseHeader(path, header, caps.columns);
      table = tableOf(path, header);
      names = header;
      continue;
    }
    if (isFirst && isTagRow(cells)) {
      names = header.map((name, at) => columnForTag(cells[at] ?? "") ?? name);
      isFirst = false;
      continue;
    }
    isFirst = false;
    if (cells.length !== names.length) {
      const said = `The row has ${cells.length} cells and the header ${names.length}: is a separator missing, or not in quotes?`;
      input.reading.issues.add(formatIssue("CSV_ROW_LENGTH", { file: path, row, text: said }));
      continue;
    }
    const values = Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
    await input.rows.add(table, path, row, values);
  }
}

/** The table that a file is, told by its columns and its name. */
export function tableOf(path: string, header: readonly string[]): Table {
  for (const table of ["connections", "dependencies"] as const) {
    const hasEnds = endsOf[table].every((end) => header.some((name) => end.test(name)));
    const required = tableAttributes[table].filter(({ type }) => type === "id").map(({ column }) => column);
    if (required.every((column) => column === "id" || header.includes(column))) return table;
    if (hasEnds || namesOf[table].test(path)) return table;
  }
  return "assets";
}
