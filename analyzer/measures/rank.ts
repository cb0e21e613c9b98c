import type { ForestPlan } from "../algorithms/timed-closure/forest-plan.ts";
import { compareIds } from "../model/dataset.ts";
import { type Consequence, type RankResult, type RankRow, scanMethods } from "../model/result.ts";
import { toTicks } from "../system/ticks.ts";
import { forestRows, planScanForest } from "./forest-scan.ts";
import type { PieceGround, RunGround } from "./ground.ts";
import { type Finished, pieceCount, pieceRange, type Round } from "./round.ts";
import { joinRows, ScanRowList, type ScanRows } from "./scan-rows.ts";
import { type ScanWindow, type SourceScan, sourceScanOf } from "./source-scan.ts";
import type { Watch } from "./watch.ts";

/** What a scan asks: every asset fully lost alone for `hours`, watched to `horizonHours`, ranked by `by`. */
export interface RankQuestion {
  readonly by: Consequence;
  readonly hours: number;
  readonly horizonHours: number;
  /** How many rows to give; all where left out. */
  readonly limit?: number;
}

/**
 * A round of a scan. `each`: every source by the way that holds for it; `bounds`: the same, but where only the event engine
 * holds the source gets a bound; `forest`: all sources in one sweep; `pruned`: some sources by the event engine.
 */
export interface RankPlan {
  readonly question: RankQuestion;
  readonly round: "each" | "bounds" | "forest" | "pruned";
  /** The sources of the round; knots of the forest are counted in its own order. */
  readonly sources: Int32Array;
  readonly forest: ForestPlan | null;
  /** Rows that are done, and sources that are not with what bounds them, highest first. */
  readonly done: ScanRows;
  readonly open: Int32Array;
  readonly openBound: Float64Array;
}

/** What a piece of a round found. */
export interface RankPart {
  readonly rows: ScanRows;
  /** Sources without a row and their bounds. */
  readonly open: Int32Array;
  readonly openBound: Float64Array;
}

const noRows: ScanRows = new ScanRowList(0).rows();

/** Sources of one piece at least: handing out less is not worth the message. */
const leastSources = 16;
/** A forest is cut into few pieces, since each rebuilds what its first knot stands on. */
const leastKnots = 4096;

/**
 * Single-failure scan (model.md section 5). Highest first, exact ties by id; an unknown consequence comes last. Returns
 * null where the caller aborted.
 *
 * Cost: per source a timed closure where it holds, else a run of the event engine; with a limit only the sources that can
 * be among the first are run; without a return and with large cascades one forest for all.
 */
export function rankAssets(ground: RunGround, question: RankQuestion, watch: Watch): RankResult | null {
  let round: Round<RankPlan> | Finished<RankResult> = planRank(ground, question);
  while (round.kind === "planned") {
    const { plan, pieces }: Round<RankPlan> = round;
    const parts: RankPart[] = [];
    const total = ground.cascade.system.assetIds.length;
    for (let index = 0; index < pieces; index += 1) {
      const [from] = itemRange(plan, index);
      const part = rankPiece(ground, plan, index, {
        progress: (done) => watch.progress(Math.min(total, from + done), total),
        aborted: () => watch.aborted(),
      });
      if (part === null) return null;
      parts.push(part);
    }
    round = joinRank(ground, plan, parts);
  }
  return round.result;
}

/** The first round of a scan. */
export function planRank(ground: RunGround, question: RankQuestion): Round<RankPlan> {
  const count = ground.cascade.system.assetIds.length;
  const sources = Int32Array.from({ length: count }, (_, source) => source);
  const nothing = { done: noRows, open: new Int32Array(0), openBound: new Float64Array(0) };
  const forest = planScanForest(sourceScanOf(ground), windowOf(question), count);
  if (forest !== null) return planned({ question, round: "forest", sources: forest.preorder, forest, ...nothing });
  const round = (question.limit ?? count) < count ? "bounds" : "each";
  return planned({ question, round, sources, forest: null, ...nothing });
}

/** One piece of a round; null where the caller aborted. */
export function rankPiece(ground: PieceGround, plan: RankPlan, index: number, watch: Watch): RankPart | null {
  const scan = sourceScanOf(ground);
  const [from, to] = itemRange(plan, index);
  if (plan.forest === null) return eachSource(scan, plan, plan.sources.subarray(from, to), watch);
  const rows = forestRows(ground, scan, plan.forest, [from, to], windowOf(plan.question), watch);
  return rows === null ? null : { rows, open: new Int32Array(0), openBound: new Float64Array(0) };
}

