import { combinationAt, countCombinations, nextCombination } from "../../algorithms/sets/combinations.ts";
import { limits } from "../../model/limits.ts";
import type { PieceGround } from "../ground.ts";
import { type Finished, pieceCount, pieceRange, type Round } from "../round.ts";
import { addCounts, type LossQuestion, type RunCount, SetLosses } from "../set-losses.ts";
import type { Watch } from "../watch.ts";
import { BackedLosses, type LossReach } from "./backed-losses.ts";
import { type ListPart, listPiece, type LossList, nextList, startList } from "./loss-list.ts";
import type { PortfolioAim, PortfolioResult, PortfolioScore } from "./portfolio-result.ts";
import { isBetter, scoreOf } from "./score.ts";

export interface PortfolioQuestion extends LossQuestion {
  /** How many backups. */
  readonly backups: number;
  readonly aim: PortfolioAim;
  /** How many of the worst losses are listed, of single assets or also of pairs. */
  readonly losses: number;
  /** Pairs are made of so many assets, those whose loss alone is worst; 0 for none. */
  readonly among: number;
}

interface Asked {
  readonly question: PortfolioQuestion;
  readonly count: RunCount;
}

interface ListPlan extends Asked {
  readonly step: "list";
  readonly list: LossList;
}

/** What was found out about the listed losses, and what was picked. */
interface Found {
  readonly sets: readonly Int32Array[];
  /** [loss] what it brings and whom it lowers, without any backup; empty before the first pick. */
  readonly bare: readonly LossReach[];
  readonly picks: readonly number[];
  readonly scores: readonly PortfolioScore[];
  /** [loss] what it brings with all picks. */
  readonly values: readonly number[];
}

interface PickPlan extends Asked, Found {
  readonly step: "picks";
}

interface AllPlan extends Asked, Found {
  readonly step: "portfolios";
  /** Assets that any of the losses lowers, ascending: backups elsewhere change none of them. */
  readonly candidates: Int32Array;
}

export type PortfolioPlan = ListPlan | PickPlan | AllPlan;

/** A loss with the picks, and [asset it lowers] with that asset backed as well. */
interface PickPart extends RunCount, LossReach {
  readonly step: "picks";
  readonly backed: Float64Array;
}

interface AllPart extends RunCount {
  readonly step: "portfolios";
  readonly best: readonly number[] | null;
  readonly score: PortfolioScore;
}

export type PortfolioPart = ({ readonly step: "list" } & ListPart) | PickPart | AllPart;

const leastPortfolios = 16;

/**
 * Which backups take most away from the worst losses of single assets and pairs. A backup keeps its asset at full function
 * whatever is lost: its own loss is taken off, and nothing that others lose lowers it; so it also shields what depends on
 * it. Each pick is the backup that, on top of those before, leaves least of the aim (the worst, or the mean, of the listed
 * losses), then least of the other, exact ties by id. The best of all portfolios of as many backups is found where there
 * are few enough.
 *
 * Cost: N runs and one per pair for the list; then per pick a run per listed loss and asset that it lowers.
 */
export function planPortfolio(ground: PieceGround, question: PortfolioQuestion): Round<PortfolioPlan> {
  return listRound({
    step: "list",
    question,
    list: startList(ground.cascade.system.assetIds.length),
    count: { runs: 0, cappedRuns: 0 },
  });
}

function listRound(plan: ListPlan): Round<PortfolioPlan> {
  return { kind: "planned", plan, pieces: plan.list.pieces };
}

/** One piece. Null where the caller aborted. */
export function portfolioPiece(
  ground: PieceGround,
  plan: PortfolioPlan,
  index: number,
  watch: Watch,
): PortfolioPart | null {
  const losses = new SetLosses(ground, plan.question);
  if (plan.step === "list") {
    const part = listPiece(plan.list, losses, index, watch);
    return part === null ? null : { step: "list", ...part };
  }
  const backed = new BackedLosses(ground.cascade.system, losses);
  if (plan.step === "portfolios") return portfoliosPiece(plan, backed, losses, index, watch);
  const set = plan.sets[index]!;
  const reach = backed.reach(set, plan.picks);
  const values = new Float64Array(reach.losing.length);
  for (let at = 0; at < values.length; at += 1) {
    if (watch.aborted()) return null;
    values[at] = backed.reach(set, [...plan.picks, reach.losing[at]!]).value;
    watch.progress(at + 1, values.length);
  }
  return { step: "picks", ...reach, backed: values, ...losses.count };
}

