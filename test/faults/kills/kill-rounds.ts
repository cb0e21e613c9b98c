import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "../../../api/store/open-store.ts";
import { SeededRandom } from "../../support/seeded-random.ts";
import { buildWriter } from "./build-writer.ts";
import type { KillBed } from "./kill-bed.ts";
import { LaneLedger } from "./lane-ledger.ts";
import { emptyLane } from "./lane-state.ts";
import { lookAtLane } from "./look-at-lane.ts";
import type { LaneStart } from "./run-lane.ts";
import { WriterProcess } from "./writer-process.ts";

/** What is killed: the program that writes, the server of the store, or both at once. */
export type Victim = "service" | "server" | "both";

export interface KillFigures {
  readonly kills: Record<Victim, number>;
  acknowledged: number;
  /** Kills that came while a write was open. */
  duringWrite: number;
  /** Acknowledged writes that were gone, and writes found in part, each in words. */
  readonly lost: string[];
  readonly halfApplied: string[];
  /** Failures told to the program that lived on, which did not name one of the store's codes that fit. */
  readonly wrongErrors: string[];
  slowestRestartMs: number;
  slowestServerStartMs: number;
  /** From the server's return until the store that stayed open answered. */
  slowestReturnMs: number;
}

const lanes = ["a", "b"] as const;
const mostAcknowledged = 8;
/** Where acknowledgements do not come, the kill does not wait for them. */
const longestMs = 5_000;
/** The errors that a server which dies may be the cause of. */
const fitting = new Set(["STORE_UNREACHABLE"]);

export interface KillPlan {
  readonly victims: readonly Victim[];
  readonly seed: number;
  /** The kill comes up to this long after a random number of acknowledgements: about as long as a write takes. */
  readonly writeMs: number;
  say(text: string): void;
}

/** Kills as planned, each in the middle of writes, and holds the store against the acknowledgements after each. */
export async function killRounds(bed: KillBed, plan: KillPlan): Promise<KillFigures> {
  const figures = noFigures();
  const random = new SeededRandom(plan.seed);
  let starts: LaneStart[] = lanes.map((lane) => ({ lane, state: emptyLane, next: 1, seed: plan.seed }));
  const program = await buildWriter();
  let writer = await restart(bed, program, figures);
  for (const [round, victim] of plan.victims.entries()) {
    const ledgers = await writeAndKill(
      bed,
      writer,
      starts,
      { victim, after: random.below(mostAcknowledged), waitMs: random.unit() * plan.writeMs },
      figures,
    );
    writer = await restart(bed, program, figures);
    starts = await judge(bed, ledgers, plan.seed + round + 1, figures);
    if ((round + 1) % 10 === 0) plan.say(`${bed.name}: ${round + 1} of ${plan.victims.length} kills`);
  }
  await writer.kill();
  return figures;
}

export function noFigures(): KillFigures {
  return {
    kills: { service: 0, server: 0, both: 0 },
    acknowledged: 0,
    duringWrite: 0,
    lost: [],
    halfApplied: [],
    wrongErrors: [],
    slowestRestartMs: 0,
    slowestServerStartMs: 0,
    slowestReturnMs: 0,
  };
}

/** A new program on the store that the last one left. */
async function restart(bed: KillBed, program: string, figures: KillFigures): Promise<WriterProcess> {
  const { url, secrets } = bed.target();
  const begun = performance.now();
  const writer = new WriterProcess(program, url, secrets);
  await writer.ready();
  figures.slowestRestartMs = Math.max(figures.slowestRestartMs, performance.now() - begun);
  return writer;
}

async function writeAndKill(
  bed: KillBed,
  writer: WriterProcess,
  starts: readonly LaneStart[],
  { victim, after, waitMs }: { readonly victim: Victim; readonly after: number; readonly waitMs: number },
  figures: KillFigures,
): Promise<readonly LaneLedger[]> {
  const ledgers = new Map(starts.map((start) => [start.lane, new LaneLedger(start)]));
  let heard = 0;
  const isTime = new Promise<void>((resolve) => {
    writer.hear = (event) => {
      ledgers.get(event[1])?.hear(event);
      if (event[0] === "done") heard += 1;
      if (heard >= after) resolve();
    };
  });
  writer.begin(starts);
  await Promise.race([isTime, sleep(longestMs)]);
  await sleep(waitMs);
  if (victim === "service") await writer.kill();
  else if (victim === "both") await Promise.all([writer.kill(), bed.killServer()]);
  else await bed.killServer();
  if ([...ledgers.values()].some((ledger) => ledger.hasOpenWrite)) figures.duringWrite += 1;
  if (victim !== "service") await startServer(bed, figures);
  if (victim === "server") {
    const begun = performance.now();
    await writer.back();
    figures.slowestReturnMs = Math.max(figures.slowestReturnMs, performance.now() - begun);
    await writer.kill();
  }
  figures.kills[victim] += 1;
  for (const { acknowledged, failed } of ledgers.values()) {
    figures.acknowledged += acknowledged;
    figures.wrongErrors.push(...failed.filter((code) => !fitting.has(code)));
  }
  return [...ledgers.values()];
}

export async function startServer(bed: KillBed, figures: KillFigures): Promise<void> {
  const begun = performance.now();
  await bed.startServer();
  figures.slowestServerStartMs = Math.max(figures.slowestServerStartMs, performance.now() - begun);
}

/** Holds the store against the ledgers, and says where the lanes go on. A lane that was damaged starts afresh. */
async function judge(
  bed: KillBed,
  ledgers: readonly LaneLedger[],
  seed: number,
  figures: KillFigures,
): Promise<LaneStart[]> {
  const { url, secrets } = bed.target();
  const store = await openStore(url, secrets);
  try {
    const starts: LaneStart[] = [];
    for (const ledger of ledgers) {
      const { lane } = ledger.startFrom(emptyLane, seed);
      const verdict = ledger.judge(await lookAtLane(store, lane));
      if (verdict.kind === "kept") {
        starts.push(ledger.startFrom(verdict.state, seed));
        continue;
      }
      (verdict.kind === "lost" ? figures.lost : figures.halfApplied).push(verdict.detail);
      starts.push({ lane: `${lane}-again`, state: emptyLane, next: 1, seed });
    }
    return starts;
  } finally {
    await store.close();
  }
}
