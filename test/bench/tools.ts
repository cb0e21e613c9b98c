import type { LineServer } from "./line-server.ts";
import { compileLimit, type LimitOutcome } from "./compile-limit.ts";
import { type BenchOptions } from "./options.ts";
import { type PeersOutcome, startPeers } from "./peers.ts";

/** What there is to measure beside, and what is left out for which reason. */
export interface Tools {
  readonly options: BenchOptions;
  /** Null where it was not asked for or is not to be had. */
  readonly peers: LineServer | null;
  /** Path of the compiled C twin; null likewise. */
  readonly limit: string | null;
  /** Notes that something was not measured, and why. */
  readonly skip: (reason: string) => void;
}

/** Brings up what the options ask for. */
export async function openTools(options: BenchOptions, skipped: string[]): Promise<Tools> {
  const skip = (reason: string): void => {
    skipped.push(reason);
  };
  const peers: PeersOutcome = options.peers ? await startPeers() : notAsked("--peers");
  const limit: LimitOutcome = options.limit ? await compileLimit() : notAsked("--limit");
  if (peers.kind === "missing") skip(`networkx, igraph, rustworkx, NetworKit, pandas: ${peers.reason}`);
  if (limit.kind === "missing") skip(`the C twin: ${limit.reason}`);
  return {
    options,
    peers: peers.kind === "ready" ? peers.peers : null,
    limit: limit.kind === "ready" ? limit.program : null,
    skip,
  };
}

function notAsked(option: string) {
  return { kind: "missing", reason: `not asked for (${option})` } as const;
}
