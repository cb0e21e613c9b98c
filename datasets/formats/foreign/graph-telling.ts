import type { IssueList } from "../issue-list.ts";
import { formatIssue, ReadError } from "../read-error.ts";
import { CountedIssues } from "./counted-issues.ts";

/** What the readers of graphs in XML say about a file: each cause once, with a count. */
export class GraphTelling {
  readonly counted: CountedIssues;
  readonly #issues: IssueList;
  readonly #file: string;
  readonly #title: string;

  constructor(issues: IssueList, file: string, title: string) {
    this.counted = new CountedIssues(issues);
    this.#issues = issues;
    this.#file = file;
    this.#title = title;
  }

  /** A node or edge cannot be read for want of an attribute. */
  require(row: number, element: string, name: string): null {
    const text = `The ${element} has no ${name}.`;
    this.#issues.add(formatIssue("FIELD_MISSING", { file: this.#file, row, column: name, text }));
    return null;
  }

  refuse(row: number, why: string): never {
    throw new ReadError("FILE_KIND_UNKNOWN", { file: this.#file, row, text: `The file is no ${this.#title}: ${why}.` });
  }

  /** Nodes or edges that are no rows. */
  leaveOut(row: number, text: string): false {
    this.counted.count({ code: "ROWS_LEFT_OUT", file: this.#file, text }, row);
    return false;
  }

  /** What is neither node nor edge nor anything stated of one. */
  pass(row: number, text: string): false {
    this.counted.count({ code: "PART_NOT_READ", file: this.#file, text }, row);
    return false;
  }

  repair(row: number, text: string): void {
    this.counted.count({ code: "VALUE_REPAIRED", file: this.#file, text }, row);
  }
}
