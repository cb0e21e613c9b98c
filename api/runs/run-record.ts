import type { Overlay } from "../../analyzer/index.ts";
import type { RunDescription, RunRecord } from "../store/store.ts";

/** What was asked, and when. */
interface Asked extends Omit<RunDescription, "overlays" | "resultHash"> {
  readonly overlays: readonly Overlay[];
}

/** A run as it is kept: `text` is the JSON of its result, `hash` what `resultHash` says of it. */
export function runRecord(asked: Asked, { text, hash }: { readonly text: string; readonly hash: string }): RunRecord {
  const { overlays } = asked;
  const ids = overlays.map((overlay) => overlay.id);
  return { ...asked, overlays: ids, overlayBodies: overlays, resultHash: hash, result: text };
}
