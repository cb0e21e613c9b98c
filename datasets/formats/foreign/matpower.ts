import { decodeText } from "../decode-text.ts";
import { ReadError } from "../read-error.ts";
import { CountedIssues } from "./counted-issues.ts";
import type { Format, FormatInput } from "./format.ts";
import { type Literal, type LiteralRow, MatpowerLiterals } from "./matpower-literals.ts";
import { onlyFile } from "./only-file.ts";
import { textLines } from "./text-lines.ts";

/** Columns of the three matrices in their order; those that are ours get another name where they are used. */
const busColumns = "bus_i type pd qd gs bs area vm va base_kv zone vmax vmin".split(" ");
const generatorColumns = "bus pg qg qmax qmin vg mbase status pmax pmin".split(" ");
const branchColumns = "fbus tbus r x b rate_a rate_b rate_c ratio angle status angmin angmax".split(" ");
const readFields = ["version", "baseMVA", "bus", "gen", "branch", "bus_name"];

/** A MATPOWER case of version 2: buses and generators as assets, branches as connections. States are not stated in it. */
export const matpower: Format = {
  id: "matpower",
  title: "MATPOWER case",
  ending: ".m",
  async detect({ paths, head }) {
    const [path] = paths;
    if (paths.length !== 1 || path === undefined || !/\.m$/iu.test(path)) return 0;
    const text = await head(path);
    return /^\s*function\s+\w+\s*=/mu.test(text) && /\bmpc\b|\bbaseMVA\b/u.test(text) ? 0.95 : 0.2;
  },
  read,
  write: null,
};

type Row = Readonly<Record<string, number>>;

async function read(input: FormatInput): Promise<object | null> {
  const { reading } = input;
  const file = onlyFile(input, /\.m$/iu);
  const literals = new MatpowerLiterals(file, reading.caps, reading.issues);
  let last = 1;
  for await (const { row, line } of textLines(decodeText(input.files.open(file), file, reading.caps.fileBytes))) {
    if (row % 1000 === 0) await reading.step();
    literals.line(row, line);
    last = row;
  }
  literals.finish(last);
  refuseOtherVersions(file, literals);
  const counted = new CountedIssues(reading.issues);
  await addBuses(input, file, literals, counted);
  await addGenerators(input, file, literals, counted);
  await addBranches(input, file, literals, counted);
  for (const [field, { row, value }] of literals.fields) {
    if (readFields.includes(field)) continue;
    const rows = Array.isArray(value) ? value.length : 1;
    for (let at = 0; at < rows; at += 1) {
      counted.count({ code: "ROWS_LEFT_OUT", file, text: `Rows of ${field} have no place in a dataset` }, row);
    }
  }
  counted.tell();
  const base = literals.fields.get("baseMVA")?.value;
  const baseText = typeof base === "number" ? `, base ${base} MVA` : "";
  return { title: literals.caseName, description: `MATPOWER case ${literals.caseName}${baseText}.` };
}

function refuseOtherVersions(file: string, { fields, caseName }: MatpowerLiterals): void {
  const version = fields.get("version");
  const isSecond = version?.value === "2" || version?.value === 2;
  if (caseName !== "" && isSecond && fields.has("bus")) return;
  const text = "A case of version 2 is needed: function mpc = NAME, mpc.version = '2' and mpc.bus.";
  throw new ReadError("MATPOWER_CODE", { file, row: version?.row ?? 1, value: version?.value, text });
}

/** The rows of a matrix by the names of its columns. Throws ReadError where it is none, or a row lacks what is needed. */
function matrix(
  file: string,
  { fields }: MatpowerLiterals,
  field: string,
  columns: readonly string[],
): { row: number; cells: Row }[] {
  const stated = fields.get(field);
  if (stated === undefined) return [];
  const least = field === "branch" ? 11 : columns.length;
  return rowsOf(file, field, stated).map(({ row, values }) => {
    if (values.length < least || values.some((value) => typeof value !== "number")) {
      const text = `A row of ${field} needs at least ${least} numbers.`;
      throw new ReadError("LITERAL_MALFORMED", { file, row, text });
    }
    return { row, cells: Object.fromEntries(columns.map((name, at) => [name, Number(values[at] ?? Number.NaN)])) };
  });
}

