import { type DatasetDescription, hasErrors, type Issue } from "../../../analyzer/index.ts";
import type { FileSet } from "../file-set.ts";
import type { Mapping } from "../mapping.ts";
import type { DatasetCounts } from "../read-dataset.ts";
import type { Format } from "./format.ts";
import { type ColumnProposal, mappingOf, proposeColumns } from "./propose-mapping.ts";
import { type ForeignOptions, readForeign } from "./read-foreign.ts";
import { withSettings } from "./with-settings.ts";

/** What files of others hold, what could fill what, and what an import with that mapping would say. */
export interface Inspection {
  readonly format: string;
  readonly columns: readonly ColumnProposal[];
  readonly mapping: Mapping;
  readonly counts: DatasetCounts;
  /** What the dataset would be called; null where an error refuses it. */
  readonly dataset: Pick<DatasetDescription, "id" | "title" | "version"> | null;
  /** Whether an import with this mapping would be taken. */
  readonly usable: boolean;
  readonly issues: readonly Issue[];
}

export interface InspectOptions extends Omit<ForeignOptions, "mapping"> {
  /** Instead of the proposed one. */
  readonly mapping: Mapping | null;
  /** One value for whole columns, as for `withSettings`; those that name none of ours are passed over. */
  readonly settings: readonly string[];
  /** Proposals less sure are not taken, from 0 to 1. */
  readonly least: number;
}

/** Reads files twice: as they are, to propose a mapping, and with it. Nothing is written. Cost: two readings. */
export async function inspectFiles(
  files: FileSet,
  format: Format,
  { mapping: given, settings, least, ...options }: InspectOptions,
): Promise<Inspection> {
  const first = await readForeign(files, format, { ...options, mapping: {} });
  const columns = proposeColumns(first.columns);
  const { mapping } = withSettings(given ?? mappingOf(columns, least), settings);
  const { dataset, counts, issues } = await readForeign(files, format, { ...options, mapping });
  const usable = dataset !== null && !hasErrors(issues);
  return { format: format.id, columns, mapping, counts, dataset: calledIn(dataset?.description), usable, issues };
}

/** What a dataset is called; null where there is none. */
export function calledIn(description: DatasetDescription | undefined): Inspection["dataset"] {
  if (description === undefined) return null;
  const { id, title, version } = description;
  return { id, title, version };
}
