import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Table, tables } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { fillingsOf } from "../../../../datasets/formats/mapping.ts";
import { readAndCheck, readDataset, type ReadOutcome } from "../../../../datasets/formats/read-dataset.ts";
import { TableCollector } from "../../../../datasets/formats/table-collector.ts";
import { plainReadTable } from "../../../support/plain-read-table.ts";
import { description } from "../../../support/rows.ts";
import { filesOf } from "../../../support/rows-as-files.ts";

/** Mostly what is usual, now and then what a check has something to say about. */
const mostly = (usual: readonly string[], odd: readonly string[]) =>
  fc.oneof({ weight: 400, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });

const givers = ["A", "B", "C"];
const takers = ["D-1", "Ångström", "e".repeat(30)];
const assetIds = [...givers, ...takers];
const columnsOf = {
  assets: {
    id: mostly(assetIds, ["", "@electricity", "x".repeat(201), " A", "a\u0001"]),
    name: mostly(["one", "two", "three"], ["", "\u0007"]),
    sector: mostly(["energy", "water"], ["", "weather"]),
    kind: mostly(["substation", "hospital"], ["no kind"]),
    states: mostly(["XA", "XB", "XA:0.5|XB:0.5"], ["UK", "XA:0.5", "zz", ""]),
    restart_hours: mostly(["", "0", "2.5"], ["-1", "1e999", "two"]),
    produces: mostly(["", "", "electricity:5", "gas"], ["fog"]),
    assumed: mostly(["", "states"], ["nothing"]),
    source: mostly(["made-up"], [""]),
    x_own: mostly(["", "a", "b"], ["'=1"]),
  },
  dependencies: {
    id: fc.oneof(
      { weight: 9, arbitrary: fc.nat(2000).map((n) => `d${n}`) },
      mostly(["d1", "A"], ["", "@d", "dé", "d💥"]),
    ),
    provider: mostly([...givers, ...givers, "@electricity"], ["nobody", "@fog", "", ...takers]),
    dependent: mostly(takers, ["nobody", ""]),
    commodity: mostly(["", "electricity", "water"], ["fog"]),
    group: mostly(["", "g", "h", "d1"], ["@g"]),
    need: mostly(["", "1"], ["2", "0", "3x"]),
    rule: mostly(["", "", "threshold"], ["never", "proportional"]),
    loss: mostly(["", "1"], ["0.5", "2"]),
    buffer_hours: mostly(["", "8"], ["-8"]),
    share: mostly(["", "0.5", "1"], ["0"]),
    lag_hours: mostly(["", "1"], ["0.5"]),
    source: mostly(["made-up"], [""]),
    x_own: mostly(["", "a"], ["b"]),
  },
  connections: {
    id: fc.nat(2000).map((n) => `c${n}`),
    a: mostly(givers, ["nobody"]),
    b: mostly(takers, ["", ...givers]),
    commodity: mostly(["electricity", "gas"], ["fog", ""]),
    capacity: mostly(["", "10"], ["-1"]),
    unit: mostly(["MW"], [""]),
    source: mostly(["made-up"], [""]),
  },
} as const satisfies Record<Table, Record<string, fc.Arbitrary<string>>>;

/** The lines of a table with its needed columns and some of the others. */
function linesOf(table: Table, most: number): fc.Arbitrary<string> {
  const columns: Readonly<Record<string, fc.Arbitrary<string>>> = columnsOf[table];
  const needed = {
    assets: ["id", "name", "sector", "kind", "states", "source"],
    dependencies: ["provider", "dependent"],
    connections: ["a", "b", "commodity"],
  }[table];
  const others = Object.keys(columns).filter((name) => !needed.includes(name));
  return fc.subarray(others).chain((some) => {
    const header = Object.keys(columns).filter((name) => needed.includes(name) || some.includes(name));
    const row = fc.tuple(...header.map((name) => columns[name]!));
    const rows = table === "assets" ? assetRows(row) : fc.array(row, { maxLength: most });
    return rows.map((rows) => [header, ...rows].map((cells) => `${cells.join(",")}\n`).join(""));
  });
}

/** Most often one row for each asset, in any order. */
function assetRows(row: fc.Arbitrary<string[]>): fc.Arbitrary<string[][]> {
  const each = fc.tuple(
    fc.shuffledSubarray(assetIds, { minLength: assetIds.length }),
    fc.array(row, { minLength: assetIds.length, maxLength: assetIds.length }),
  );
  const named = each.map(([ids, rows]) => rows.map(([, ...cells], at) => [ids[at]!, ...cells]));
  return fc.oneof({ weight: 9, arbitrary: named }, { weight: 1, arbitrary: fc.array(row, { maxLength: 8 }) });
}

const folders = fc.record({
  assets: linesOf("assets", 8),
  dependencies: linesOf("dependencies", 14),
  connections: linesOf("connections", 3),
});
type Folder = Readonly<Record<Table, string>>;

function readAsColumns(folder: Folder): Promise<ReadOutcome> {
  const files = Object.fromEntries(tables.map((table) => [`${table}.csv`, folder[table]]));
  return readDataset(filesOf({ "dataset.json": JSON.stringify(description), ...files }, 64));
}

/** The same, but each cell taken after the other and each row an object from the start. */
function readAsRows(folder: Folder): Promise<ReadOutcome> {
  return readAndCheck(async (reading) => {
    const collectors = tables.map(
      (table) => new TableCollector(table, `${table}.csv`, fillingsOf(table), reading.caps, reading.issues),
    );
    for (const collector of collectors) await plainReadTable(collector, inOnePiece(folder[collector.table]), reading);
    return { description, descriptionFile: "dataset.json", collectors, complete: true };
  }, {});
}

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

describe("SortedColumns", () => {
  it("give the issues, the dataset and the compiled system that rows give", async () => {
    let sound = 0;
    await fc.assert(
      fc.asyncProperty(folders, async (folder) => {
        const [ours, plain] = [await readAsColumns(folder), await readAsRows(folder)];
        expect(ours.issues).toStrictEqual(plain.issues);
        expect(ours.counts).toStrictEqual(plain.counts);
        // Before anyone asks for a row.
        if (ours.dataset !== null && plain.dataset !== null) {
          sound += 1;
          expect(compileSystem(ours.dataset)).toStrictEqual(compileSystem(plain.dataset));
        }
        expect(ours.dataset).toStrictEqual(plain.dataset);
      }),
      { numRuns: 1000, seed: 20_261_129 },
    );
    expect(sound).toBeGreaterThan(100);
  }, 120_000);
});
