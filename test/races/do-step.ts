import { monotonicMs } from "./monotonic-ms.ts";
import type { Dataset } from "../../analyzer/index.ts";
import { largeDataset } from "../contract/large-dataset.ts";
import type { RunRecord, Store } from "../../api/store/store.ts";
import { StoreError } from "../../api/store/store-error.ts";
import type { Operation } from "./linearise.ts";
import type { Answer, Call } from "./race-models.ts";

/** What is raced for: documents and runs by name, and the dataset itself. */
export interface Step {
  readonly dataset: string;
  readonly on: "document" | "run" | "dataset";
  readonly key: string;
  readonly call: Call;
}

export type Done = Operation<Call, Answer> & Pick<Step, "on" | "key">;

/** Does one step and notes when it was asked and answered. Throws where the store fails in a way no race explains. */
export async function doStep(store: Store, client: number, step: Step): Promise<Done> {
  const invokedAt = monotonicMs();
  const answer = await answerTo(store, step);
  return { client, call: step.call, answer, invokedAt, answeredAt: monotonicMs(), on: step.on, key: step.key };
}

async function answerTo(store: Store, step: Step): Promise<Answer> {
  try {
    return await actions[step.on](store, step);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === "STORE_BUSY") return "refused";
    if (error.code === "STORE_NOT_FOUND" && step.call.act === "remove") return "missing";
    if (error.code === "STORE_CONFLICT") return step.call.act === "edit" ? "conflict" : "refused";
    throw error;
  }
}

const actions: Readonly<Record<Step["on"], (store: Store, step: Step) => Promise<Answer>>> = {
  async document(store, { dataset, key, call }) {
    if (call.act === "remove") await store.removeDocument(dataset, "scenario", key);
    else if (call.act === "set") await store.saveDocument(dataset, "scenario", key, wide(call.value));
    else return found((await store.document(dataset, "scenario", key))?.body);
    return "done";
  },
  async run(store, { dataset, key, call }) {
    const id = `${dataset} ${key}`;
    if (call.act === "remove") await store.removeRun(id);
    else if (call.act === "set") await store.saveRun(runOf(id, dataset, call.value));
    else {
      const run = await store.run(id);
      return run === null ? found(undefined) : found([run.parameters, run.engine, JSON.parse(run.result ?? "")].flat());
    }
    return "done";
  },
  async dataset(store, { dataset, call }) {
    if (call.act === "edit") {
      const options = { by: "ada", at: "2025-03-01T10:00:00.000Z", expectedRevision: call.expected };
      await store.importDataset(raceDataset(dataset, call.value), options);
      return "done";
    }
    if (call.act === "import") {
      await store.importDataset(manyRows(dataset, call.value), { by: "ada", at: "2025-03-01T10:00:00.000Z" });
      return "done";
    }
    const { dataset: content, revisions } = await store.archiveDataset(dataset);
    const isInOrder = revisions.every(({ revision }, index) => revision === index + 1);
    const value = found([content.description.version, ...content.assets.map(({ name }) => name)]);
    return value === "torn" || !isInOrder ? "torn" : { ...value, revision: revisions.length };
  },
};

/** The value several times over, so that parts of two writes can be told. */
const wide = (value: string): string[] => Array.from({ length: 4 }, () => value);

function found(values: unknown): "torn" | { readonly found: string | null } {
  if (values === undefined) return { found: null };
  const all = new Set(Array.isArray(values) ? values : []);
  const [value] = all;
  return all.size === 1 && typeof value === "string" ? { found: value } : "torn";
}

function runOf(id: string, dataset: string, value: string): RunRecord {
  const at = "2025-03-01T10:00:00.000Z";
  return {
    id,
    dataset: { id: dataset, version: value, hash: value, revision: 1 },
    analysis: "cascade",
    parameters: wide(value),
    overlays: [],
    overlayBodies: [],
    engine: value,
    startedAt: at,
    endedAt: at,
    resultHash: value,
    result: JSON.stringify(wide(value)),
  };
}

/** Thousands of rows, all assets called as the value. */
export function manyRows(id: string, value: string): Dataset {
  const { description, assets, ...rest } = largeDataset(id, { assets: 3_000, dependencies: 3_000, connections: 100 });
  return {
    ...rest,
    description: { ...description, version: value },
    assets: assets.map((asset) => ({ ...asset, name: value })),
  };
}

/** Two assets and what ties them, all called as the value. */
export function raceDataset(id: string, value: string): Dataset {
  const asset = {
    name: value,
    sector: "energy",
    kind: "plant",
    source: "made up",
    states: [{ state: "XA", share: 1 }],
  };
  const description = { id, title: "Race", version: value, description: "", licence: "CC0-1.0", sources: [] };
  return {
    description,
    assets: [
      { id: "a", ...asset },
      { id: "b", ...asset },
    ],
    dependencies: [{ id: "d", provider: "a", dependent: "b" }],
    connections: [],
  };
}
