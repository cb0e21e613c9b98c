import { describe, expect, it } from "vitest";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { MatpowerLiterals } from "../../../../datasets/formats/foreign/matpower-literals.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";

function read(text: string) {
  const issues = new IssueList(20);
  const literals = new MatpowerLiterals("c.m", defaultCaps, issues);
  const lines = text.split("\n");
  lines.forEach((line, at) => literals.line(at + 1, line));
  literals.finish(lines.length);
  return { literals, told: issues.issues.map(({ code, row }) => [code, row]) };
}

describe("literals of a case", () => {
  it("are numbers, texts, matrices and lists of names, with their lines", () => {
    const { literals, told } = read(
      "function mpc = case1\nmpc.version = '2';\nmpc.baseMVA = 1e2;\nmpc.bus = [\n1, 2 % first\n3 -4.5; Inf NaN\n];\nmpc.bus_name = {'a b'; 'it''s'};",
    );
    expect(told).toEqual([]);
    expect(literals.caseName).toBe("case1");
    expect(literals.fields.get("version")).toEqual({ row: 2, value: "2" });
    expect(literals.fields.get("baseMVA")?.value).toBe(100);
    expect(literals.fields.get("bus")?.value).toEqual([
      { row: 5, values: [1, 2] },
      { row: 6, values: [3, -4.5] },
      { row: 6, values: [Infinity, Number.NaN] },
    ]);
    expect(literals.fields.get("bus_name")?.value).toEqual([
      { row: 8, values: ["a b"] },
      { row: 8, values: ["it's"] },
    ]);
  });

  it("are left where comments and blocks of them are", () => {
    const { literals, told } = read("function mpc = c\n% mpc.a = 1;\n%{\nmpc.b = 2;\n%}\nmpc.d = 3;");
    expect([[...literals.fields.keys()], told]).toEqual([["d"], []]);
  });

  it.each([
    "system('rm -rf /');",
    "mpc.x = system('ls');",
    "mpc.x = rand(3);",
    "mpc.x = 1 + 1;",
    "mpc.x = eval('1');",
    "!ls",
    "mpc.bus(1, 2) = 5;",
    "for k = 1:3, end",
  ])("are not what is code, which is told and never run: %s", (code) => {
    const { literals, told } = read(`function mpc = c\n${code}\nmpc.ok = 1;`);
    expect(told.map(([name]) => name)).toContain("MATPOWER_CODE");
    expect(literals.fields.has("x")).toBe(false);
  });
});
