import type { DatasetDescription } from "../../analyzer/index.ts";
import type { TableCollector } from "./table-collector.ts";

/** What was found in the files of a dataset, before it is put together. */
export interface DatasetParts {
  readonly description: DatasetDescription | null;
  readonly descriptionFile: string;
  readonly collectors: readonly TableCollector[];
  /** Whether every file was read to its end: otherwise what one row says of another cannot be checked. */
  readonly complete: boolean;
}
