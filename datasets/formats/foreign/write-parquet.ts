import { parquetWriteBuffer } from "hyparquet-writer";
import {
  compareIds,
  type Dataset,
  ownColumnPrefix,
  type Table,
  tableAttributes,
  tables,
} from "../../../analyzer/index.ts";
import { descriptionSchema } from "../description.ts";
import { inSchemaOrder } from "../in-schema-order.ts";
import { rowCells } from "../row-cells.ts";
import type { Lost, Written } from "./format.ts";

/** A dataset as Parquet tables with columns of numbers, booleans and text; only required columns and those in use. */
export function writeParquet(dataset: Dataset): Promise<Written> {
  const lost: Lost[] = [];
  const files = new Map<string, string | Uint8Array>();
  for (const table of tables) {
    if (table === "assets" || dataset[table].length > 0)
      files.set(`${table}.parquet`, writeTable(table, dataset, lost));
  }
  files.set("dataset.json", `${JSON.stringify(inSchemaOrder(descriptionSchema, dataset.description), null, 2)}\n`);
  return Promise.resolve({ files, lost });
}

function writeTable(table: Table, dataset: Dataset, lost: Lost[]): Uint8Array {
  const rows = dataset[table].map((row) => rowCells(table, row));
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  const ours = tableAttributes[table].filter(({ column, required }) => required || used.has(column));
  const own = [...used].filter((column) => column.startsWith(ownColumnPrefix)).sort(compareIds);
  const columns = [...ours, ...own.map((column) => ({ column, type: "text" }))];
  const columnData = columns.map(({ column, type }) => {
    const data = rows.map((row) => row[column] ?? null);
    const broken = data.filter((cell) => typeof cell === "string" && /\p{Cs}/u.test(cell)).length;
    if (broken > 0) {
      const text = "It holds halves of characters, which UTF-8 cannot hold: each is written as U+FFFD.";
      lost.push({ table, column, rows: broken, text });
    }
    const kind = type === "number" ? "DOUBLE" : type === "boolean" ? "BOOLEAN" : "STRING";
    return { name: column, data, type: kind, nullable: true } as const;
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "Knockon" }));
}
