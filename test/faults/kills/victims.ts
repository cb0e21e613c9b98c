import { SeededRandom } from "../../support/seeded-random.ts";
import type { Victim } from "./kill-rounds.ts";

/** How the kills of a store are shared out: a server is killed in two of five, alone and with the program. */
const turns: Readonly<Record<"SQLite" | "Neo4j", readonly Victim[]>> = {
  SQLite: ["service"],
  Neo4j: ["service", "server", "service", "both", "service"],
};

/** So many victims in random order, every kind in its share. */
export function victimsOf(store: keyof typeof turns, kills: number, seed: number): Victim[] {
  const order = [...new SeededRandom(seed).permutation(kills)];
  return order.map((place) => turns[store][place % turns[store].length] ?? "service");
}