function eachSource(scan: SourceScan, plan: RankPlan, sources: Int32Array, watch: Watch): RankPart | null {
  const { question, round } = plan;
  const window = windowOf(question);
  const rows = new ScanRowList(sources.length);
  const open: number[] = [];
  const openBound: number[] = [];
  for (const [index, source] of sources.entries()) {
    if (watch.aborted()) return null;
    const exact = round === "pruned" ? null : scan.byClosure(source, window);
    if (exact !== null) rows.add(source, "timed closure", exact);
    else if (round === "bounds") {
      open.push(source);
      openBound.push(scan.bound(source, window, question.by));
    } else rows.add(source, "event engine", scan.byEngine(source, window));
    watch.progress(index + 1, sources.length);
  }
  return { rows: rows.rows(), open: Int32Array.from(open), openBound: Float64Array.from(openBound) };
}

/** The result, or with a limit the next sources that can still be among the first. */
export function joinRank(
  ground: RunGround,
  plan: RankPlan,
  parts: readonly RankPart[],
): Round<RankPlan> | Finished<RankResult> {
  const done = joinRows([plan.done, ...parts.map(({ rows }) => rows)]);
  const [open, openBound] = plan.round === "bounds" ? highestFirst(parts) : [plan.open, plan.openBound];
  const next = countOfNext(done, openBound, plan.question);
  if (next > 0) {
    const sources = open.slice(0, next);
    const rest = { open: open.slice(next), openBound: openBound.slice(next) };
    return planned({ question: plan.question, round: "pruned", sources, forest: null, done, ...rest });
  }
  return { kind: "done", result: resultOf(ground, plan.question, done, open.length) };
}

function planned(plan: RankPlan): Round<RankPlan> {
  return { kind: "planned", plan, pieces: pieceCount(plan.sources.length, leastOf(plan)) };
}

function itemRange(plan: RankPlan, index: number): [from: number, to: number] {
  return pieceRange(plan.sources.length, leastOf(plan), index);
}

function leastOf({ forest, sources }: RankPlan): number {
  return forest === null ? leastSources : Math.max(leastKnots, Math.ceil(sources.length / 8));
}

function windowOf({ hours, horizonHours }: RankQuestion): ScanWindow {
  return { lostTicks: toTicks(hours), horizonTick: toTicks(horizonHours) };
}

function highestFirst(parts: readonly RankPart[]): [open: Int32Array, openBound: Float64Array] {
  const all = parts.flatMap(({ open, openBound }) =>
    Array.from(open, (source, index) => ({ source, bound: openBound[index]! })),
  );
  // Infinity less Infinity is no number.
  const sorted = all.toSorted((x, y) => (x.bound === y.bound ? x.source - y.source : y.bound - x.bound));
  return [Int32Array.from(sorted, ({ source }) => source), Float64Array.from(sorted, ({ bound }) => bound)];
}

/**
 * How many of the open sources to simulate next: as many as were simulated before, so that there are few rounds and not
 * many runs too much; none once the highest bound is below the last row that is asked for.
 */
function countOfNext(done: ScanRows, openBound: Float64Array, { by, limit = 0 }: RankQuestion): number {
  const values = Float64Array.from(done.values[by], comparable).sort();
  const last = values[values.length - limit] ?? Number.NEGATIVE_INFINITY;
  const most = Math.max(limit, methodCounts(done)["event engine"]);
  let count = 0;
  while (count < openBound.length && openBound[count]! >= last) {
    if (count >= most && openBound[count] !== Number.POSITIVE_INFINITY) break;
    count += 1;
  }
  return count;
}

/** Unknown is behind 0. */
function comparable(value: number): number {
  return Number.isNaN(value) ? -1 : value;
}

function resultOf({ cascade }: RunGround, question: RankQuestion, done: ScanRows, bounded: number): RankResult {
  const { assetIds } = cascade.system;
  const { by, hours, horizonHours } = question;
  const key = done.values[by];
  const order = [...done.source.keys()].sort(
    (x, y) =>
      comparable(key[y]!) - comparable(key[x]!) || compareIds(assetIds[done.source[x]!]!, assetIds[done.source[y]!]!),
  );
  const rows = order
    .slice(0, question.limit ?? order.length)
    .map((row, index): RankRow => ({ rank: index + 1, id: assetIds[done.source[row]!]!, ...valuesAt(done, row) }));
  return { kind: "rank", by, hours, horizonHours, methods: { ...methodCounts(done), bounded }, rows };
}

function valuesAt({ values }: ScanRows, row: number): Omit<RankRow, "rank" | "id"> {
  const personHours = values.personHours[row]!;
  return {
    outageHours: values.outageHours[row]!,
    personHours: Number.isNaN(personHours) ? null : personHours,
    foreignOutageHours: values.foreignOutageHours[row]!,
    assetsDisrupted: values.assetsDisrupted[row]!,
    statesReached: values.statesReached[row]!,
    foreignStatesReached: values.foreignStatesReached[row]!,
    sectorsReached: values.sectorsReached[row]!,
  };
}

function methodCounts({ method }: ScanRows) {
  const counts = scanMethods.map((_, code) => method.reduce((sum, used) => sum + Number(used === code), 0));
  return { "timed closure": counts[0]!, "timed forest": counts[1]!, "event engine": counts[2]! };
}
