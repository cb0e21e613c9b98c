/** How often a column is stated, by the rows that could. */
export interface ColumnCompleteness {
  readonly table: "assets" | "dependencies" | "connections";
  readonly column: string;
  readonly rows: number;
  /** Null where the table has no rows. */
  readonly stated: number | null;
  /** Of all rows, those that list it as assumed. */
  readonly assumed: number | null;
}

/** A State or a sector: what it has, and how much is stated of what is usually known of an asset. */
export interface PartCompleteness {
  readonly assets: number;
  /** Of the cells of `usualColumns`, those that are filled. */
  readonly stated: number;
  readonly assumed: number;
}

export interface StateCompleteness extends PartCompleteness {
  readonly code: string;
  readonly sectors: number;
  /** Sectors that other States of the dataset have. */
  readonly sectorsMissing: readonly string[];
}

export interface SectorCompleteness extends PartCompleteness {
  readonly sector: string;
  readonly states: number;
}

/** An island of a network in which nobody produces what it carries. */
export interface IslandGap {
  readonly commodity: string;
  readonly assets: number;
  /** The first of them. */
  readonly id: string;
}

/** A service with one provider, where most assets of the kind have several. */
export interface SingleProvider {
  readonly id: string;
  readonly group: string;
  readonly provider: string;
  /** Of the assets of the kind with that service, those with several providers. */
  readonly shareWithMore: number;
}

/** A value far from those that other rows of its kind state. */
export interface UnusualValue {
  readonly table: "assets" | "dependencies" | "connections";
  readonly id: string;
  readonly column: string;
  readonly value: number;
  readonly unit: string | null;
  /** What is usual for the kind: from the least to the most. */
  readonly usual: readonly [number, number];
}

/** What a dataset does not know, or what in it looks as if something were missing. Lists are cut at `limit`; counts are not. */
export interface DataGapsResult {
  readonly kind: "data-gaps";
  readonly columns: readonly ColumnCompleteness[];
  readonly states: readonly StateCompleteness[];
  readonly sectors: readonly SectorCompleteness[];
  readonly isolatedCount: number;
  readonly isolated: readonly string[];
  readonly islandCount: number;
  readonly islands: readonly IslandGap[];
  readonly singleProviderCount: number;
  readonly singleProviders: readonly SingleProvider[];
  readonly unusualCount: number;
  readonly unusual: readonly UnusualValue[];
}
