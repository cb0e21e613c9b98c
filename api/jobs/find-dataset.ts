import { once } from "node:events";
import { type Dataset, rememberCompiled } from "../../analyzer/index.ts";
import type { DatasetMessage, LeadMessage, LeadTask } from "./worker-messages.ts";

const keptDatasets = 2;

/** Datasets this thread was sent, the last used at the end. */
const datasets = new Map<string, Dataset>();

/** The dataset of a job: the one that this thread still holds, else the other side is asked for it. */
export async function findDataset({ datasetHash, port }: LeadTask): Promise<Dataset> {
  let dataset = datasets.get(datasetHash);
  if (dataset === undefined) {
    const answer = once(port, "message") as Promise<[DatasetMessage]>;
    port.postMessage({ kind: "needDataset" } satisfies LeadMessage);
    const [message] = await answer;
    ({ dataset } = message);
    if (message.compiled !== null) rememberCompiled(dataset, message.compiled);
  }
  datasets.delete(datasetHash);
  datasets.set(datasetHash, dataset);
  for (const oldest of [...datasets.keys()].slice(0, -keptDatasets)) datasets.delete(oldest);
  return dataset;
}
