import { Type } from "typebox";
import { tables } from "../../analyzer/index.ts";
import { parseDescription } from "./description.ts";
import { fillingsOf, type Mapping } from "./mapping.ts";
import type { TableReading } from "./read-csv-table.ts";
import { RowObjectReader } from "./read-row-object.ts";
import type { DatasetParts } from "./dataset-parts.ts";
import { parseShape } from "./parse-shape.ts";
import { TableCollector } from "./table-collector.ts";

const rows = Type.Array(Type.Unknown());
const bundleSchema = Type.Object(
  {
    dataset: Type.Unknown(),
    assets: rows,
    dependencies: Type.Optional(rows),
    connections: Type.Optional(rows),
  },
  { additionalProperties: false },
);

/**
 * Reads the value of a JSON bundle. In issues its parts are called `FILE#/dataset`, `FILE#/assets` and so on, and `row` is
 * the place in the list, from 1. Throws ReadError over a cap.
 */
export async function readBundle(
  value: unknown,
  file: string,
  mapping: Mapping,
  reading: TableReading,
): Promise<DatasetParts> {
  const { value: bundle, issues: faults } = parseShape(bundleSchema, value, file);
  for (const fault of faults) reading.issues.add(fault);
  if (bundle === null) return { description: null, descriptionFile: file, collectors: [], complete: false };
  const descriptionFile = `${file}#/dataset`;
  const { description, issues } = parseDescription(bundle.dataset, descriptionFile);
  for (const issue of issues) reading.issues.add(issue);
  const collectors: TableCollector[] = [];
  for (const table of tables) {
    const fillings = fillingsOf(table, mapping[table]);
    const collector = new TableCollector(table, `${file}#/${table}`, fillings, reading.caps, reading.issues);
    collectors.push(collector);
    const reader = new RowObjectReader(collector, reading.issues);
    for (const [index, row] of (bundle[table] ?? []).entries()) {
      reader.read(index + 1, row);
      await reading.step();
    }
  }
  return { description, descriptionFile, collectors, complete: true };
}
