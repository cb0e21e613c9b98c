import type { Table } from "../model/attributes.ts";
import type { Place } from "../model/issue.ts";
import type { StatedTable } from "./stated-table.ts";

/** What a check has to be told from outside the core: where rows came from, and what is known of the world. */
export interface CheckContext {
  /** File and row of the row at `index` of a list of the dataset. */
  locate(table: Table, index: number): Place;
  /**
   * Codes (ISO 3166-1 alpha-2) of the State at a point and of its territory that has one, the narrowest first; none at sea.
   * Left out: places are not compared with States.
   */
  statesAt?(lon: number, lat: number): readonly string[];
  /** Whether a code is in ISO 3166-1. Left out: only user-assigned codes are checked. */
  knownState?(code: string): boolean;
  /** What the rows of a table state; null where nobody can tell without going through them. Left out: of no table. */
  stated?(table: Table): StatedTable | null;
  /** The file that describes the dataset; `dataset.json` unless said. */
  readonly descriptionFile?: string;
}
