import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { join } from "node:path";
import { projectFolder } from "../../api/project-folder.ts";
import type { Family } from "../support/seeded-networks.ts";
import { type Mix, seededLayout, seededSystem } from "../support/seeded-systems.ts";
import { cpuTime } from "./timing.ts";
import { sizes } from "./options.ts";
import { amount, type Row } from "./row.ts";
import { type Engine, lossesAt, scanBy } from "./closure-contender.ts";
import type { SeededInput } from "./seeded-inputs.ts";
import { type Answer, sideBySide } from "./side-by-side.ts";

const run = promisify(execFile);
const processes = 5;

/** The first plan and sweep of a fresh process, which has done nothing but lay the system out. */
export function coldRow(input: SeededInput, engine: Engine): Promise<Row> {
  const words = [
    "--import",
    "tsx",
    join("test", "bench", "main.ts"),
    "--cold",
    `${input.family},${input.mix},${engine}`,
  ];
  const ours = {
    name: engine,
    run: async () => JSON.parse((await run(process.execPath, words, { cwd: projectFolder() })).stdout) as Answer,
  };
  const name = `scan ${input.name}, ${engine}, first in a process`;
  return sideBySide({ name, ours, peer: null, floor: null, rounds: processes, warmUps: 1 });
}

/** What a fresh process prints: its first sweep of `family,mix,engine` at 10k. */
export function coldAnswer(words: string): Answer {
  const [family, mix, engine] = words.split(",") as [Family, Mix, Engine];
  const layout = seededLayout(seededSystem(family, mix, sizes["10k"]));
  const { value, milliseconds } = cpuTime(() => scanBy(engine, { layout })());
  return { milliseconds, checksum: lossesAt({ layout })(value), work: `${amount(value.expansions)} expansions` };
}
