import type { BinaryLayout } from "../../analyzer/algorithms/closure/binary-layout.ts";
import { closuresOf, plainClosures } from "../../analyzer/algorithms/closure/all-closures.ts";
import { ClosureKernel } from "../../analyzer/algorithms/closure/closure-kernel.ts";
import type { ClosureSums } from "../../analyzer/algorithms/closure/closure-sums.ts";
import { unitsPerPerson } from "../../analyzer/algorithms/closure/node-tallies.ts";
import { lossChecksum } from "./answer-checksum.ts";
import { amount } from "./row.ts";
import type { SeededInput } from "./seeded-inputs.ts";
import type { Answer, Contender } from "./side-by-side.ts";
import { cpuTime } from "./timing.ts";

export type Engine = "TypeScript" | "WebAssembly";

/** Plan and sweep of a system that is laid out, for the kernel in its memory, as peers have their graphs made before. */
export function totalContender(input: SeededInput, engine: Engine, check: (sums: ClosureSums) => string): Contender {
  const sums = scanBy(engine, input);
  return { name: engine, run: (turn) => answerOf(sums, check, turn) };
}

/** The same with the layout copied into fresh memory each time. */
export function placingContender(input: SeededInput, check: (sums: ClosureSums) => string): Contender {
  return { name: "WebAssembly", run: (turn) => answerOf(() => scanBy("WebAssembly", input)(), check, turn) };
}

/** Times a sweep; `check` makes the checksum of what it found. */
export function answerOf(work: () => ClosureSums, check: (sums: ClosureSums) => string, turn: number): Answer {
  const { value, milliseconds } = cpuTime(work, turn);
  return { milliseconds, checksum: check(value), work: `${amount(value.expansions)} expansions` };
}

/** Plan and sweep by one engine, to be called again and again. Throws where the host has no WebAssembly. */
export function scanBy(engine: Engine, { layout }: Pick<SeededInput, "layout">): () => ClosureSums {
  if (engine === "TypeScript") return () => plainClosures(layout);
  const kernel = placedKernel(layout);
  return () => closuresOf(kernel);
}

export function placedKernel(layout: BinaryLayout): ClosureKernel {
  const kernel = ClosureKernel.place(layout);
  if (kernel === null) throw new Error("no WebAssembly here");
  return kernel;
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
