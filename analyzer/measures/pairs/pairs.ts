import { downstreamWorth, type Influence, influenceOf } from "../../algorithms/sets/influence.ts";
import { type MeetingPairs, MeetingSearch, type NodeLists, turnRound } from "../../algorithms/sets/meeting-pairs.ts";
import { gainsShrink } from "../../algorithms/sets/shrinking-gains.ts";
import { type PairValue, TopPairs } from "../../algorithms/sets/top-pairs.ts";
import { limits } from "../../model/limits.ts";
import type { PieceGround } from "../ground.ts";
import type { Watch } from "../watch.ts";
import { type Finished, pieceCount, pieceRange, type Round } from "../round.ts";
import { addCounts, type LossQuestion, type RunCount, SetLosses } from "../set-losses.ts";
import { detailWidth, type Footprints, mostPerAsset } from "./footprints.ts";
import { pairRows, type PairsResult } from "./pairs-result.ts";
import { continueSearch, rounding, type Search, startSearch } from "./search.ts";
import { type SingleLosses, singleLosses, type SingleTrails, singleTrails } from "./single-losses.ts";
import { joined, joinSingles, joinTrails, worstSources } from "./sources.ts";

export interface PairsQuestion extends LossQuestion {
  /** Only pairs among so many assets, those whose loss alone is worst; null for all. */
  readonly among: number | null;
  /** How many pairs to give. */
  readonly rows: number;
}

interface Asked {
  readonly question: PairsQuestion;
  readonly influence: Influence;
  readonly count: RunCount;
}

interface SinglesPlan extends Asked {
  readonly step: "singles";
}

interface TrailsPlan extends Asked {
  readonly step: "trails";
  readonly footprints: Footprints;
}

/** Pairs that meet are counted first, so that there is no list that is too long. */
interface MeetingsPlan extends Asked {
  readonly step: "count" | "list";
  readonly footprints: Footprints;
  readonly lists: NodeLists;
  readonly sourcesOf: NodeLists;
  /** [node] the most that a meeting there can bring about beyond the sum of both. */
  readonly worth: Float64Array;
}

interface RunsPlan extends Asked, Search {
  readonly step: "runs";
  readonly meeting: number;
  readonly simulated: number;
}

export type PairsPlan = SinglesPlan | TrailsPlan | MeetingsPlan | RunsPlan;

type SinglesPart = { readonly step: "singles" } & SingleLosses;
type TrailsPart = { readonly step: "trails" } & SingleTrails;
type CountPart = { readonly step: "count"; readonly meeting: number };
type ListPart = { readonly step: "list" } & MeetingPairs;
interface RunsPart extends RunCount {
  readonly step: "runs";
  readonly worst: readonly PairValue[];
  readonly synergies: readonly PairValue[];
}

export type PairsPart = SinglesPart | TrailsPart | CountPart | ListPart | RunsPart;

/** More pairs meet than are run for one question: at least so many. */
export interface TooManyPairs {
  readonly kind: "tooMany";
  readonly meeting: number;
}

/** Sources that a piece loses, or searches, at least, and pairs that it runs. */
const leastSources = 16;
const leastRuns = 64;

/**
 * All pairs of assets lost together (N-2), exactly. Two losses that do not meet (`singleLosses`) bring what each brings
 * alone, so that only pairs that meet are run by the event engine, and of these only such as can still be among the worst:
 * beyond the sum of both, a pair brings at most what the assets downstream of all that both came by can lose, since
 * everything else runs apart. Where `gainsShrink` and nothing comes back before the horizon it brings nothing beyond the sum.
 *
 * Cost: two runs per asset, the search for meetings, and a run per pair that meets and is not ruled out.
 */
export function planPairs(ground: PieceGround, question: PairsQuestion): Round<PairsPlan> {
  const influence = influenceOf(ground.cascade.system);
  const plan: SinglesPlan = { step: "singles", influence, question, count: { runs: 0, cappedRuns: 0 } };
  return { kind: "planned", plan, pieces: pieceCount(influence.assetCount, leastSources) };
}

