import { describe, expect, it, vi } from "vitest";
import { TableColumns } from "../../../../datasets/formats/csv/table-columns.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { readDataset } from "../../../../datasets/formats/index.ts";
import { description } from "../../../support/rows.ts";
import { filesOf } from "../../../support/rows-as-files.ts";

const assets = (count: number) =>
  Array.from({ length: count }, (_, n) => `A${n},Asset ${n},energy,substation,XA,made-up\n`).join("");
const dependencies = (count: number, provider: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => `d${n},${provider(n)},A${n},power,8,made-up\n`).join("");
const folder = (provider: (n: number) => string) =>
  filesOf({
    "dataset.json": JSON.stringify(description),
    "assets.csv": `id,name,sector,kind,states,source\n${assets(300)}`,
    "dependencies.csv": `id,provider,dependent,group,buffer_hours,source\n${dependencies(300, provider)}`,
  });

describe("TableColumns", () => {
  it("make no row of a sound table of dependencies until someone asks for one, and then each once", async () => {
    const made = vi.spyOn(TableColumns.prototype, "rowsAt");
    const { dataset, issues } = await readDataset(folder((n) => `A${(n + 1) % 300}`));
    expect(issues).toEqual([]);
    const system = compileSystem(dataset!);
    expect(system.memberProvider).toHaveLength(300);
    // The assets only.
    expect(made).toHaveBeenCalledTimes(1);
    expect(dataset?.dependencies[7]).toStrictEqual({
      id: "d104",
      provider: "A105",
      dependent: "A104",
      group: "power",
      bufferHours: 8,
      source: "made-up",
    });
    expect(dataset?.dependencies).toBe(dataset?.dependencies);
    expect(made).toHaveBeenCalledTimes(2);
    made.mockRestore();
  });

  it("tell an issue of a row with its line", async () => {
    const { issues } = await readDataset(folder((n) => (n === 42 ? "nobody" : `A${(n + 1) % 300}`)));
    expect(issues).toMatchObject([
      { code: "REFERENCE_UNKNOWN", file: "dependencies.csv", row: 44, column: "provider", value: "nobody" },
    ]);
  });
});
