import { coreVocabulary, networkCommodity, type Term } from "../../../analyzer/index.ts";
import { formatIssue, ReadError } from "../read-error.ts";
import { readNumber } from "../parse-cell.ts";
import { CountedIssues } from "./counted-issues.ts";
import { delimiterOf, delimiters } from "./csv-delimiter.ts";
import { type CsvObject, csvObjects } from "./csv-objects.ts";
import { type Role, rolesOf } from "./dependency-columns.ts";
import type { Format, FormatInput } from "./format.ts";
import { onlyFile } from "./only-file.ts";

/** Words for sectors that are not their ids. */
const sectorWords: ReadonlyMap<string, string> = new Map([
  ...coreVocabulary.sectors.map(({ id, title }) => [title.toLowerCase(), id] as const),
  ["power", "energy"],
  ["electricity", "energy"],
  ["banking", "finance"],
  ["financial", "finance"],
  ["healthcare", "health"],
  ["telecom", "digital"],
  ["telecoms", "digital"],
  ["telecommunications", "digital"],
  ["ict", "digital"],
]);

/**
 * One table of dependencies, a row from the provider to the dependent, with a likelihood or an impact from 0 to 1 or in percent;
 * an impact is the share of its function that the dependent loses. The assets are those at the ends.
 */
export const dependencyTable: Format = {
  id: "dependency-table",
  title: "Table of dependencies with likelihood or impact",
  ending: ".csv",
  async detect({ paths, head }) {
    const [path] = paths;
    if (paths.length !== 1 || path === undefined || !/\.(csv|tsv)$/iu.test(path)) return 0;
    const line = (await head(path)).split(/\r?\n/u, 1)[0] ?? "";
    const headers = delimiters.map((delimiter) =>
      rolesOf(line.split(delimiter).map((name) => name.replaceAll('"', ""))),
    );
    const isTable = (roles: ReadonlyMap<Role, string>): boolean =>
      roles.has("provider") && roles.has("dependent") && (roles.has("likelihood") || roles.has("impact"));
    return headers.some(isTable) ? 0.7 : 0;
  },
  read,
  write: null,
};

interface Reading {
  readonly input: FormatInput;
  readonly file: string;
  readonly counted: CountedIssues;
  readonly roles: ReadonlyMap<Role, string>;
  readonly rows: readonly CsvObject[];
}

/** An end as the rows state it. */
interface End {
  readonly row: number;
  readonly cells: Record<string, string>;
}

async function read(input: FormatInput): Promise<object | null> {
  const file = onlyFile(input, /\.(csv|tsv)$/iu);
  const { caps } = input.reading;
  const rows: CsvObject[] = [];
  // Whether a column is a scale only the whole of it tells.
  for await (const row of csvObjects(input, file, { delimiter: await delimiterOf(input, file) })) {
    if (rows.length >= caps.rows) {
      const text = `The table has more than ${caps.rows} rows: split it, or raise the cap.`;
      throw new ReadError("ROWS_TOO_MANY", { file, row: row.row, text });
    }
    rows.push(row);
    await input.reading.step();
  }
  const roles = rolesOf(Object.keys(rows[0]?.cells ?? {}));
  for (const role of ["provider", "dependent"] as const) {
    if (roles.has(role) || rows.length === 0) continue;
    const text = `No column says what the ${role} is: call it ${role === "provider" ? "from" : "to"}.`;
    throw new ReadError("COLUMN_MISSING", { file, row: 1, column: role, text });
  }
  const reading = { input, file, roles, rows, counted: new CountedIssues(input.reading.issues) };
  const own = await addAssets(reading);
  await addDependencies(reading);
  reading.counted.tell();
  return own.length === 0 ? null : { vocabulary: { sectors: own } };
}