/** One piece. Null where the caller aborted. */
export function pairsPiece(ground: PieceGround, plan: PairsPlan, index: number, watch: Watch): PairsPart | null {
  if (plan.step === "runs") return runsPiece(ground, plan, index, watch);
  if (plan.step === "count" || plan.step === "list") return meetingsPiece(plan, index, watch);
  const { influence, question } = plan;
  if (plan.step === "trails") {
    const [from, to] = pieceRange(plan.footprints.asset.length, leastSources, index);
    const part = singleTrails(ground, question, influence, plan.footprints.asset.subarray(from, to), watch);
    return part === null ? null : { step: "trails", ...part };
  }
  const [from, to] = pieceRange(influence.assetCount, leastSources, index);
  const assets = Int32Array.from({ length: to - from }, (_, at) => from + at);
  const part = singleLosses(ground, question, influence, assets, watch);
  return part === null ? null : { step: "singles", ...part };
}

function meetingsPiece(plan: MeetingsPlan, index: number, watch: Watch): CountPart | ListPart | null {
  const search = new MeetingSearch(plan.lists, plan.sourcesOf, plan.worth);
  const [from, to] = pieceRange(plan.footprints.asset.length, leastSources, index);
  const first: number[] = [];
  const second: number[] = [];
  const extras: number[] = [];
  let meeting = 0;
  for (let source = from; source < to; source += 1) {
    if (watch.aborted()) return null;
    const { partners, extra } = search.partners(source);
    meeting += partners.length;
    watch.progress(source - from + 1, to - from);
    if (meeting > limits.pairRuns) break;
    if (plan.step === "count") continue;
    for (const partner of partners) {
      first.push(source);
      second.push(partner);
      extras.push(extra[partner]!);
    }
  }
  if (plan.step === "count") return { step: "count", meeting };
  const columns = { first: Int32Array.from(first), second: Int32Array.from(second), extra: Float64Array.from(extras) };
  return { step: "list", ...columns };
}

function runsPiece(ground: PieceGround, plan: RunsPlan, index: number, watch: Watch): RunsPart | null {
  const { question, footprints, open, batch } = plan;
  const losses = new SetLosses(ground, question);
  const worst = new TopPairs(question.rows);
  const synergies = new TopPairs(question.rows);
  const [from, to] = pieceRange(batch, leastRuns, index);
  for (let at = from; at < to; at += 1) {
    if (watch.aborted()) return null;
    const [first, second] = [open.first[at]!, open.second[at]!];
    const total = losses.value([footprints.asset[first]!, footprints.asset[second]!]);
    watch.progress(at - from + 1, to - from);
    if (Number.isNaN(total)) continue;
    worst.offer(first, second, total);
    const synergy = total - footprints.value[first]! - footprints.value[second]!;
    if (synergy > rounding * (1 + total)) synergies.offer(first, second, synergy);
  }
  return { step: "runs", worst: worst.pairs, synergies: synergies.pairs, ...losses.count };
}

/** The next round, or the answer, or that too many pairs meet. */
export function joinPairs(
  ground: PieceGround,
  plan: PairsPlan,
  parts: readonly PairsPart[],
): Round<PairsPlan> | Finished<PairsResult> | TooManyPairs {
  if (plan.step === "singles") return followTrails(ground, plan, of(parts, "singles"));
  if (plan.step === "trails") return countMeetings(ground, plan, of(parts, "trails"));
  if (plan.step === "runs") return furtherRuns(ground, plan, of(parts, "runs"));
  return plan.step === "count" ? listMeetings(plan, of(parts, "count")) : firstRuns(ground, plan, of(parts, "list"));
}

function of<Step extends PairsPart["step"]>(parts: readonly PairsPart[], step: Step) {
  type Wanted = Extract<PairsPart, { readonly step: Step }>;
  return parts.filter((part): part is Wanted => part.step === step);
}

function topOf(pairs: readonly PairValue[], rows: number): TopPairs {
  const top = new TopPairs(rows);
  for (const { first, second, value } of pairs) top.offer(first, second, value);
  return top;
}

