import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RawFiles } from "../../../datasets/recipes/raw-files.ts";
import { type RawDialect, type RawRow, readRawRows } from "../../../datasets/recipes/raw-rows.ts";
import { RecipeError } from "../../../datasets/recipes/recipe-error.ts";
import { writeFolder } from "./open-region/raw-folder.ts";

const file = "raw/rows.csv";

/** The rows of a file with this text, and what is kept of them. */
async function rowsOf(text: string, columns: readonly string[], dialect?: RawDialect) {
  const folder = await writeFolder({ [file]: text });
  const raw = new RawFiles(folder);
  const rows: RawRow[] = [];
  try {
    for await (const row of readRawRows(raw, file, columns, dialect)) rows.push(row);
  } finally {
    await rm(folder, { recursive: true });
  }
  return { rows, raw };
}

const only = async (text: string): Promise<RawRow> => {
  const [row] = (await rowsOf(text, [])).rows;
  if (row === undefined) throw new Error("no row");
  return row;
};

describe("rows of a raw file", () => {
  it("are numbered by the lines of the file, the header being the first, and counted", async () => {
    const { rows, raw } = await rowsOf('id,note\n1,"two\nlines"\n2,b\n', ["id"]);
    // The first ends on line 3.
    expect(rows.map(({ row, cells }) => [row, cells["id"]])).toEqual([
      [3, "1"],
      [4, "2"],
    ]);
    expect(raw.reports()).toEqual([{ file, rowsIn: 2, rowsUsed: 2, rowsDropped: 0, leftOut: {} }]);
  });

  it("have a byte order mark, another delimiter or another quote", async () => {
    expect((await rowsOf("\uFEFFid;name\n1;a,b\n", ["id", "name"], { delimiter: ";" })).rows[0]?.text("name")).toBe(
      "a,b",
    );
    const quoted = await rowsOf("id,name\n1,'O''Hara, \"x\"'\n", ["id"], { quote: "'", escape: "'" });
    expect(quoted.rows[0]?.text("name")).toBe('O\'Hara, "x"');
  });

  it("have texts without blanks around them, and numbers that are unknown where the cell is empty", async () => {
    const row = await only("a,b,c,d\n  x ,-1.5e3, ,0\n");
    expect([row.text("a"), row.text("nowhere")]).toEqual(["x", ""]);
    expect([row.number("b"), row.number("c"), row.number("d"), row.number("nowhere")]).toEqual([-1500, null, 0, null]);
    expect(row.need("d")).toBe(0);
  });

  it.each(["much", "1,000", "1e999", "NaN", "Infinity"])(
    "refuse %s as a number, by file, row and column",
    async (text) => {
      const row = await only(`a\n"${text}"\n`);
      const error = { code: "RECIPE_VALUE_UNKNOWN", file, message: `${file}, row 2, a: cannot use "${text}"` };
      expect(() => row.number("a")).toThrow(expect.objectContaining(error));
    },
  );

  it("refuse an empty cell that is needed", async () => {
    const row = await only("a,b\n,1\n");
    expect(() => row.need("a")).toThrow(RecipeError);
  });

  it("are told as left out or dropped; else they are used", async () => {
    const { rows, raw } = await rowsOf("id\n1\n2\n3\n4\n", ["id"]);
    rows[0]?.leaveOut("too small");
    rows[1]?.leaveOut("too small");
    rows[2]?.drop("3", "it has no place");
    expect(raw.reports()).toEqual([{ file, rowsIn: 4, rowsUsed: 1, rowsDropped: 1, leftOut: { "too small": 2 } }]);
    expect(raw.dropped).toEqual([{ file, row: 4, id: "3", reason: "it has no place" }]);
  });

  it("can be none: the file is told all the same", async () => {
    const { rows, raw } = await rowsOf("id\n", ["id"]);
    expect(rows).toEqual([]);
    expect(raw.reports()).toEqual([{ file, rowsIn: 0, rowsUsed: 0, rowsDropped: 0, leftOut: {} }]);
  });

  it.each([
    ["lack a column", "id\n1\n", "lacks the columns name, size"],
    ["have a row that is too long", "id,name,size\n1,a,2,3\n", "is no CSV file"],
    ["have a quote that is not closed", 'id,name,size\n1,"a,2\n', "is no CSV file"],
  ])("are refused where they %s", async (_, text, says) => {
    await expect(rowsOf(text, ["id", "name", "size"])).rejects.toMatchObject({
      code: "RECIPE_FILE_MALFORMED",
      message: expect.stringContaining(says),
    });
  });

  it("are refused where the file is not there, by its path", async () => {
    const rows = readRawRows(new RawFiles("/nowhere"), file, []);
    await expect(rows.next()).rejects.toMatchObject({ code: "RECIPE_FILE_MISSING", file: join("/nowhere", file) });
  });
});
