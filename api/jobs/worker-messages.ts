import type { MessagePort } from "node:worker_threads";
import type { Dataset, Issue, Overlay } from "../../analyzer/index.ts";

/** What a thread is given. */
export interface WorkerTask {
  readonly analysis: string;
  readonly parameters: unknown;
  readonly overlays: readonly Overlay[];
  readonly engine: string;
  readonly datasetHash: string;
  /** Set to 1 by the other side to ask the analysis to stop. */
  readonly cancel: Int32Array;
  readonly port: MessagePort;
}

/** From the thread, while it works. `needDataset`: it does not hold the dataset of that hash; the answer is the dataset. */
export type WorkerMessage =
  | { readonly kind: "started" }
  | { readonly kind: "needDataset" }
  | { readonly kind: "progress"; readonly done: number; readonly total: number };

/** To the thread, once, after `needDataset`. */
export interface DatasetMessage {
  readonly dataset: Dataset;
}

/** How a thread's work ended. `text` is the result as JSON, `hash` names its content. */
export type WorkerReply =
  | { readonly kind: "done"; readonly text: string; readonly hash: string }
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | { readonly kind: "aborted" };
