import { closureForest } from "../../analyzer/algorithms/closure/closure-forest.ts";
import { closureKernel } from "../../analyzer/algorithms/closure/closure-kernel.ts";
import type { ClosureSums } from "../../analyzer/algorithms/closure/closure-sums.ts";
import { type ForestPlan, forestPlan } from "../../analyzer/algorithms/closure/forest-plan.ts";
import { unitsPerPerson } from "../../analyzer/algorithms/closure/node-tallies.ts";
import { lossChecksum } from "./answer-checksum.ts";
import { amount } from "./row.ts";
import type { SeededInput } from "./seeded-inputs.ts";
import type { Answer, Contender } from "./side-by-side.ts";
import { cpuTime } from "./timing.ts";

export type Engine = "TypeScript" | "WebAssembly";

/** Plan and sweep of a system that is laid out. */
export function totalContender(input: SeededInput, engine: Engine, check: (sums: ClosureSums) => string): Contender {
  return {
    name: engine,
    run: () => answerOf(() => sweepBy(engine, input, forestPlan(input.layout)), check),
  };
}

/** Times a sweep; `check` makes the checksum of what it found. */
export function answerOf(work: () => ClosureSums, check: (sums: ClosureSums) => string): Answer {
  const { value, milliseconds } = cpuTime(work);
  return { milliseconds, checksum: check(value), work: `${amount(value.expansions)} expansions` };
}

/** The sweep by one engine. Throws where the host has no WebAssembly. */
export function sweepBy(engine: Engine, { layout }: Pick<SeededInput, "layout">, plan: ForestPlan): ClosureSums {
  if (engine === "TypeScript") return closureForest(layout, plan);
  const sums = closureKernel(layout, plan);
  if (sums === null) throw new Error("no WebAssembly here");
  return sums;
}

/** The checksum over some sources, over all where none are named: people in persons, as peers count them. */
export function lossesAt({ layout }: Pick<SeededInput, "layout">, sources?: Int32Array) {
  const nodes = sources === undefined ? layout.removalOf : sources.map((asset) => layout.removalOf[asset]!);
  return (sums: ClosureSums): string =>
    lossChecksum({
      lost: nodes.map((node) => sums.lost[node]!),
      people: Array.from(nodes, (node) => sums.people[node]! / unitsPerPerson),
      states: nodes.map((node) => sums.states[node]!),
    });
}
