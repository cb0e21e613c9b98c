/** The most that a request may carry. Tests give smaller ones. */
export interface Caps {
  /** Body of an ordinary request. */
  readonly bodyBytes: number;
  /** Body of a scenario or overlay. */
  readonly documentBytes: number;
  /** Body of a dataset upload, zipped or not: as much as the reader of bundles and zips takes. */
  readonly uploadBytes: number;
  /** How deep a JSON body may nest. */
  readonly depth: number;
  /** How many issues an answer lists. */
  readonly issues: number;
}

const mebibyte = 1024 * 1024;

export const defaultCaps: Caps = {
  bodyBytes: mebibyte,
  documentBytes: 16 * mebibyte,
  uploadBytes: 128 * mebibyte,
  depth: 64,
  issues: 1000,
};
