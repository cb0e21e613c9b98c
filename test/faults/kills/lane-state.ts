/** One content of a dataset: the number of the write that brought it, and how many rows of each table it has. */
export interface Content {
  readonly write: number;
  readonly rows: number;
}

/**
 * What one lane of writes has in the store. Each lane has one dataset, documents and runs of its own, and makes one
 * write after the other: after a kill the store holds what the acknowledged writes made, with or without the one that
 * was open. A number stands for the content that the write of that number brought.
 */
export interface LaneState {
  /** The imports since the dataset was made, the last one visible; none where there is no dataset. */
  readonly revisions: readonly Content[];
  readonly documents: Readonly<Record<string, number>>;
  readonly runs: Readonly<Record<string, number>>;
}

export const emptyLane: LaneState = { revisions: [], documents: {}, runs: {} };
