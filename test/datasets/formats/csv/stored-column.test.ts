import { describe, expect, it } from "vitest";
import { tableAttributes } from "../../../../analyzer/index.ts";
import { BlockReader } from "../../../../datasets/formats/csv/block-reader.ts";
import { ByteDictionary } from "../../../../datasets/formats/csv/byte-dictionary.ts";
import { cellBlocks } from "../../../../datasets/formats/csv/cell-blocks.ts";
import { CsvMemory } from "../../../../datasets/formats/csv/csv-memory.ts";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";
import { fillingsOf } from "../../../../datasets/formats/mapping.ts";
import { TableCollector } from "../../../../datasets/formats/table-collector.ts";

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The columns of a table of dependencies, and whether its rows were taken as columns. */
async function stored(header: string, lines: readonly string[]) {
  const fillings = fillingsOf("dependencies");
  const collector = new TableCollector("dependencies", "d.csv", fillings, defaultCaps, new IssueList(100));
  const ids = new ByteDictionary(new CsvMemory());
  const columns = header.split(",").map((name) => ({ name, fillings: fillings.of(name) ?? [] }));
  const reader = new BlockReader(collector, columns, ids, 100);
  const taken: boolean[] = [];
  for await (const block of cellBlocks(inOnePiece(`${lines.join("\n")}\n`), "d.csv", defaultCaps, ids.memory))
    taken.push(reader.read(block));
  return { collector, columns: collector.columns, taken };
}

const header = "id,provider,dependent,group,share,x_own";
const lines = ["b,P,Q,g,0.5,one", "a,Q,P,,,", "c,P,R,h,1,two", "d,P,S,g,2,one"];

describe("StoredColumn", () => {
  it("gives many cells in any order as it gives each alone", async () => {
    const { columns } = await stored(header, lines);
    const places = Int32Array.of(3, 1, 1, 0, 2);
    for (const { name } of tableAttributes.dependencies) {
      const column = columns?.column(name);
      if (column === undefined) continue;
      const values: unknown[] = [];
      column.fetch(values, places);
      expect(values, name).toEqual([...places].map((row) => column.valueAt(row)));
    }
    expect(columns?.column("share")?.valueAt(3)).toBe(2);
    expect(columns?.column("share")?.valueAt(1)).toBeUndefined();
    expect(columns?.column("group")?.valueAt(1)).toBeUndefined();
    expect(columns?.column("provider")?.valueAt(1)).toBe("Q");
    expect(columns?.column("id")?.valueAt(2)).toBe("c");
    expect(columns?.column("loss")).toBeUndefined();
  });

  it.each([
    ["a number that cannot be read", "e,P,Q,g,half,one"],
    ["an id that must be there and is not", "e,,Q,g,1,one"],
    ["a cell too many", "e,P,Q,g,1,one,more"],
    ["a cell of nothing but spaces", "e,P,Q,  ,1,one"],
    ["a row that is longer than any cell may be", `e,P,Q,${"g".repeat(101)},1,one`],
  ])("takes no block with %s", async (_what, line) => {
    expect((await stored(header, lines)).taken).toEqual([true]);
    const { taken, collector } = await stored(header, [...lines, line]);
    expect(taken).toEqual([false]);
    expect(collector.count).toBe(0);
  });
});
