import type { Store } from "../../api/store/store.ts";
import type { SeededRandom } from "../support/seeded-random.ts";
import { type Done, raceDataset, type Step } from "./do-step.ts";
import { linearise } from "./linearise.ts";
import { type Call, editModel, keyModel } from "./race-models.ts";
import type { RaceClients } from "./race-clients.ts";

export const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };

/** What a race came to: operations by how they were answered, and what went against the model, in words. */
export interface RaceFigures {
  operations: number;
  refused: number;
  readonly anomalies: string[];
}

const keys = [
  { on: "document", key: "s1" },
  { on: "document", key: "s2" },
  { on: "run", key: "r1" },
] as const;

/** Random steps of a client on few keys; every value is written once. `edits` of them change the dataset itself. */
function randomSteps(random: SeededRandom, dataset: string, client: number, shape: HistoryShape): Step[] {
  const own = Array.from({ length: shape.steps }, (_, n): Step => {
    const value = `${client}-${n}`;
    const calls: readonly Call[] = [
      { act: "set", value },
      { act: "set", value },
      { act: "read" },
      { act: "read" },
      { act: "remove" },
    ];
    return { dataset, ...keys[random.below(keys.length)]!, call: calls[random.below(calls.length)]! };
  });
  const edits = Array.from({ length: shape.edits }, (_, n): Step[] => [
    {
      dataset,
      on: "dataset",
      key: "",
      call: { act: "edit", expected: 1 + n + random.below(2), value: `${client}-e${n}` },
    },
    { dataset, on: "dataset", key: "", call: { act: "read" } },
  ]);
  for (const pair of edits) own.splice(random.below(own.length + 1), 0, ...pair);
  return own;
}

export interface HistoryShape {
  readonly histories: number;
  readonly clients: number;
  /** Steps of a client on documents and runs, and its edits of the dataset, each followed by a look. */
  readonly steps: number;
  readonly edits: number;
}

/** Random histories of concurrent operations, each on a new dataset, held against what one store would do alone. */
export async function raceHistories(
  store: Store,
  clients: RaceClients,
  random: SeededRandom,
  shape: HistoryShape,
): Promise<RaceFigures> {
  const figures: RaceFigures = { operations: 0, refused: 0, anomalies: [] };
  for (let history = 0; history < shape.histories; history += 1) {
    const dataset = `races-${history}`;
    await store.importDataset(raceDataset(dataset, "start"), by);
    const steps = Array.from({ length: shape.clients }, (_, client) => randomSteps(random, dataset, client, shape));
    const done = await clients.race(steps);
    figures.operations += done.length;
    figures.refused += done.filter(({ answer }) => answer === "refused").length;
    figures.anomalies.push(...anomaliesOf(done));
    for (const { id } of (await store.runs(dataset, { offset: 0, limit: 9 })).runs) await store.removeRun(id);
    await store.removeDataset(dataset);
  }
  return figures;
}

/** Keys are independent of each other: a whole history is in order where each key's is. */
function anomaliesOf(done: readonly Done[]): string[] {
  const names = new Set(done.map(({ on, key }) => `${on} ${key}`));
  return [...names].flatMap((name) => {
    const operations = done.filter(({ on, key }) => `${on} ${key}` === name);
    const order =
      operations[0]?.on === "dataset"
        ? linearise(operations, editModel({ revision: 1, value: "start" }))
        : linearise(operations, keyModel);
    return order === null ? [`${name}: ${told(operations)}`] : [];
  });
}

function told(operations: readonly Done[]): string {
  const first = Math.min(...operations.map(({ invokedAt }) => invokedAt));
  return [...operations]
    .sort((a, b) => a.invokedAt - b.invokedAt)
    .map(({ client, call, answer, invokedAt, answeredAt }) => {
      const times = `${(invokedAt - first).toFixed(1)}-${(answeredAt - first).toFixed(1)}`;
      return `[${client} ${times} ${JSON.stringify(call)} ${JSON.stringify(answer)}]`;
    })
    .join(" ");
}