/** Adds the assets at the ends. Returns sectors that there is no word for. */
async function addAssets({ input, file, counted, roles, rows }: Reading): Promise<Term[]> {
  const ends = new Map<string, End>();
  const sectors = new Map<string, Term>();
  for (const { row, cells } of rows) {
    const cell = (role: Role): string => (cells[roles.get(role) ?? ""] ?? "").trim();
    for (const end of ["provider", "dependent"] as const) {
      const id = cell(end);
      if (id === "" || networkCommodity(id) !== null) continue;
      const sector = sectorOf(cell(`${end}Sector`), sectors);
      const stated = { sector, kind: cell(`${end}Kind`), states: cell(`${end}State`) };
      const known = ends.get(id) ?? { row, cells: {} };
      ends.set(id, known);
      for (const [name, text] of Object.entries(stated)) {
        if (text === "" || known.cells[name] === text) continue;
        if (known.cells[name] === undefined) known.cells[name] = text;
        else {
          const said = `Assets that rows say different things of keep the first ${name}`;
          counted.count({ code: "VALUE_REPAIRED", file, column: roles.get(end) ?? end, text: said }, row, id);
        }
      }
    }
  }
  for (const [id, { row, cells }] of ends)
    await input.rows.add("assets", `${file}#/assets`, row, { id, name: id, ...cells });
  return [...sectors.values()];
}

/** The id of a sector; one that there is no word for becomes one of the dataset's own. */
function sectorOf(text: string, own: Map<string, Term>): string {
  const word = text.toLowerCase();
  if (word === "") return "";
  const known = coreVocabulary.sectors.some(({ id }) => id === word) ? word : sectorWords.get(word);
  if (known !== undefined) return known;
  const id = text.replace(/[|:@\s]+/gu, " ").trim() || "other sector";
  own.set(id, { id, title: text });
  return id;
}

async function addDependencies({ input, file, counted, roles, rows }: Reading): Promise<void> {
  const shares = new Map((["likelihood", "impact"] as const).map((role) => [role, roles.get(role)]));
  const scales = [...shares.values()].filter(
    (column): column is string => column !== undefined && isScale(rows, column),
  );
  const used = new Set(roles.values());
  for (const { row, cells } of rows) {
    const [provider, dependent] = [
      cells[roles.get("provider") ?? ""]?.trim(),
      cells[roles.get("dependent") ?? ""]?.trim(),
    ];
    if (provider === dependent && provider !== "") {
      counted.count({ code: "ROWS_LEFT_OUT", file, text: "Dependencies of an asset on itself are left out" }, row);
      continue;
    }
    const stated: Record<string, unknown> = { provider, dependent };
    for (const [role, column] of shares) {
      const text = column === undefined ? "" : (cells[column]?.trim() ?? "");
      if (column === undefined || text === "") continue;
      if (scales.includes(column)) {
        stated[`x_${role}`] = text;
        const said = `${column} is a scale and no share from 0 to 1: it is kept in x_${role}, which nothing is computed from`;
        counted.count({ code: "VALUE_REPAIRED", file, column, text: said }, row, text);
        continue;
      }
      const share = shareOf(text);
      if (share === null) {
        const said = `${column} must be a share from 0 to 1, or a percentage such as 80%.`;
        input.reading.issues.add(formatIssue("CELL_NOT_NUMBER", { file, row, column, value: text, text: said }));
      } else stated[role === "likelihood" ? "likelihood" : "loss"] = share;
    }
    const others = Object.entries(cells).filter(([name]) => !used.has(name));
    await input.rows.add("dependencies", file, row, { ...Object.fromEntries(others), ...stated });
  }
}

/** `0.8` and `80%` as 0.8; null for what is neither. */
function shareOf(text: string): number | null {
  const [, percent] = /^(.*?)\s*%$/u.exec(text) ?? [];
  const value = readNumber(percent ?? text);
  if (value === undefined) return null;
  return percent === undefined ? value : value / 100;
}

/** Whether a column holds words (`high`) or whole numbers beyond 1 (`1` to `5`), of which 1 is then the least and not all. */
function isScale(rows: readonly CsvObject[], column: string): boolean {
  const texts = rows.map(({ cells }) => cells[column]?.trim() ?? "").filter((text) => text !== "");
  const shares = texts.map(shareOf);
  return shares.every((share) => share === null) || shares.some((share) => share !== null && share > 1);
}