function portfoliosPiece(
  { bare, sets, candidates, picks, question }: AllPlan,
  backed: BackedLosses,
  losses: SetLosses,
  index: number,
  watch: Watch,
): AllPart | null {
  const [from, to] = pieceRange(countCombinations(candidates.length, picks.length), leastPortfolios, index);
  const chosen = combinationAt(from, candidates.length, picks.length);
  let best: readonly number[] | null = null;
  let bestScore: PortfolioScore = { worst: Number.NaN, mean: Number.NaN };
  for (let rank = from; rank < to; rank += 1) {
    if (watch.aborted()) return null;
    const portfolio = Array.from(chosen, (at) => candidates[at]!);
    const score = scoreOf(
      sets.map((set, at) =>
        portfolio.some((asset) => bare[at]!.losing.includes(asset))
          ? backed.reach(set, portfolio).value
          : bare[at]!.value,
      ),
    );
    if (best === null || isBetter(score, bestScore, question.aim)) {
      best = portfolio;
      bestScore = score;
    }
    nextCombination(chosen, candidates.length);
    watch.progress(rank - from + 1, to - from);
  }
  return { step: "portfolios", best, score: bestScore, ...losses.count };
}

/** The next round, or the portfolio. */
export function joinPortfolio(
  ground: PieceGround,
  plan: PortfolioPlan,
  parts: readonly PortfolioPart[],
): Round<PortfolioPlan> | Finished<PortfolioResult> {
  const { question } = plan;
  const count = addCounts([plan.count, ...parts]);
  if (plan.step === "list") {
    const next = nextList(plan.list, of(parts, "list"), question);
    if (next.kind === "list") return listRound({ ...plan, count, list: next.list });
    const found = { sets: next.sets, bare: [], picks: [], scores: [], values: [] };
    return picksRound({ step: "picks", question, count, ...found });
  }
  if (plan.step === "picks") return pick(ground, { ...plan, count }, of(parts, "picks"));
  return { kind: "done", result: resultOf(ground, { ...plan, count }, of(parts, "portfolios")) };
}

function of<Step extends PortfolioPart["step"]>(parts: readonly PortfolioPart[], step: Step) {
  type Wanted = Extract<PortfolioPart, { readonly step: Step }>;
  return parts.filter((part): part is Wanted => part.step === step);
}

function picksRound(plan: PickPlan): Round<PortfolioPlan> {
  return { kind: "planned", plan, pieces: plan.sets.length };
}

function pick(
  ground: PieceGround,
  plan: PickPlan,
  parts: readonly PickPart[],
): Round<PortfolioPlan> | Finished<PortfolioResult> {
  const { question, picks, scores } = plan;
  const bare = picks.length === 0 ? parts.map(({ value, losing }) => ({ value, losing })) : plan.bare;
  const values = parts.map(({ value }) => value);
  const now = { ...plan, bare, values, scores: [...scores, scoreOf(values)] };
  if (picks.length === question.backups) return finishPicks(ground, now);
  const candidates = losingAny(bare).filter((asset) => !picks.includes(asset));
  let best = -1;
  let bestScore = scoreOf(values);
  for (const asset of candidates) {
    const score = scoreOf(parts.map((part) => valueWith(part, asset)));
    if (!isBetter(score, bestScore, question.aim)) continue;
    best = asset;
    bestScore = score;
  }
  return best === -1 ? finishPicks(ground, now) : picksRound({ ...now, picks: [...picks, best] });
}

/** A loss with one more asset backed: nothing changes where it does not lower that asset. */
function valueWith({ losing, value, backed }: PickPart, asset: number): number {
  const at = losing.indexOf(asset);
  return at === -1 ? value : backed[at]!;
}

function losingAny(reaches: readonly LossReach[]): Int32Array {
  return Int32Array.from(new Set(reaches.flatMap(({ losing }) => [...losing]))).sort();
}

function finishPicks(ground: PieceGround, plan: PickPlan): Round<PortfolioPlan> | Finished<PortfolioResult> {
  const candidates = losingAny(plan.bare);
  const all: AllPlan = { ...plan, step: "portfolios", candidates };
  const portfolios = countCombinations(candidates.length, plan.picks.length);
  if (plan.picks.length === 0 || portfolios * plan.sets.length > limits.exhaustiveSets) {
    return { kind: "done", result: resultOf(ground, all, []) };
  }
  return { kind: "planned", plan: all, pieces: pieceCount(portfolios, leastPortfolios) };
}

function resultOf({ cascade }: PieceGround, plan: AllPlan, parts: readonly AllPart[]): PortfolioResult {
  const { assetIds } = cascade.system;
  const { question, sets, bare, picks, scores, values } = plan;
  const { by, hours, horizonHours, aim } = question;
  const after = scores.at(-1)!;
  let best: AllPart | null = null;
  for (const part of parts) if (best === null || isBetter(part.score, best.score, aim)) best = part;
  const optimum = picks.length === 0 ? { best: [], score: after } : best;
  return {
    kind: "portfolio",
    by,
    hours,
    horizonHours,
    aim,
    before: scores[0]!,
    after,
    picks: picks.map((asset, at) => ({ rank: at + 1, id: assetIds[asset]!, ...scores[at + 1]! })),
    losses: sets.map((set, at) => ({
      ids: Array.from(set, (asset) => assetIds[asset]!),
      before: bare[at]!.value,
      after: values[at]!,
    })),
    optimum: optimum === null ? null : { ids: (optimum.best ?? []).map((asset) => assetIds[asset]!), ...optimum.score },
    gap: optimum === null ? null : after[aim] - optimum.score[aim],
    ...plan.count,
  };
}
