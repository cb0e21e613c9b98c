import type { FileSet } from "../file-set.ts";
import type { IssueList } from "../issue-list.ts";
import { formatIssue } from "../read-error.ts";

/** What an Office document lists its parts in: they are no files that anybody put there. */
const partsOfDocument = "[Content_Types].xml";

/** Files that remember which of them were opened, so that those nobody read are told. */
export class UsedFiles implements FileSet {
  readonly name: string;
  readonly #files: FileSet;
  readonly #opened = new Set<string>();

  constructor(files: FileSet) {
    this.name = files.name;
    this.#files = files;
  }

  list(): Promise<string[]> {
    return this.#files.list();
  }

  size(path: string): Promise<number> {
    return this.#files.size(path);
  }

  open(path: string): AsyncIterable<Uint8Array> {
    this.#opened.add(path);
    return this.#files.open(path);
  }

  /** Tells each of the files that was not opened, and by the reader of which format. */
  tellUnused(paths: readonly string[], title: string, issues: IssueList): void {
    if (paths.includes(partsOfDocument)) return;
    for (const file of paths.toSorted()) {
      if (this.#opened.has(file)) continue;
      const text = `The file is not read: ${title} has no place for a file of this name. Nothing of it is in the dataset.`;
      issues.tell(formatIssue("FILE_NOT_USED", { file, text }));
    }
  }
}
