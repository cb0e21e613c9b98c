/** One thing measured. Times are wall milliseconds; `cpu` is what this process computed meanwhile, null where others do the work. */
export interface BenchRow {
  readonly name: string;
  readonly runs: number;
  /** The first run, before anything was warm; it is not in the others. */
  readonly first: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly cpu: number | null;
  /** The most that is accepted, or null. */
  readonly floor: number | null;
  /** What the run was about, in words. */
  readonly about: string;
}

export interface Plan {
  readonly name: string;
  readonly runs: number;
  readonly floor: number | null;
  readonly warmUps?: number;
  /** False where the work is done outside this process. */
  readonly countsCpu?: boolean;
  /** Says what a run was about, from what it gave. */
  readonly about?: (checksum: string) => string;
}

/**
 * Times `run` one after another. Each run gives a checksum of its answer; a row whose runs do not agree is void and throws.
 */
export async function measure(plan: Plan, run: () => Promise<string> | string): Promise<BenchRow> {
  const { name, runs, floor, warmUps = 1, countsCpu = true, about = () => "" } = plan;
  process.stderr.write(`${name} ...\n`);
  const first = await once(run);
  for (let warm = 1; warm < warmUps; warm++) await once(run);
  const timed = [];
  for (let at = 0; at < runs; at++) timed.push(await once(run));
  const other = timed.find(({ checksum }) => checksum !== first.checksum);
  if (other !== undefined) throw new Error(`${name}: two runs disagree: ${first.checksum}, ${other.checksum}`);
  const walls = timed.map(({ wall }) => wall);
  return {
    name,
    runs,
    first: first.wall,
    median: median(walls),
    min: Math.min(...walls),
    max: Math.max(...walls),
    cpu: countsCpu ? median(timed.map(({ cpu }) => cpu)) : null,
    floor,
    about: about(first.checksum),
  };
}

async function once(
  run: () => Promise<string> | string,
): Promise<{ readonly checksum: string; readonly wall: number; readonly cpu: number }> {
  const before = process.cpuUsage();
  const start = performance.now();
  const checksum = await run();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { checksum, wall, cpu: (user + system) / 1000 };
}

/** The middle value; of an even number of them the upper one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
