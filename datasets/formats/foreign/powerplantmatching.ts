import type { IssueList } from "../issue-list.ts";
import { formatIssue } from "../read-error.ts";
import { codeOfName } from "./country-names.ts";
import { CountedIssues } from "./counted-issues.ts";
import { csvObjects } from "./csv-objects.ts";
import type { Format, FormatInput } from "./format.ts";
import { numberCell } from "./number-cell.ts";
import { onlyFile } from "./only-file.ts";
import { parsePython, type PythonValue } from "./python-literal.ts";

const required = ["id", "Fueltype", "Technology", "Country", "Capacity"];
/** Of which 0 says that it is not known. */
const neverZero: readonly string[] = ["Volume_Mm3", "DamHeight_m", "StorageCapacity_MWh", "Duration"];

/** The table of power plants of powerplantmatching: names of countries, capacities in MW, ids as literals of Python. */
export const powerplantmatching: Format = {
  id: "powerplantmatching",
  title: "powerplantmatching power plants",
  ending: ".csv",
  async detect({ paths, head }) {
    const [path, ...others] = paths.filter((each) => /\.csv$/iu.test(each));
    if (path === undefined || others.length > 0) return 0;
    const header = (await head(path)).split(/\r?\n/u, 1)[0]?.split(",") ?? [];
    return required.slice(1).every((name) => header.includes(name)) ? 0.95 : 0;
  },
  read,
  write: null,
};

async function read(input: FormatInput): Promise<object | null> {
  const { issues } = input.reading;
  const file = onlyFile(input, /\.csv$/iu);
  const counted = new CountedIssues(issues);
  for await (const { row, cells } of csvObjects(input, file, { required, index: "id" })) {
    const {
      id = "",
      Name: name,
      Fueltype: fuel = "",
      Technology: technology = "",
      Country: country = "",
      ...others
    } = cells;
    const { Capacity: _capacity, lat, lon, EIC = "", projectID = "", ...own } = others;
    const state = codeOfName(country);
    if (state === null && country.trim() !== "") {
      const text = `${country} is no name of a State that is known, and the place says which it is`;
      counted.count({ code: "VALUE_REPAIRED", file, column: "Country", text }, row, country);
    }
    if (cells["DateOut"]?.trim()) {
      const text = "Plants with a year of closure are kept: the file does not say as of when it is";
      counted.count({ code: "PART_NOT_READ", file, column: "DateOut", text }, row, cells["DateOut"]);
    }
    const capacity = numberCell(issues, cells["Capacity"], { file, row, column: "Capacity" });
    if (capacity === 0) {
      const text = "A capacity of 0 is taken for one that is not known";
      counted.count({ code: "VALUE_REPAIRED", file, column: "Capacity", text }, row, capacity);
    }
    const sized = capacity === null || capacity === 0 ? {} : { capacity, unit: "MW" };
    const supply = "unit" in sized ? `electricity:${sized.capacity}` : "electricity";
    const known = Object.entries(own).filter(([key, text]) => {
      if (!neverZero.includes(key) || text.trim() === "" || Number(text) !== 0) return true;
      const said = `A ${key} of 0 is taken for one that is not known`;
      counted.count({ code: "VALUE_REPAIRED", file, column: key, text: said }, row, text);
      return false;
    });
    await input.rows.add("assets", file, row, {
      id: id.trim() === "" ? "" : `plant-${id}`,
      name,
      sector: "energy",
      subsector: fuel,
      kind: kindOf(fuel),
      states: state,
      lon,
      lat,
      // What was pumped up is given back, and not produced.
      produces: /pumped storage/iu.test(technology) ? null : supply,
      ...sized,
      x_Technology: technology,
      ...Object.fromEntries(known.map(([key, text]) => [`x_${key}`, text])),
      x_EIC: idsOf(issues, EIC, { file, row, column: "EIC" }),
      x_projectID: idsOf(issues, projectID, { file, row, column: "projectID" }),
    });
  }
  counted.tell();
  return null;
}

function kindOf(fuel: string): string {
  if (fuel === "Nuclear") return "nuclear power plant";
  return fuel === "Hydro" ? "hydro power plant" : "power plant";
}

/** `{'GEM': {'G1', 'G2'}}` as `GEM:G1|GEM:G2`, `{'X', nan}` as `X`; other text as it is. */
function idsOf(issues: IssueList, cell: string, place: { file: string; row: number; column: string }): string {
  if (!/^\s*[[{(]/u.test(cell)) return cell;
  const value = parsePython(cell);
  if (value === undefined) {
    const text = `${place.column} must be a set of ids, such as {'X1', 'X2'}.`;
    issues.add(formatIssue("LITERAL_MALFORMED", { ...place, value: cell, text }));
    return "";
  }
  return words(value).join("|");
}

function words(value: PythonValue): string[] {
  if (value === null) return [];
  if (typeof value !== "object") return [String(value)];
  if (value instanceof Map)
    return [...value].flatMap(([key, of]: [string, PythonValue]) => words(of).map((word) => `${key}:${word}`));
  return Array.isArray(value) ? value.flatMap(words) : [];
}
