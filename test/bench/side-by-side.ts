import { median } from "./measure.ts";
import type { Floor, Peer, Row, Spread } from "./row.ts";

/** What one run took and answered. Runs on the same input are right only with the same checksum. */
export interface Answer {
  readonly milliseconds: number;
  readonly checksum: string;
  /** What was worked through. */
  readonly work?: string;
}

/** Somebody who can be measured. */
export interface Contender {
  readonly name: string;
  /** How its time is come by, where it is not that of a whole run. */
  readonly note?: string;
  /** Works for about so many milliseconds where one run takes less, and then gives the mean; once where that is 0. */
  run(turn: number): Answer | Promise<Answer>;
}

export interface Match {
  readonly name: string;
  readonly ours: Contender;
  readonly peer: Contender | null;
  readonly floor: Floor | null;
  /** Says what keeps the two answers from being the same, null where they are; unless said, checksums must be equal. */
  readonly compare?: (ours: string, peers: string) => string | null;
  /** Fewer rounds than the protocol asks for, while developing. */
  readonly rounds?: number | undefined;
  /** Fewer runs before anything counts: one where every run is a first one. */
  readonly warmUps?: number;
}

/** Runs before anything counts, and how long they may take together before no further one is made. */
const usualWarmUps = 3;
const warmUpMilliseconds = 1500;
/** Rounds where one takes less than a second, and where it takes more (performance.md section 8). */
const quickRounds = 9;
const slowRounds = 5;
const slowMilliseconds = 1000;
/** How long a turn lasts at least: a single run below a millisecond tells what the turn before left in the caches. */
const turnMilliseconds = 20;

/**
 * Measures two on the same input, round by round, so that whatever else the machine does weighs on both. The ratio is the
 * median of the rounds' ratios. Answers that differ, or that change from run to run, make the row void.
 */
export async function sideBySide(match: Match): Promise<Row> {
  const { name, ours, peer, floor, compare = equal, warmUps = usualWarmUps } = match;
  process.stderr.write(`${name}${peer === null ? "" : ` | ${peer.name}`} ...\n`);
  const own = await warmedUp(ours, warmUps);
  const other = peer === null ? null : await warmedUp(peer, warmUps);
  const slow = own.last.milliseconds + (other?.last.milliseconds ?? 0) > slowMilliseconds;
  const rounds = match.rounds ?? (slow ? slowRounds : quickRounds);
  const ownTimes: number[] = [];
  const peerTimes: number[] = [];
  let fault = other === null ? null : compare(own.last.checksum, other.last.checksum);
  for (let round = 0; round < rounds; round += 1) {
    const answer = await ours.run(turnMilliseconds);
    ownTimes.push(answer.milliseconds);
    fault ??= changed(ours, own.last, answer);
    if (peer === null || other === null) continue;
    const theirs = await peer.run(turnMilliseconds);
    peerTimes.push(theirs.milliseconds);
    fault ??= changed(peer, other.last, theirs);
  }
  const beside: Peer | null =
    peer === null ? null : { name: peer.name, median: median(peerTimes), note: peer.note ?? "" };
  return {
    name,
    ours: spread(ownTimes, own.first.milliseconds),
    peer: beside,
    ratio: beside === null ? null : median(ownTimes.map((time, round) => (peerTimes[round] ?? Number.NaN) / time)),
    floor,
    work: own.last.work ?? "",
    fault,
  };
}

async function warmedUp(
  contender: Contender,
  warmUps: number,
): Promise<{ readonly first: Answer; readonly last: Answer }> {
  const first = await contender.run(0);
  let last = first;
  let spent = first.milliseconds;
  for (let run = 1; run < warmUps && spent < warmUpMilliseconds; run += 1) {
    last = await contender.run(0);
    spent += last.milliseconds;
  }
  return { first, last };
}

function equal(ours: string, peers: string): string | null {
  return ours === peers ? null : `ours answers ${ours}, the peer ${peers}`;
}

function changed({ name }: Contender, before: Answer, now: Answer): string | null {
  if (before.checksum === now.checksum) return null;
  return `two runs of ${name} disagree: ${before.checksum}, ${now.checksum}`;
}

export function spread(times: readonly number[], first: number | null): Spread {
  return { median: median(times), min: Math.min(...times), max: Math.max(...times), first };
}
