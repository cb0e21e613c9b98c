import { GreedyClosures } from "../../analyzer/algorithms/sets/greedy-closures.ts";
import { columnChecksum } from "./answer-checksum.ts";
import type { SizeName } from "./options.ts";
import { amount, type Row } from "./row.ts";
import { seededInput } from "./seeded-inputs.ts";
import { sideBySide } from "./side-by-side.ts";
import { cpuTime } from "./timing.ts";
import type { Tools } from "./tools.ts";

const picks = 10;
/** performance.md section 7. */
const greedyMost: Readonly<Partial<Record<SizeName, number>>> = { "10k": 60, "100k": 1500 };

/** Exact greedy sets on the systems where one pick does not take nearly all. */
export async function* setRows({ options: { size, rounds } }: Tools): AsyncGenerator<Row> {
  for (const [family, mix] of [
    ["spatial", "mixed"],
    ["scale-free", "robust"],
  ] as const) {
    const { layout, name } = await seededInput(family, mix, size);
    const ours = {
      name: "one forest per pick",
      run: () => {
        const { value, milliseconds } = cpuTime(() => {
          const greedy = new GreedyClosures(layout);
          return Array.from({ length: picks }, () => greedy.next());
        });
        const lost = value.reduce((sum, { gain }) => sum + gain, 0);
        const answer = value.flatMap(({ asset, gain }) => [asset, gain]);
        return { milliseconds, checksum: columnChecksum(answer), work: `${amount(lost)} assets lost with the set` };
      },
    };
    const most = greedyMost[size];
    const floor = most === undefined ? null : ({ kind: "milliseconds", most } as const);
    yield await sideBySide({ name: `greedy set of ${picks} ${name}`, ours, peer: null, floor, rounds });
  }
}
