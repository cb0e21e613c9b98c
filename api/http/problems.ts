import type { Issue } from "../../analyzer/index.ts";
import { historyErrors } from "../history/history-error.ts";
import { storeErrors } from "../store/store-error.ts";
import type { StaleView } from "./stale-view.ts";

/** Every problem the API itself can answer with: its HTTP status and what it means. Stores add theirs below. */
const apiProblems = {
  REQUEST_HOST_REFUSED: [403, "The Host header does not name this machine's loopback address and port"],
  REQUEST_ORIGIN_REFUSED: [403, "The request comes from a page of another origin"],
  REQUEST_SITE_REFUSED: [403, "The browser says that another site made the request"],
  REQUEST_WRITE_HEADER_MISSING: [403, "A request that changes something has to carry the header X-Knockon: 1"],
  REQUEST_INVALID: [400, "A part of the request is missing or out of range"],
  REQUEST_BODY_EMPTY: [400, "The request needs a body"],
  REQUEST_BODY_NOT_JSON: [400, "The body is not JSON, or holds a key that is not allowed (__proto__, constructor)"],
  REQUEST_BODY_TOO_DEEP: [400, "The body is nested too deep"],
  REQUEST_BODY_TOO_LARGE: [413, "The body is over the cap"],
  REQUEST_BODY_TYPE_UNKNOWN: [415, "The content type of the body is not taken here"],
  ROUTE_NOT_FOUND: [404, "There is nothing at this address"],
  UI_NOT_BUILT: [404, "The screen was not built: run npm run build"],
  DATASET_NOT_FOUND: [404, "There is no dataset of this id"],
  DATASET_REFUSED: [422, "The dataset has errors and nothing was written; the issues name file, row and column"],
  FORMAT_UNKNOWN: [422, "There is no format of this id, or it cannot do what is asked"],
  FORMAT_UNSURE: [422, "The files may be of several formats, and none was said"],
  MAPPING_REFUSED: [422, "The mapping has errors; the issues say which"],
  ASSET_NOT_FOUND: [404, "The dataset has no asset of this id"],
  SCENARIO_NOT_FOUND: [404, "The dataset has no scenario of this id"],
  SCENARIO_REFUSED: [422, "The scenario has errors; the issues say which"],
  OVERLAY_NOT_FOUND: [404, "The dataset has no overlay of this id"],
  OVERLAY_REFUSED: [422, "The overlay has errors; the issues say which"],
  DOCUMENT_ID_MISMATCH: [422, "The id in the body is not the id in the address"],
  DOCUMENT_SHIPPED: [409, "What comes with a bundled dataset cannot be removed; save an own version instead"],
  ANALYSIS_NOT_FOUND: [404, "The catalogue has no analysis of this id"],
  PARAMETERS_INVALID: [422, "The parameters do not fit the JSON Schema of the analysis; the pointer says which"],
  ANALYSIS_REFUSED: [422, "The analysis cannot run on this input; the issues say why"],
  IMPORT_NOT_FOUND: [404, "There is no import of this id, or it was forgotten"],
  JOB_NOT_FOUND: [404, "There is no job of this id; finished runs are under /api/runs"],
  JOB_NOT_DONE: [409, "The job has no result yet"],
  JOB_CANCELLED: [409, "The job was cancelled and has no result"],
  JOB_QUEUE_FULL: [503, "Too many jobs or imports are waiting; try again later"],
  JOB_MEMORY: [507, "The job needs more memory than it may take; ask for less, or allow more"],
  JOB_FAILED: [500, "The job broke off"],
  RUN_NOT_FOUND: [404, "There is no run of this id"],
  RUN_RESULT_DROPPED: [410, "The run is kept but its result was pruned; ask for the analysis again"],
  PRECONDITION_MISSING: [428, 'Say which revision you have seen: If-Match: "3", as the ETag of the dataset tells'],
  PRECONDITION_INVALID: [400, 'If-Match has to be one revision in quotes: "3"'],
  RUN_NOT_REPLAYABLE: [409, "What the run was made from cannot be had any more; the detail says why"],
  INTERNAL_ERROR: [500, "The service failed in a way it does not know"],
} as const satisfies Record<string, readonly [status: number, title: string]>;

/** Status of each store error; 503 where trying again may help. */
const storeStatuses: Readonly<Record<keyof typeof storeErrors, number>> = {
  STORE_BAD_ADDRESS: 500,
  STORE_UNREACHABLE: 503,
  STORE_UNAUTHORIZED: 503,
  STORE_CERTIFICATE: 503,
  STORE_NOT_ENCRYPTED: 503,
  STORE_NOT_A_DATABASE: 503,
  STORE_DAMAGED: 500,
  STORE_VERSION: 503,
  STORE_FULL: 507,
  STORE_READ_ONLY: 503,
  STORE_BUSY: 503,
  STORE_NOT_FOUND: 404,
  STORE_CONFLICT: 409,
  STORE_BAD_DATASET: 422,
  STORE_BAD_TEXT: 400,
  STORE_BAD_PAGE: 400,
  STORE_NOT_A_GRAPH: 500,
  STORE_PREFIX_TAKEN: 409,
  STORE_FAILED: 500,
};

const historyStatuses: Readonly<Record<keyof typeof historyErrors, number>> = {
  REVISION_STALE: 412,
  REVISION_UNKNOWN: 404,
  UNDO_NOTHING: 409,
  REDO_NOTHING: 409,
  AS_OF_INVALID: 400,
  AS_OF_BEFORE_FIRST: 404,
};

type ApiProblemCode = keyof typeof apiProblems;
export type ProblemCode = ApiProblemCode | keyof typeof historyErrors | keyof typeof storeErrors;

export const problemCodes = [apiProblems, historyErrors, storeErrors].flatMap((codes) =>
  Object.keys(codes),
) as readonly ProblemCode[];

/** Body of an error answer (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  /** JSON Pointer (RFC 6901) to the first part of the body that is wrong. */
  readonly pointer?: string;
  readonly issues?: Issue[];
  /** What was written since the revision that the request had seen. */
  readonly stale?: StaleView;
}

function isApiCode(code: ProblemCode): code is ApiProblemCode {
  return code in apiProblems;
}

function isHistoryCode(code: ProblemCode): code is keyof typeof historyErrors {
  return code in historyErrors;
}

function statusAndTitle(code: ProblemCode): readonly [number, string] {
  if (isApiCode(code)) return apiProblems[code];
  return isHistoryCode(code) ? [historyStatuses[code], historyErrors[code]] : [storeStatuses[code], storeErrors[code]];
}

/** The answer of a code; without `detail` the title stands for it. */
export function problem(code: ProblemCode, detail?: string, issues?: readonly Issue[]): Problem {
  const [status, title] = statusAndTitle(code);
  const body = { type: `urn:knockon:problem:${code}`, title, status, code, detail: detail ?? title };
  return issues === undefined ? body : { ...body, issues: [...issues] };
}

/** All codes as the documentation shows them. */
export function problemTable(): string {
  const rows = problemCodes.map((code) => {
    const [status, title] = statusAndTitle(code);
    return `| ${code} | ${status} | ${title} |`;
  });
  return ["| code | status | meaning |", "|---|---|---|", ...rows].join("\n");
}

/** Thrown by a route to answer with a problem. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(code: ProblemCode, detail?: string, issues?: readonly Issue[], pointer?: string) {
    super(detail ?? code);
    const body = problem(code, detail, issues);
    this.problem = pointer === undefined ? body : { ...body, pointer };
  }
}
