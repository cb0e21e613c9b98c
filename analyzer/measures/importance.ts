import { blockTrials, Chance, purposes } from "../algorithms/chance/chance.ts";
import { entityKeys } from "../algorithms/chance/entity-keys.ts";
import type { PieceGround } from "./ground.ts";
import { type ChanceLosses, ChanceWorlds, type Top } from "./chance-worlds.ts";
import { exactImportance, type ImportanceResult, sampledImportance } from "./importance-result.ts";
import type { Watch } from "./watch.ts";
import { type Finished, pieceCount, pieceRange, type Round } from "./round.ts";
import { addCounts, type RunCount } from "./set-losses.ts";
import { Moments } from "./statistics/moments.ts";
import { type MomentsColumns, MomentsTable } from "./statistics/moments-table.ts";

/** Up to so many uncertain assets every world is looked at, above that trials are. */
export const mostEnumerated = 20;

export interface ImportanceQuestion {
  readonly losses: ChanceLosses;
  readonly top: Top;
  readonly trials: number;
  readonly seed: number;
}

export interface ImportancePlan extends ImportanceQuestion {
  readonly method: "exact" | "trials";
}

/** What a piece found: the top in a range of worlds; or its moments over some trials, and over those in which each asset is lost. */
export interface ImportancePart extends RunCount {
  readonly values: Float64Array;
  readonly all: { readonly count: number; readonly mean: number; readonly squares: number };
  readonly lost: { readonly rows: Int32Array; readonly columns: MomentsColumns };
}

/** Worlds, and blocks of trials, that a piece does at least. */
const leastWorlds = 256;
const leastBlocks = 8;
const wordsPerBlock = blockTrials / 32;

/**
 * Importance of assets under chance (validation.md 9): every asset that may be lost is, or is not, by itself. Exact where
 * at most `mostEnumerated` assets are uncertain; else by trials of the generator, in which an asset's draw is keyed by
 * its id.
 *
 * Cost: 2^assets runs, or one run per trial.
 */
export function planImportance(question: ImportanceQuestion): Round<ImportancePlan> {
  const uncertain = question.losses.asset.length;
  const method = uncertain <= mostEnumerated ? "exact" : "trials";
  const pieces =
    method === "exact"
      ? pieceCount(2 ** uncertain, leastWorlds)
      : pieceCount(Math.ceil(question.trials / blockTrials), leastBlocks);
  return { kind: "planned", plan: { ...question, method }, pieces };
}

/** One piece. Null where the caller aborted. */
export function importancePiece(
  ground: PieceGround,
  plan: ImportancePlan,
  index: number,
  watch: Watch,
): ImportancePart | null {
  const worlds = new ChanceWorlds(ground, plan.losses, plan.top);
  if (plan.method === "trials") return trialsPiece(ground, plan, index, worlds, watch);
  const count = plan.losses.asset.length;
  const [from, to] = pieceRange(2 ** count, leastWorlds, index);
  const values = new Float64Array(to - from);
  for (let set = from; set < to; set += 1) {
    if (watch.aborted()) return null;
    const lost: number[] = [];
    for (let place = 0; place < count; place += 1) if (((set >>> place) & 1) === 1) lost.push(place);
    values[set - from] = worlds.value(lost);
    watch.progress(set - from + 1, to - from);
  }
  return { values, all: new Moments(), lost: new MomentsTable(0).filled(), ...worlds.count };
}

function trialsPiece(
  { cascade }: PieceGround,
  { losses, trials, seed }: ImportancePlan,
  index: number,
  worlds: ChanceWorlds,
  watch: Watch,
): ImportancePart | null {
  const count = losses.asset.length;
  const hits = new HitMasks(cascade.system.assetIds, losses, seed);
  const all = new Moments();
  const lostTable = new MomentsTable(count);
  const [from, to] = pieceRange(Math.ceil(trials / blockTrials), leastBlocks, index);
  for (let block = from; block < to; block += 1) {
    hits.draw(block);
    const last = Math.min(blockTrials, trials - block * blockTrials);
    for (let trial = 0; trial < last; trial += 1) {
      if (watch.aborted()) return null;
      const lost = hits.lostIn(trial);
      const value = worlds.value(lost);
      all.add(value);
      for (const place of lost) lostTable.add(place, value);
      watch.progress((block - from) * blockTrials + trial + 1, (to - from) * blockTrials);
    }
  }
  const { mean, squares } = all;
  return {
    values: new Float64Array(0),
    all: { count: all.count, mean, squares },
    lost: lostTable.filled(),
    ...worlds.count,
  };
}

/** Which assets are lost in each trial of a block. */
class HitMasks {
  private readonly chance: Chance;
  private readonly keys: Uint32Array;
  private readonly masks: Int32Array;

  constructor(
    assetIds: readonly string[],
    private readonly losses: ChanceLosses,
    seed: number,
  ) {
    this.chance = new Chance(seed);
    this.keys = entityKeys(Array.from(losses.asset, (asset) => assetIds[asset]!));
    this.masks = new Int32Array(losses.asset.length * wordsPerBlock);
  }

  draw(block: number): void {
    const { keys, masks, losses } = this;
    losses.likelihood.forEach((likelihood, place) => {
      const [low, high] = [keys[2 * place]!, keys[2 * place + 1]!];
      for (let word = 0; word < wordsPerBlock; word += 1) {
        const mask = this.chance.mask32(purposes.shock, low, high, wordsPerBlock * block + word, likelihood);
        masks[wordsPerBlock * place + word] = mask;
      }
    });
  }

  /** Places of the assets that are lost in a trial of the block last drawn. */
  lostIn(trial: number): number[] {
    const lost: number[] = [];
    for (let place = 0; place < this.losses.asset.length; place += 1) {
      const mask = this.masks[wordsPerBlock * place + (trial >>> 5)]!;
      if (((mask >>> (trial & 31)) & 1) === 1) lost.push(place);
    }
    return lost;
  }
}

/** What the parts come to. */
export function joinImportance(
  ground: PieceGround,
  plan: ImportancePlan,
  parts: readonly ImportancePart[],
): Finished<ImportanceResult> {
  const count = addCounts(parts);
  if (plan.method === "exact") {
    const values = new Float64Array(2 ** plan.losses.asset.length);
    let at = 0;
    for (const part of parts) {
      values.set(part.values, at);
      at += part.values.length;
    }
    return { kind: "done", result: { ...exactImportance(ground, plan, values), ...count } };
  }
  const all = new Moments();
  const lost = new MomentsTable(plan.losses.asset.length);
  for (const part of parts) {
    all.join(part.all);
    lost.join(part.lost.rows, part.lost.columns);
  }
  return { kind: "done", result: { ...sampledImportance(ground, plan, all, lost), ...count } };
}
