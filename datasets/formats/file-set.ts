/**
 * The files of a dataset, wherever they are: a folder, a zip, one JSON bundle. Paths use `/` and are relative. All three
 * may throw `ReadError`; whatever else they throw is a failure of the outside.
 */
export interface FileSet {
  /** What the set is called in issues: the last part of its path. */
  readonly name: string;
  list(): Promise<string[]>;
  /** The bytes of a file. Each chunk holds until the next one is asked for: what is to outlive that has to be copied. */
  open(path: string): AsyncIterable<Uint8Array>;
  /** In bytes, after inflating as far as is known without inflating. */
  size(path: string): Promise<number>;
}
