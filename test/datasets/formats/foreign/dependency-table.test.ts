import { describe, expect, it } from "vitest";
import { dependencyTable } from "../../../../datasets/formats/foreign/dependency-table.ts";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import type { ReadOutcome } from "../../../../datasets/formats/read-dataset.ts";
import { filesOf, readDamaged, readFiles } from "../../../support/foreign-formats.ts";
import { codesOf, told } from "../../../support/foreign-outcome.ts";

const options = {
  description: { licence: "CC0-1.0" },
  mapping: { assets: { constants: { kind: "control centre", states: "DE" } } },
};
const table = `From;To;From sector;Sector to;Likelihood;Impact;note
Grid;Hospital;Power;Health;80%;0,5;main
Grid;Bank;energy;Banking;0.25;;
Bank;Grid;Finance;Space weather;1;;
Works;Hospital;water;Energy;;;
Bank;Bank;;;1;;
`.replace("0,5", "0.5");
const files = new Map([["dependencies.csv", table]]);

function read(text: string): Promise<ReadOutcome> {
  return readFiles(dependencyTable, new Map([["dependencies.csv", text]]), options);
}

describe("table of dependencies", () => {
  it("reads dependencies, and the assets at their ends", async () => {
    const { dataset, issues } = await readFiles(dependencyTable, files, options);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset?.assets.map(({ id, name, sector, assumed }) => [id, name, sector, assumed])).toEqual([
      ["Bank", "Bank", "finance", undefined],
      ["Grid", "Grid", "energy", undefined],
      ["Hospital", "Hospital", "health", undefined],
      ["Works", "Works", "water", undefined],
    ]);
    const rows = dataset?.dependencies.map(({ provider, dependent, likelihood, loss }) => [
      provider,
      dependent,
      likelihood,
      loss,
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ["Grid", "Hospital", 0.8, 0.5],
        ["Grid", "Bank", 0.25, undefined],
        ["Bank", "Grid", 1, undefined],
        ["Works", "Hospital", undefined, undefined],
      ]),
    );
    expect(rows).toHaveLength(4);
    expect(dataset?.dependencies.find(({ loss }) => loss === 0.5)?.extra).toEqual({ x_note: "main" });
    expect(dataset?.description.vocabulary?.sectors).toEqual([{ id: "Space weather", title: "Space weather" }]);
  });

  it("tells what is left out and what rows disagree on", async () => {
    const outcome = await readFiles(dependencyTable, files, options);
    expect(told(outcome, "ROWS_LEFT_OUT")).toMatchObject([{ row: 6 }]);
    expect(told(outcome, "VALUE_REPAIRED")).toMatchObject([{ row: 4, column: "To", value: "Grid" }]);
  });

  it("keeps scales apart from shares", async () => {
    const outcome = await read(
      "source,target,source sector,target sector,probability,severity\na,b,energy,water,1,high\nb,c,water,food,5,low\n",
    );
    expect(outcome.dataset?.dependencies.map(({ likelihood, loss, extra }) => [likelihood, loss, extra])).toEqual([
      [undefined, undefined, { x_impact: "high", x_likelihood: "1" }],
      [undefined, undefined, { x_impact: "low", x_likelihood: "5" }],
    ]);
    expect(told(outcome, "VALUE_REPAIRED").map(({ column }) => column)).toEqual(["probability", "severity"]);
  });

  it("takes source for where a row is from, where from is the end", async () => {
    const { dataset } = await read("from,to,from sector,to sector,impact,source\na,b,energy,water,1,survey\n");
    expect(dataset?.dependencies).toMatchObject([{ provider: "a", source: "survey", loss: 1 }]);
  });

  it.each([
    ["no ends", "likelihood,x\n1,2\n", "COLUMN_MISSING", 1],
    ["a word among shares", "from,to,impact\na,b,0.5\nb,c,high\n", "CELL_NOT_NUMBER", 3],
    ["a share below 0", "from,to,impact\na,b,-0.5\n", "VALUE_OUT_OF_RANGE", 2],
    ["an end missing", "from,to,impact\na,,0.5\n", "VALUE_MISSING", 2],
  ])("refuses %s", async (_, text, code, row) => {
    const outcome = await read(text);
    expect(outcome.dataset).toBeNull();
    expect(codesOf(outcome)).toContain(code);
    expect(told(outcome, code)[0]).toMatchObject({ row });
  });

  it("is known by its header, and goes before tables of any words", async () => {
    const [best] = await guessFormats(filesOf("upload", files));
    expect(best).toMatchObject({ format: { id: "dependency-table" }, confidence: 0.7 });
    const plain = new Map([["edges.csv", "from,to,weight\na,b,1\n"]]);
    expect((await guessFormats(filesOf("upload", plain)))[0]?.format.id).toBe("csv");
  });

  it("refuses damaged files with a place and never breaks", async () => {
    const { refused, unplaced } = await readDamaged(dependencyTable, files, 500, options);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });
});
