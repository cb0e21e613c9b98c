import type { Asset, Connection, DatasetDescription, Dependency, Scenario } from "../../analyzer/index.ts";

/** What a recipe is given. */
export interface RecipeInput {
  /** Folder with the raw files (`--from`), or null where none was named. */
  readonly from: string | null;
  /** Told what is being done, one line at a time. */
  progress(text: string): void;
}

/** Rows of one raw file: `rowsIn` = `rowsUsed` + `rowsDropped` + the sum of `leftOut`. */
export interface RawFileReport {
  readonly file: string;
  readonly rowsIn: number;
  readonly rowsUsed: number;
  readonly rowsDropped: number;
  /** Rows that the recipe does not ask for, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** A raw row that should be in the dataset and cannot; `row` counts lines from 1, the header is row 1. */
export interface DroppedRow {
  readonly file: string;
  readonly row: number;
  readonly id: string;
  readonly reason: string;
}

/** What became of the raw rows, and what the recipe made of them. Records are in the order of their keys. */
export interface RecipeReport {
  readonly files: readonly RawFileReport[];
  readonly dropped: readonly DroppedRow[];
  readonly assetsPerSector: Readonly<Record<string, number>>;
  /** Dependencies and connections by `rule_id`. */
  readonly rowsPerRule: Readonly<Record<string, number>>;
  /** What a user should know and no row says. */
  readonly notes: readonly string[];
}

/** A dataset in canonical order (each list by id), and how it came about. */
export interface RecipeOutput {
  readonly description: DatasetDescription;
  readonly assets: readonly Asset[];
  readonly dependencies: readonly Dependency[];
  readonly connections: readonly Connection[];
  /** Scenarios that are kept beside the dataset. */
  readonly scenarios?: readonly Scenario[];
  readonly report: RecipeReport;
}

/** A reproducible build of a dataset: the same raw files give the same bytes. Throws `RecipeError` where the raw files will not do. */
export interface Recipe {
  readonly id: string;
  readonly title: string;
  build(input: RecipeInput): Promise<RecipeOutput>;
}
