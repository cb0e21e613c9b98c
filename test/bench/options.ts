import { parseArgs } from "node:util";

export const sizes = { "10k": 10_000, "100k": 100_000, "1M": 1_000_000 } as const;
export type SizeName = keyof typeof sizes;

/** What to measure. */
export interface BenchOptions {
  /** Beside the Python peers as well. */
  readonly peers: boolean;
  /** Beside C as well. */
  readonly limit: boolean;
  /** Only the groups of rows, or the seeded systems, whose name holds this. */
  readonly only: string | null;
  /** How large the seeded systems are. */
  readonly size: SizeName;
  /** Rounds per row in place of the protocol's. */
  readonly rounds: number | undefined;
  /** Writes table and picture beside the bench, under this date. */
  readonly record: string | null;
  /** Measures one first sweep and prints it: how a fresh process is timed. */
  readonly cold: string | null;
}

/** Reads the command line. Throws with what is wrong with it. */
export function readOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      peers: { type: "boolean", default: false },
      limit: { type: "boolean", default: false },
      only: { type: "string" },
      size: { type: "string", default: "10k" },
      rounds: { type: "string" },
      record: { type: "string" },
      cold: { type: "string" },
    },
  });
  const { peers, limit, only, size, rounds, record, cold } = values;
  if (!isSize(size)) throw new Error(`--size ${size}: one of ${Object.keys(sizes).join(", ")}`);
  if (rounds !== undefined && !/^[1-9]\d?$/.test(rounds)) throw new Error(`--rounds ${rounds}: a number from 1 to 99`);
  if (record !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(record))
    throw new Error(`--record ${record}: a date, 2026-01-31`);
  return {
    peers,
    limit,
    only: only ?? null,
    size,
    rounds: rounds === undefined ? undefined : Number(rounds),
    record: record ?? null,
    cold: cold ?? null,
  };
}

function isSize(text: string): text is SizeName {
  return Object.hasOwn(sizes, text);
}

/** The command that gives this table again. */
export function commandOf({ peers, limit, only, size, rounds, record }: BenchOptions): string {
  const words = [
    ...(peers ? ["--peers"] : []),
    ...(limit ? ["--limit"] : []),
    ...(only === null ? [] : ["--only", only]),
    ...(size === "10k" ? [] : ["--size", size]),
    ...(rounds === undefined ? [] : ["--rounds", String(rounds)]),
    ...(record === null ? [] : ["--record", record]),
  ];
  return ["npm run bench", ...(words.length === 0 ? [] : ["--", ...words])].join(" ");
}