function rowsOf(file: string, field: string, { row, value }: { row: number; value: Literal }): readonly LiteralRow[] {
  if (typeof value === "object") return value;
  throw new ReadError("LITERAL_MALFORMED", { file, row, value, text: `${field} must be a matrix.` });
}

async function addBuses(
  { rows }: FormatInput,
  file: string,
  literals: MatpowerLiterals,
  counted: CountedIssues,
): Promise<void> {
  const named = literals.fields.get("bus_name");
  const names = named === undefined ? [] : rowsOf(file, "bus_name", named).flatMap(({ values }) => values);
  for (const [at, { row, cells }] of matrix(file, literals, "bus", busColumns).entries()) {
    const { bus_i = 0, pd = 0, ...others } = cells;
    if (pd < 0) {
      const text = "Loads below 0 are kept in x_pd and neither consume nor produce";
      counted.count({ code: "VALUE_REPAIRED", file, column: "Pd", text }, row, pd);
    }
    await rows.add("assets", `${file}#/bus`, row, {
      id: busId(bus_i),
      name: names[at],
      sector: "energy",
      kind: pd > 0 ? "substation" : "junction",
      consumes: pd > 0 ? `electricity:${pd}` : null,
      ...own(pd < 0 ? { ...others, pd } : others),
    });
  }
}

async function addGenerators(
  { rows }: FormatInput,
  file: string,
  literals: MatpowerLiterals,
  counted: CountedIssues,
): Promise<void> {
  for (const [at, { row, cells }] of matrix(file, literals, "gen", generatorColumns).entries()) {
    const { bus = 0, pmax = 0, ...others } = cells;
    const isOn = (cells["status"] ?? 0) > 0;
    if (!isOn) {
      const text = "Generators out of service produce nothing";
      counted.count({ code: "VALUE_REPAIRED", file, column: "status", text }, row, cells["status"]);
    }
    const id = `gen-${at + 1}`;
    const gives = isOn && pmax > 0;
    await rows.add("assets", `${file}#/gen`, row, {
      id,
      sector: "energy",
      kind: "power plant",
      produces: gives ? amount(pmax) : null,
      ...(pmax >= 0 && pmax < Infinity ? { capacity: pmax, unit: "MW" } : {}),
      ...own(pmax < 0 ? { ...others, pmax } : others),
    });
    await rows.add("connections", `${file}#/gen-connections`, row, {
      id: `${id}-bus`,
      a: id,
      b: busId(bus),
      commodity: "electricity",
    });
  }
}

async function addBranches(
  { rows }: FormatInput,
  file: string,
  literals: MatpowerLiterals,
  counted: CountedIssues,
): Promise<void> {
  for (const [at, { row, cells }] of matrix(file, literals, "branch", branchColumns).entries()) {
    const { fbus = 0, tbus = 0, rate_a = 0, ...others } = cells;
    if (!((cells["status"] ?? 0) > 0)) {
      counted.count({ code: "ROWS_LEFT_OUT", file, text: "Branches out of service are left out" }, row);
    } else if (fbus === tbus) {
      counted.count({ code: "ROWS_LEFT_OUT", file, text: "Branches from a bus to itself are left out" }, row);
    } else {
      await rows.add("connections", `${file}#/branch`, row, {
        id: `branch-${at + 1}`,
        a: busId(fbus),
        b: busId(tbus),
        commodity: "electricity",
        // 0 says without limit, and so does Inf.
        ...(rate_a > 0 && rate_a < Infinity ? { capacity: rate_a, unit: "MW" } : {}),
        ...own(others),
      });
    }
  }
}

function busId(number: number): string {
  return `bus-${number}`;
}

function amount(megawatts: number): string {
  return megawatts < Infinity ? `electricity:${megawatts}` : "electricity";
}

/** Columns without a place in ours, by name; what is no finite number is not known. */
function own(cells: Row): Row {
  const known = Object.entries(cells).filter(([, value]) => Number.isFinite(value));
  return Object.fromEntries(known.map(([name, value]) => [`x_${name}`, value === 0 ? 0 : value]));
}
