import type { MessagePort } from "node:worker_threads";
import type { Dataset, Issue, Overlay, SharedGround } from "../../analyzer/index.ts";
import type { Flag } from "./flag.ts";

/** What the thread is given that leads a job: it prepares, plans and joins, and does pieces like the others. */
export interface LeadTask {
  readonly kind: "lead";
  readonly analysis: string;
  readonly parameters: unknown;
  readonly overlays: readonly Overlay[];
  readonly engine: string;
  readonly datasetHash: string;
  readonly stop: Flag;
  /** How many threads may come to help. */
  readonly seats: number;
  /** The most that plan and parts may take. */
  readonly memoryBytes: number;
  readonly port: MessagePort;
}

/** What a thread is given that helps a job with pieces. */
export interface HelpTask {
  readonly kind: "help";
  readonly analysis: string;
  /** The job is to stop. */
  readonly stop: Flag;
  /** This thread is needed elsewhere: it leaves after the piece at hand. */
  readonly leave: Flag;
  readonly place: number;
  /** To the thread that leads. */
  readonly seat: MessagePort;
}

export type WorkerTask = LeadTask | HelpTask;

/** From the thread that leads, while it works. `needDataset`: it does not hold the dataset; the answer is the dataset. */
export type LeadMessage =
  | { readonly kind: "started" }
  | { readonly kind: "needDataset" }
  /** A round begins; its board tells how far it is. */
  | { readonly kind: "round"; readonly pieces: number; readonly cells: Int32Array<SharedArrayBuffer> }
  /** A thread may come to help at this place. */
  | { readonly kind: "seat"; readonly place: number; readonly seat: MessagePort };

/** To the thread that leads, once, after `needDataset`. */
export interface DatasetMessage {
  readonly dataset: Dataset;
  /** What the dataset compiles to, where the other side knows. */
  readonly compiled: SharedGround | null;
}

/** From the thread that leads to one that helps: the ground once, then every round, then the end. Their arrays are shared, not copied. */
export type SeatMessage =
  | { readonly kind: "ground"; readonly ground: SharedGround }
  | {
      readonly kind: "round";
      readonly plan: unknown;
      readonly pieces: number;
      readonly cells: Int32Array<SharedArrayBuffer>;
    }
  /** The job has ended. */
  | { readonly kind: "over" };

/** From a thread that helps to the one that leads. */
export type HelperMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "part"; readonly index: number; readonly part: unknown }
  | { readonly kind: "left" };

/** How a job's work ended. `text` is the result as JSON, `hash` names its content. `memory`: it passed the cap. */
export type LeadReply =
  | { readonly kind: "done"; readonly text: string; readonly hash: string }
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | { readonly kind: "aborted" }
  | { readonly kind: "memory" };

export type WorkerReply = LeadReply | { readonly kind: "helped" };
