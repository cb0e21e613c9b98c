import type { Revision } from "../store/store.ts";
import { HistoryError } from "./history-error.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The revision that a text means: a number is that revision; a date (`2026-01-31`) means its end in UTC, and a time
 * (`2026-01-31T12:00`, UTC unless it says `Z` or an offset) that moment, for which the revision is sought that was valid then.
 *
 * That is the one with the highest number among those written by then. So the order of the revisions wins over a clock that
 * jumped: where a later revision bears an earlier time, it hides those before it from its own time on. Throws `HistoryError`:
 * `AS_OF_INVALID`, `REVISION_UNKNOWN`, `AS_OF_BEFORE_FIRST`. O(revisions).
 *
 * @param revisions all of them, the first one first
 * @param id of the dataset, for messages
 */
export function revisionAsOf<R extends Revision>(revisions: readonly R[], id: string, text: string): R {
  const name = JSON.stringify(id);
  if (/^\d{1,9}$/u.test(text)) {
    const found = revisions.find(({ revision }) => revision === Number(text));
    if (found !== undefined) return found;
    throw new HistoryError("REVISION_UNKNOWN", `Dataset ${name} has ${revisions.length} revisions and no ${text}`);
  }
  const writtenBy = isWrittenBy(text);
  if (writtenBy === null)
    throw new HistoryError("AS_OF_INVALID", `${JSON.stringify(text)} is no revision, date or time`);
  const found = revisions.findLast(({ at }) => writtenBy(Date.parse(at)));
  if (found !== undefined) return found;
  const first = revisions[0]?.at ?? "never";
  throw new HistoryError("AS_OF_BEFORE_FIRST", `Dataset ${name} was first written ${first}, after ${text}`);
}

/** Whether a time (ms since 1970) is not after the moment that the text means; null for no date or time. */
function isWrittenBy(text: string): ((ms: number) => boolean) | null {
  const pattern = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/u;
  const [, date = "", time, zone] = pattern.exec(text) ?? [];
  // Date.parse takes 30 February for 2 March.
  const day = Date.parse(`${date}T00:00Z`);
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, date.length) !== date) return null;
  if (time === undefined) return (ms) => ms < day + dayMs;
  const moment = Date.parse(zone === undefined ? `${text}Z` : text);
  return Number.isNaN(moment) ? null : (ms) => ms <= moment;
}
