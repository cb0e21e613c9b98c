import type { RunRecord } from "../store/store.ts";

/**
 * A run as one JSON document. The result is spliced in as the text it was stored as: its bytes stay, and megabytes are not
 * parsed to be written again.
 */
export function runText({ result, ...asked }: RunRecord): string {
  return `${JSON.stringify(asked).slice(0, -1)},"result":${result ?? "null"}}`;
}
