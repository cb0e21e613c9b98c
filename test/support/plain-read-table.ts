import { decodeText } from "../../datasets/formats/decode-text.ts";
import type { TableReading } from "../../datasets/formats/read-csv-table.ts";
import { formatIssue } from "../../datasets/formats/read-error.ts";
import type { TableCollector } from "../../datasets/formats/table-collector.ts";
import { plainCsvRecords } from "./plain-csv-records.ts";

/** The plain twin of `readCsvTable` for a sound header without tags: csv-parse, and one cell taken after the other. */
export async function plainReadTable(
  collector: TableCollector,
  bytes: AsyncIterable<Uint8Array>,
  { caps, issues }: TableReading,
): Promise<void> {
  const { file, fillings } = collector;
  let columns: { readonly name: string; readonly fillings: NonNullable<ReturnType<typeof fillings.of>> }[] | null =
    null;
  for await (const { row, cells } of plainCsvRecords(decodeText(bytes, file, caps.fileBytes), file, caps)) {
    if (columns === null) {
      columns = cells.map((name) => ({ name, fillings: fillings.of(name) ?? [] }));
      continue;
    }
    if (cells.length !== columns.length) issues.add(formatIssue("CSV_ROW_LENGTH", { file, row, text: "" }));
    collector.add(row, columns, cells);
  }
}
