import { combinationAt, nextCombination } from "../../algorithms/sets/combinations.ts";
import { pieceCount, pieceRange } from "../round.ts";
import { exceeds, type RunCount, type SetLosses } from "../set-losses.ts";
import type { Watch } from "../watch.ts";

/** The search for the worst losses: of every asset alone, then of pairs of the worst of them. */
export interface LossList {
  readonly step: "singles" | "pairs";
  /** Assets that are lost alone, or in pairs, ascending. */
  readonly assets: Int32Array;
  readonly pieces: number;
  /** [asset] what each loss alone brings; empty before it is known. */
  readonly alone: Float64Array;
}

/** Totals of the losses of a piece, in order; NaN where not known. */
export interface ListPart extends RunCount {
  readonly totals: Float64Array;
}

type NextList =
  | { readonly kind: "list"; readonly list: LossList }
  | { readonly kind: "sets"; readonly sets: readonly Int32Array[] };

interface FoundLoss {
  readonly set: Int32Array;
  readonly total: number;
}

const leastPiece = 16;

export function startList(assetCount: number): LossList {
  const assets = Int32Array.from({ length: assetCount }, (_, asset) => asset);
  return { step: "singles", assets, pieces: pieceCount(assetCount, leastPiece), alone: new Float64Array(0) };
}

/** Runs the losses of one piece. Null where the caller aborted. */
export function listPiece({ step, assets }: LossList, losses: SetLosses, index: number, watch: Watch): ListPart | null {
  const size = step === "singles" ? 1 : 2;
  const [from, to] = pieceRange(setCount(assets.length, size), leastPiece, index);
  const totals = new Float64Array(to - from);
  const chosen = from < to ? combinationAt(from, assets.length, size) : new Int32Array(size);
  for (let at = from; at < to; at += 1) {
    if (watch.aborted()) return null;
    totals[at - from] = losses.value(chosen.map((place) => assets[place]!));
    nextCombination(chosen, assets.length);
    watch.progress(at - from + 1, to - from);
  }
  return { totals, ...losses.count };
}

function setCount(assets: number, size: 1 | 2): number {
  return size === 1 ? assets : (assets * (assets - 1)) / 2;
}

/**
 * The pairs to run next, or the worst losses: highest first, those that are not known left out; exact ties by their ids, a
 * single asset before its pairs.
 */
export function nextList(
  list: LossList,
  parts: readonly ListPart[],
  { among, losses }: { readonly among: number; readonly losses: number },
): NextList {
  const totals = Float64Array.from(parts.flatMap((part) => [...part.totals]));
  if (list.step === "singles" && among > 1) {
    const assets = worstOf(totals, among);
    const pieces = pieceCount(setCount(assets.length, 2), leastPiece);
    return { kind: "list", list: { step: "pairs", assets, pieces, alone: totals } };
  }
  const alone = list.step === "singles" ? totals : list.alone;
  const found: FoundLoss[] = Array.from(alone, (total, asset) => ({ set: Int32Array.of(asset), total }));
  if (list.step === "pairs") found.push(...pairsOf(list.assets, totals));
  const worst = found
    .filter(({ total }) => !Number.isNaN(total))
    .sort((x, y) => y.total - x.total || compareSets(x.set, y.set))
    .slice(0, losses);
  return { kind: "sets", sets: worst.map(({ set }) => set) };
}

function pairsOf(assets: Int32Array, totals: Float64Array): FoundLoss[] {
  const chosen = Int32Array.of(0, 1);
  return Array.from(totals, (total) => {
    const set = chosen.map((place) => assets[place]!);
    nextCombination(chosen, assets.length);
    return { set, total };
  });
}

function worstOf(totals: Float64Array, among: number): Int32Array {
  const order = Int32Array.from(totals.keys());
  order.sort((x, y) => (exceeds(totals[y]!, totals[x]!) ? 1 : exceeds(totals[x]!, totals[y]!) ? -1 : x - y));
  return order.slice(0, among).sort();
}

function compareSets(x: Int32Array, y: Int32Array): number {
  for (let place = 0; place < Math.min(x.length, y.length); place += 1) {
    if (x[place] !== y[place]) return x[place]! - y[place]!;
  }
  return x.length - y.length;
}
