import type { Lanes } from "../../analyzer/algorithms/lanes/lanes.ts";
import { worldCount } from "../../analyzer/algorithms/lanes/marked-worlds.ts";
import { PlainLanes } from "../../analyzer/algorithms/lanes/plain-lanes.ts";
import { SimdLanes } from "../../analyzer/algorithms/lanes/simd-lanes.ts";
import type { WorldSystem } from "../../analyzer/algorithms/lanes/world-system.ts";
import { allClosures } from "../../analyzer/algorithms/closure/all-closures.ts";
import { type Dataset, prepareGround, type Scenario } from "../../analyzer/index.ts";
import { planWorlds } from "../../analyzer/measures/likely-sets/plan-worlds.ts";
import { resultOf } from "../support/ask.ts";
import { seededDataset } from "../support/seeded-systems.ts";
import { cpuTime } from "./timing.ts";
import type { LineServer } from "./line-server.ts";
import { meanOf, meansDiffer } from "./means.ts";
import { pythonContender } from "./python-contender.ts";
import { amount, type Floor, type Row } from "./row.ts";
import { type SeededInput, seededInput } from "./seeded-inputs.ts";
import { type Contender, sideBySide } from "./side-by-side.ts";
import type { Tools } from "./tools.ts";

const seed = 7;
/** Chance that a loss passes on, in every dependency: cascades run far, part of the way, and die out. */
const likelihoods = [0.9, 0.6, 0.2];
const trials = 1024;
const engineTrials = 16;
/** Trials of a peer, by how long one takes, and how many times faster we are to be. */
const peers = [
  { name: "ndlib-style", trials: 12, least: 2000 },
  { name: "networkx", trials: 40, least: 30 },
] as const;

/** One scenario under chance, all losses for good: worlds side by side against worlds one by one. */
export async function* trialRows(tools: Tools): AsyncGenerator<Row> {
  const input = await seededInput("scale-free", "critical", tools.options.size);
  for (const likelihood of likelihoods) yield* rowsAt(tools, input, likelihood);
}

async function* rowsAt(
  { options: { rounds }, peers: python }: Tools,
  input: SeededInput,
  likelihood: number,
): AsyncGenerator<Row> {
  const source = worstSource(input);
  const dataset = chancyDataset(input, likelihood);
  const scenario = lossOf(dataset.assets[source]!.id);
  const worlds = worldsOf(dataset, scenario);
  const about = `trials ${input.name}, p = ${likelihood}`;
  const name = `${amount(trials)} ${about}`;
  const simd = SimdLanes.start(worlds, seed);
  if (simd === null) throw new Error("no WebAssembly with SIMD here");
  const plain = new PlainLanes(worlds, seed, 128);
  const ours = lanesContender("WebAssembly, 128 lanes", simd, trials);
  const beside = { name, ours, rounds };
  yield await sideBySide({ ...beside, peer: lanesContender("our TypeScript, 128 lanes", plain, trials), floor: null });
  const narrow = lanesContender("our TypeScript, 32 lanes", new PlainLanes(worlds, seed, 32), trials);
  yield await sideBySide({ ...beside, peer: narrow, floor: null });
  yield await sideBySide({
    name: `${engineTrials} ${about}`,
    ours: lanesContender("WebAssembly, 128 lanes", simd, engineTrials),
    peer: engineContender(dataset, scenario),
    floor: null,
    rounds,
    compare: (one, other) =>
      meanIn(one) === meanIn(other) ? null : `the means are ${meanIn(one)} and ${meanIn(other)}`,
  });
  if (python === null) return;
  for (const peer of peers) {
    const floor: Floor = { kind: "faster", least: peer.least };
    yield await sideBySide({
      ...beside,
      peer: loopContender(python, peer, { input, source, likelihood }),
      floor,
      compare: meansDiffer,
    });
  }
}

function worstSource({ layout }: SeededInput): number {
  const { lost } = allClosures(layout);
  let worst = 0;
  layout.removalOf.forEach((node, asset) => {
    if (lost[node]! > lost[layout.removalOf[worst]!]!) worst = asset;
  });
  return worst;
}

