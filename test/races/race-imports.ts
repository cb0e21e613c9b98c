import { datasetHash } from "../../analyzer/index.ts";
import type { Store } from "../../api/store/store.ts";
import { manyRows, type Step } from "./do-step.ts";
import type { RaceClients } from "./race-clients.ts";
import type { RaceFigures } from "./race-histories.ts";

/**
 * Two importers of one dataset at once, round after round: each ends as if it had been alone, or is told that it was not.
 * What is there afterwards is whole and of one that was told it is there; every success is a revision and nothing else is.
 */
export async function raceImports(store: Store, clients: RaceClients, rounds: number): Promise<RaceFigures> {
  const figures: RaceFigures = { operations: 2 * rounds, refused: 0, anomalies: [] };
  const id = "races-imports";
  let done = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const steps = ["a", "b"].map((name): Step[] => {
      return [{ dataset: id, on: "dataset", key: "", call: { act: "import", value: `${round}${name}` } }];
    });
    const answers = await clients.race(steps);
    const values = answers.flatMap(({ call, answer }) => {
      return call.act === "import" && answer === "done" ? [call.value] : [];
    });
    done += values.length;
    figures.refused += answers.filter(({ answer }) => answer === "refused").length;
    const { version, ...found } = (await store.dataset(id)) ?? { version: "", revision: 0 };
    const isWhole = datasetHash(await store.readDataset(id)) === datasetHash(manyRows(id, version));
    const numbers = (await store.revisions(id)).map(({ revision }) => revision);
    const isCounted = found.revision === done && numbers.every((number, index) => number === index + 1);
    if (!values.includes(version) || !isWhole || !isCounted || numbers.length !== done)
      figures.anomalies.push(`round ${round}: ${JSON.stringify(answers)}, then ${version} at ${found.revision}`);
  }
  await store.removeDataset(id);
  return figures;
}
