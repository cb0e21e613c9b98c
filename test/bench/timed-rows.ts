import { TimedCascade } from "../../analyzer/algorithms/timed-closure/timed-cascade.ts";
import { compileTimedLayout } from "../../analyzer/algorithms/timed-closure/timed-layout.ts";
import type { Dataset } from "../../analyzer/index.ts";
import { compileSystem } from "../../analyzer/system/compile-system.ts";
import { ticksPerHour } from "../../analyzer/system/ticks.ts";
import { resultOf } from "../support/ask.ts";
import { columnChecksum } from "./answer-checksum.ts";
import { cpuTime } from "./timing.ts";
import type { SizeName } from "./options.ts";
import { PlainTimed } from "./plain-timed.ts";
import { amount, type Floor, type Row } from "./row.ts";
import { sampleSources, seededInput } from "./seeded-inputs.ts";
import { type Contender, sideBySide } from "./side-by-side.ts";
import { quartersPerHour, timedDataset, timedSystem } from "./timed-system.ts";
import type { Tools } from "./tools.ts";

const horizonHours = 72;
const horizon = horizonHours * quartersPerHour;
const ticksPerQuarter = ticksPerHour / quartersPerHour;
const horizonTick = horizon * ticksPerQuarter;

/** One cascade: the issue at 10k, performance.md section 7 above; the scan: performance.md section 7. */
const cascadeMost: Readonly<Record<SizeName, number>> = { "10k": 1.5, "100k": 25, "1M": 800 };
const scanMost: Readonly<Partial<Record<SizeName, number>>> = { "10k": 250, "100k": 50_000 };
const cascadeLeast = 15;
/** Sources that are tried for the one whose loss takes most, and runs that are timed together. */
const triedSources = 200;
const repeats = 20;
const sampledSources = 20;

/** Failures with their hours: one cascade, and the scan of all losses for good. */
export async function* timedRows({ options: { size, rounds } }: Tools): AsyncGenerator<Row> {
  for (const [family, mix] of [
    ["scale-free", "critical"],
    ["modular", "mixed"],
  ] as const) {
    const input = await seededInput(family, mix, size);
    const system = timedSystem(input.system);
    const dataset = timedDataset(system);
    const plain = new PlainTimed(system);
    const timed = new TimedCascade(compileTimedLayout(compileSystem(dataset)));
    const source = worstSource(timed, dataset.assets.length);
    const floor: Floor = { kind: "milliseconds", most: cascadeMost[size] };
    const one = { name: `timed cascade ${input.name}`, ours: oneCascade(timed, source), rounds };
    yield await sideBySide({ ...one, peer: null, floor });
    const beside: Floor = { kind: "faster", least: cascadeLeast };
    yield await sideBySide({ ...one, peer: plainCascade(plain, source, dataset.assets.length), floor: beside });
    const most = scanMost[size];
    if (most === undefined) continue;
    const sources = sampleSources(dataset.assets.length, sampledSources);
    yield await sideBySide({
      name: `timed scan ${input.name}, ${horizonHours} h`,
      ours: timedScan(dataset, sources),
      peer: plainScan(plain, sources, dataset.assets.length),
      floor: { kind: "milliseconds", most },
      rounds,
    });
  }
}

/** Of some sources the one whose loss takes most. */
function worstSource(timed: TimedCascade, assetCount: number): number {
  let worst = { source: 0, failed: 0 };
  for (const source of sampleSources(assetCount, triedSources)) {
    timed.begin(source, horizonTick);
    timed.runUntil(horizonTick);
    if (timed.failedCount > worst.failed) worst = { source, failed: timed.failedCount };
  }
  return worst.source;
}

function oneCascade(timed: TimedCascade, source: number): Contender {
  return {
    name: "TypeScript",
    run: () => {
      const before = timed.steps;
      const { milliseconds } = cpuTime(() => {
        for (let repeat = 0; repeat < repeats; repeat += 1) {
          timed.begin(source, horizonTick);
          timed.runUntil(horizonTick);
        }
      });
      const times = timed.failedTick.map((tick) =>
        tick === Number.POSITIVE_INFINITY ? 0 : 1 + tick / ticksPerQuarter,
      );
      const steps = (timed.steps - before) / repeats;
      const work = `${amount(steps)} feeds, ${amount(timed.failedCount)} assets fail`;
      return { milliseconds: milliseconds / repeats, checksum: columnChecksum(times), work };
    },
  };
}

function plainCascade(plain: PlainTimed, source: number, assetCount: number): Contender {
  return {
    name: "plain objects and a heap",
    run: () => {
      const { value, milliseconds } = cpuTime(() => plain.run(source, horizon));
      const times = Array.from({ length: assetCount }, (_, asset) => 1 + (value.get(asset) ?? -1));
      return { milliseconds, checksum: columnChecksum(times) };
    },
  };
}

/** The catalogue's own ranking, with all its consequences; what is compared is assets disrupted and outage hours. */
function timedScan(dataset: Dataset, sources: Int32Array): Contender {
  const ids = Array.from(sources, (source) => dataset.assets[source]!.id);
  return {
    name: "rank",
    run: () => {
      const ask = { hours: horizonHours, horizonHours };
      const { value, milliseconds } = cpuTime(() => resultOf("rank", dataset, ask));
      const rows = new Map(value.rows.map((row) => [row.id, row]));
      const sums = ids
        .map((id) => rows.get(id)!)
        .flatMap((row) => [row.assetsDisrupted, row.outageHours * quartersPerHour]);
      const ways = Object.entries(value.methods).filter(([, count]) => count > 0);
      const work = ways.map(([way, count]) => `${amount(count)} by ${way}`).join(", ");
      return { milliseconds, checksum: columnChecksum(sums), work };
    },
  };
}

function plainScan(plain: PlainTimed, sources: Int32Array, assetCount: number): Contender {
  const timesOver = assetCount / sources.length;
  return {
    name: "plain objects and a heap",
    note: `${sources.length} of ${amount(assetCount)} sources, extrapolated`,
    run: () => {
      const { value, milliseconds } = cpuTime(() => Array.from(sources, (source) => plain.run(source, horizon)));
      const sums = value.flatMap((failed) => {
        let outage = 0;
        for (const time of failed.values()) outage += horizon - time;
        return [failed.size, outage];
      });
      return { milliseconds: milliseconds * timesOver, checksum: columnChecksum(sums) };
    },
  };
}