function chancyDataset({ system }: SeededInput, likelihood: number): Dataset {
  const dataset = seededDataset(system);
  return { ...dataset, dependencies: dataset.dependencies.map((row) => ({ ...row, likelihood })) };
}

function lossOf(id: string): Scenario {
  return { id: "bench", title: `Loss of ${id} for good`, horizonHours: 72, shocks: [{ select: { ids: [id] } }] };
}

function worldsOf(dataset: Dataset, scenario: Scenario): WorldSystem {
  const prepared = prepareGround(dataset, []);
  if (prepared.kind === "refused") throw new Error("the seeded system is refused");
  const worlds = planWorlds(prepared.ground, scenario);
  if (!("nodeAsset" in worlds)) throw new Error("the seeded system is not binary");
  return worlds;
}

/** The mean over worlds side by side. Counting how many worlds lost a node is part of the work, how many nodes a world lost is not. */
function lanesContender(name: string, lanes: Lanes, count: number): Contender {
  const losses = lossesByTrial(lanes, count);
  const mean = meanOf(losses);
  return {
    name,
    run: (turn) => {
      const before = lanes.edgesTouched;
      const { value: total, milliseconds } = cpuTime(() => {
        let sum = 0;
        for (let first = 0; first < count; first += lanes.width) {
          lanes.run(first, Math.min(lanes.width, count - first));
          sum += lossesIn(lanes);
        }
        return sum;
      }, turn);
      const work = `${amount(lanes.edgesTouched - before)} edges touched, ${amount(total / count)} assets lost in the mean`;
      return { milliseconds, checksum: JSON.stringify({ mean: total / count, error: mean.error }), work };
    },
  };
}

/** How many losses the worlds of a run hold together. */
function lossesIn({ lost, lostNodes, lostCount, width }: Lanes): number {
  const words = width / 32;
  let sum = 0;
  for (let at = 0; at < lostCount; at += 1) sum += worldCount(lost, lostNodes[at]! * words, words);
  return sum;
}

/** [trial] how many assets are lost. */
function lossesByTrial(lanes: Lanes, count: number): Int32Array {
  const losses = new Int32Array(count);
  const words = lanes.width / 32;
  for (let first = 0; first < count; first += lanes.width) {
    lanes.run(first, Math.min(lanes.width, count - first));
    lanes.lost.forEach((worlds, at) => {
      for (let bits = worlds; bits !== 0; bits &= bits - 1) {
        losses[first + 32 * (at % words) + 31 - Math.clz32(bits & -bits)]! += 1;
      }
    });
  }
  return losses;
}

/** The same trials by the event engine, world by world. */
function engineContender(dataset: Dataset, scenario: Scenario): Contender {
  return {
    name: "our event engine",
    run: () => {
      const { value, milliseconds } = cpuTime(() =>
        resultOf("trials", dataset, { scenario, trials: engineTrials, seed }),
      );
      const found = value.consequences.assetsDisrupted;
      if (found === null) throw new Error("the trials disrupt nothing");
      return { milliseconds, checksum: JSON.stringify({ mean: found.mean, error: 0 }) };
    },
  };
}

/** A loop in Python. It draws other numbers: what is compared is the mean. */
function loopContender(
  python: LineServer,
  { name, trials: count }: (typeof peers)[number],
  { input, source, likelihood }: { readonly input: SeededInput; readonly source: number; readonly likelihood: number },
): Contender {
  const ask = { source, likelihood, trials: count, seed };
  const request = { do: "trials", peer: name, input: input.systemFile, ...ask } as const;
  const values = (lost: readonly number[]) => JSON.stringify(meanOf(lost));
  return pythonContender(python, request, { note: `${count} trials, extrapolated`, timesOver: trials / count, values });
}

function meanIn(text: string): number {
  return (JSON.parse(text) as { readonly mean: number }).mean;
}