/** Chooses the sources. All that came by one node meet each other: where they are too many, nothing more is run. */
function followTrails(
  { territory }: PieceGround,
  plan: SinglesPlan,
  parts: readonly SingleLosses[],
): Round<PairsPlan> | TooManyPairs {
  const { by, among } = plan.question;
  const all = joinSingles(parts, { by, width: detailWidth(by, territory) });
  if (among === null) {
    let most = 0;
    for (let node = 0; node < plan.influence.nodeCount; node += 1) {
      const sources = parts.reduce((sum, { crowd }) => sum + crowd[node]!, 0);
      if (sources > most) most = sources;
    }
    const meeting = (most * (most - 1)) / 2;
    if (meeting > limits.pairRuns) return { kind: "tooMany", meeting };
  }
  const footprints = among === null ? all : worstSources(all, among);
  const count = addCounts([plan.count, ...parts]);
  const next: TrailsPlan = { ...plan, step: "trails", footprints, count };
  return { kind: "planned", plan: next, pieces: pieceCount(footprints.asset.length, leastSources) };
}

function countMeetings(ground: PieceGround, plan: TrailsPlan, parts: readonly SingleTrails[]): Round<PairsPlan> {
  const { influence, count } = plan;
  const { cascade, territory } = ground;
  const { by, hours, horizonHours } = plan.question;
  const lists = joinTrails(parts);
  const isSum = by === "outageHours" || by === "personHours" || by === "assetsDisrupted";
  const isCoverage = isSum && hours >= horizonHours && gainsShrink(cascade.system);
  const most = mostPerAsset(by, horizonHours, territory);
  return meetingsRound({
    ...plan,
    step: "count",
    count: addCounts([count, ...parts]),
    lists,
    sourcesOf: turnRound(lists, influence.nodeCount),
    worth: isCoverage ? new Float64Array(influence.nodeCount) : downstreamWorth(influence, most),
  });
}

function listMeetings(plan: MeetingsPlan, parts: readonly CountPart[]): Round<PairsPlan> | TooManyPairs {
  const meeting = parts.reduce((sum, part) => sum + part.meeting, 0);
  return meeting > limits.pairRuns ? { kind: "tooMany", meeting } : meetingsRound({ ...plan, step: "list" });
}

function meetingsRound(plan: MeetingsPlan): Round<PairsPlan> {
  return { kind: "planned", plan, pieces: pieceCount(plan.footprints.asset.length, leastSources) };
}

function firstRuns(
  ground: PieceGround,
  { question, influence, count, footprints }: MeetingsPlan,
  parts: readonly MeetingPairs[],
): Round<PairsPlan> | Finished<PairsResult> {
  const meeting = {
    first: joined(parts.map((part) => part.first)),
    second: joined(parts.map((part) => part.second)),
    extra: joined(parts.map((part) => part.extra)),
  };
  const search = startSearch(footprints, meeting, ground.territory, question.rows);
  const known = { meeting: meeting.first.length, simulated: 0 };
  return runsRound(ground, { step: "runs", question, influence, count, ...search, ...known });
}

function furtherRuns(
  ground: PieceGround,
  plan: RunsPlan,
  parts: readonly RunsPart[],
): Round<PairsPlan> | Finished<PairsResult> {
  const { rows } = plan.question;
  const all = [plan, ...parts];
  const worst = topOf(
    all.flatMap((part) => part.worst),
    rows,
  );
  const synergies = topOf(
    all.flatMap((part) => part.synergies),
    rows,
  );
  const search = continueSearch(plan, worst, synergies, rows);
  const simulated = plan.simulated + plan.batch;
  return runsRound(ground, { ...plan, ...search, simulated, count: addCounts([plan.count, ...parts]) });
}

function runsRound(ground: PieceGround, plan: RunsPlan): Round<PairsPlan> | Finished<PairsResult> {
  if (plan.batch > 0) return { kind: "planned", plan, pieces: pieceCount(plan.batch, leastRuns) };
  const { question, footprints, meeting, simulated, count, worst, synergies } = plan;
  const { by, hours, horizonHours } = question;
  const { assetIds } = ground.cascade.system;
  const assets = footprints.asset.length;
  const pairs = (assets * (assets - 1)) / 2;
  const result: PairsResult = {
    kind: "pairs",
    by,
    hours,
    horizonHours,
    assets,
    pairs,
    apart: pairs - meeting,
    simulated,
    ruledOut: meeting - simulated,
    worst: pairRows(worst, footprints, assetIds, ({ value }) => value),
    synergies: pairRows(synergies, footprints, assetIds, ({ value }, sum) => sum + value),
    ...count,
  };
  return { kind: "done", result };
}
