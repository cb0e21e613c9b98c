import type { Store } from "../../api/store/store.ts";
import { type Done, raceDataset, type Step } from "./do-step.ts";
import type { RaceClients } from "./race-clients.ts";
import { by, type RaceFigures } from "./race-histories.ts";

/**
 * Pairs of edits at once, by two clients who saw the same revision: one of each pair has to win and the other to be told,
 * and the winner's content has to be there. Revisions have to be numbered without gap.
 */
export async function raceEdits(store: Store, clients: RaceClients, pairs: number): Promise<RaceFigures> {
  const figures: RaceFigures = { operations: 2 * pairs, refused: 0, anomalies: [] };
  const id = "races-pairs";
  await store.importDataset(raceDataset(id, "start"), by);
  for (let pair = 1; pair <= pairs; pair += 1) {
    const steps = ["a", "b"].map((name): Step[] => {
      return [{ dataset: id, on: "dataset", key: "", call: { act: "edit", expected: pair, value: `${pair}${name}` } }];
    });
    const done = await clients.race(steps);
    const winners = done.filter(({ answer }) => answer === "done");
    const losers = done.filter(({ answer }) => answer === "conflict");
    const { version } = await store.description(id);
    const isRight = winners.length === 1 && losers.length === 1 && version === valueOf(winners[0]);
    if (!isRight) figures.anomalies.push(`pair ${pair}: ${JSON.stringify(done)}, then ${version}`);
    // The next pair has to see the same revision, whatever came of this one.
    if (winners.length === 0) await store.importDataset(raceDataset(id, `${pair} again`), by);
  }
  const revisions = await store.revisions(id);
  const isWhole = revisions.length === pairs + 1 && revisions.every(({ revision }, index) => revision === index + 1);
  if (!isWhole) figures.anomalies.push(`${revisions.length} revisions after ${pairs} pairs`);
  await store.removeDataset(id);
  return figures;
}

function valueOf(done: Done | undefined): string | null {
  return done?.call.act === "edit" ? done.call.value : null;
}
