/** What one column of a table states. */
export type StatedColumn = StatedNumbers | StatedValues;

/** A column of numbers. */
export interface StatedNumbers {
  /** [row] NaN where the row does not state one. */
  readonly numbers: Float64Array;
}

/** A column of anything else. */
export interface StatedValues {
  /**
   * Every value that a row states, once or more often, in whatever order. Ids of assets may be left out where they are named, as
   * they are judged where they are given.
   */
  readonly values: Iterable<unknown>;
  /** How many rows state none, and the first of them: -1 where there is none. */
  readonly unstated: number;
  readonly firstUnstated: number;
}

/** What the rows of a table state, for whoever can tell without going through them one by one. Rows are in canonical order. */
export interface StatedTable {
  readonly rowCount: number;
  /** By the name of the attribute in the model; a column that no row states may be left out. */
  readonly columns: ReadonlyMap<string, StatedColumn>;
  /** Whether no two rows have the same id. */
  readonly idsAreDifferent: boolean;
  /** How long ids are, in characters. */
  readonly idLengths: ReadonlySet<number>;
  readonly idAt: (row: number) => string;
  /** Whether a row may join an asset to itself. */
  readonly joinsItself: boolean;
}
