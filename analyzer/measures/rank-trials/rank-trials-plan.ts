import { type BufferChances, bufferChances } from "../../algorithms/trials/buffer-draws.ts";
import { entityKeys } from "../../algorithms/chance/entity-keys.ts";
import { type RepairTimes, repairTimes } from "../../algorithms/trials/repair-draws.ts";
import {
  certainTransmission,
  type TransmissionChances,
  transmissionChances,
} from "../../algorithms/trials/transmission-draws.ts";
import type { DrawnInputs } from "../../algorithms/trials/trial-draws.ts";
import { limits } from "../../model/limits.ts";
import type { Consequence } from "../../model/result.ts";
import { aftermathHours, scanLossHours } from "../../model/scenario.ts";
import type { RunGround } from "../ground.ts";
import { pieceCount, type Round } from "../round.ts";
import type { UncertainInput } from "./rank-trials-result.ts";

/** What a scan under chance asks. */
export interface RankTrialsQuestion {
  readonly by: Consequence;
  /** Null: each asset for its repair time where known, else `scanLossHours`. */
  readonly hours: number | null;
  /** Null: until `aftermathHours` after the longest loss. */
  readonly horizonHours: number | null;
  readonly trials: number;
  readonly seed: number;
  readonly confidence: number;
  readonly k: number;
  /** How many assets are candidates: those highest in the certain scan. */
  readonly candidates: number;
  readonly drawn: Omit<DrawnInputs, "hits">;
  /** Whether the trials are run again with each uncertain input held. */
  readonly sensitivity: boolean;
}

/** What the pieces know. `candidates` are asset positions, ascending; empty while the scan that finds them goes on. */
export interface RankTrialsPlan {
  readonly stage: "screen" | "trials";
  readonly question: RankTrialsQuestion;
  readonly horizonHours: number;
  readonly candidates: Int32Array;
  /** Input held in each of the runs of a trial; null: none. */
  readonly held: readonly (UncertainInput | null)[];
  /** [asset] */
  readonly repair: RepairTimes;
  readonly repairKeys: Uint32Array;
  readonly transmission: TransmissionChances;
  readonly buffers: BufferChances;
}

export const leastScreenPiece = 64;
export const leastTrialsPiece = 8;

/** Runs of one question at most: each keeps its number until the end. */
export const mostRankRuns = 20_000_000;

/**
 * First round of a scan under chance: the certain scan that finds the candidates, or at once the trials where all
 * assets are candidates. The entity of a repair time is the asset's id with number 0, so that a trial of one asset is
 * the trial of a scenario with one shock on it.
 *
 * Cost: O(assets + members + groups).
 */
export function planRankTrials(ground: RunGround, question: RankTrialsQuestion): Round<RankTrialsPlan> {
  const { dataset, cascade } = ground;
  const { drawn } = question;
  const repair = repairTimes(
    dataset.assets.map((asset) => (question.hours === null ? asset : null)),
    drawn.repair,
  );
  const base = {
    question,
    horizonHours: question.horizonHours ?? defaultHorizonHours(question, repair),
    held: [],
    repair,
    repairKeys: entityKeys(dataset.assets.map(({ id }) => JSON.stringify([id, 0]))),
    transmission: drawn.transmission ? transmissionChances(dataset.dependencies, cascade.system) : certainTransmission,
    buffers: bufferChances(cascade.system, drawn.bufferSpread),
  };
  const count = dataset.assets.length;
  if (question.candidates >= count) return trialsRound(base, Int32Array.from(dataset.assets.keys()));
  const plan = { ...base, stage: "screen", candidates: new Int32Array(0) } as const;
  return { kind: "planned", plan, pieces: pieceCount(count, leastScreenPiece) };
}

function defaultHorizonHours({ hours }: RankTrialsQuestion, { highHours }: RepairTimes): number {
  const longest = highHours.reduce((most, high) => (high > most ? high : most), hours ?? scanLossHours);
  return Math.min(limits.horizonHours, longest + aftermathHours);
}

/** The round of the trials, once the candidates are known. */
export function trialsRound(
  plan: Omit<RankTrialsPlan, "stage" | "candidates">,
  candidates: Int32Array,
): Round<RankTrialsPlan> {
  const held = plan.question.sensitivity ? [null, ...uncertainties(plan, candidates)] : [null];
  const { trials } = plan.question;
  return {
    kind: "planned",
    plan: { ...plan, stage: "trials", candidates, held },
    pieces: pieceCount(trials, leastTrialsPiece),
  };
}

/** The inputs that differ from one trial to another. */
function uncertainties(
  { transmission, buffers, repair }: Pick<RankTrialsPlan, "transmission" | "buffers" | "repair">,
  candidates: Int32Array,
): UncertainInput[] {
  const found: UncertainInput[] = [];
  if (transmission.member.length > 0) found.push("transmission");
  if (candidates.some((asset) => repair.lowHours[asset]! < repair.highHours[asset]!)) found.push("repair");
  if (buffers.group.length > 0) found.push("buffers");
  return found;
}
