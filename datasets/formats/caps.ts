/** What reading may cost before it is refused. Every cap is inclusive: exactly this much is still read. */
export interface Caps {
  /** Bytes of one CSV file, after inflating where it came in a zip. */
  readonly fileBytes: number;
  /** Bytes of one JSON file: it is held in memory whole. */
  readonly jsonBytes: number;
  /** How deep JSON may nest. */
  readonly jsonDepth: number;
  /** Rows of one table. */
  readonly rows: number;
  /** Columns of one table. */
  readonly columns: number;
  /** Bytes of one CSV row, so that an unclosed quote cannot swallow a whole file. */
  readonly recordBytes: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
  /** Bytes of a zip as it is. */
  readonly zipBytes: number;
  /** Bytes of all files of a zip together, counted while inflating and not as the zip claims. */
  readonly inflatedBytes: number;
  /** Files and folders in a zip. */
  readonly zipEntries: number;
  /** Errors of one dataset before reading stops. */
  readonly issues: number;
}

const mebibyte = 1024 * 1024;

export const defaultCaps: Caps = {
  fileBytes: 256 * mebibyte,
  jsonBytes: 128 * mebibyte,
  jsonDepth: 32,
  rows: 1_000_000,
  columns: 200,
  recordBytes: mebibyte,
  cellCharacters: 32_768,
  zipBytes: 128 * mebibyte,
  inflatedBytes: 512 * mebibyte,
  zipEntries: 1000,
  issues: 1000,
};

/** The most rows of a table in files that a user of this machine names. */
const mostLocalRows = 5_000_000;
/** What a row of a CSV file may take on average, the longest tables with sources and methods on every row. */
const bytesPerRow = 224;

/**
 * For files that a user of this machine names, unlike those that come over HTTP. A generated dataset of 1,000,000 assets is read:
 * its dependencies are several times as many. Reading takes about 750 bytes of memory a row.
 */
export function localCaps(rows: number | undefined = mostLocalRows): Caps {
  return { ...defaultCaps, rows, fileBytes: Math.max(defaultCaps.fileBytes, rows * bytesPerRow) };
}
