/** A number of two results that differs; names of nested ones are joined by dots and end in the unit. */
export interface FigureDifference {
  readonly name: string;
  readonly a: number | null;
  readonly b: number | null;
  /** b - a; null where a side has no number. */
  readonly change: number | null;
}

/** What is in one result only. */
export interface SetDifference {
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/** A row whose place in the ranking is not the same; null where it has none. */
export interface RankMove {
  readonly id: string;
  readonly a: number | null;
  readonly b: number | null;
}

/** What differs between two results of one kind. */
export interface ResultDifferences {
  readonly figures: readonly FigureDifference[];
  /** Disrupted assets; null for results that are not of one cascade. */
  readonly disrupted: SetDifference | null;
  /** States that the cascade reached; null for the same. */
  readonly statesReached: SetDifference | null;
  /** Among the first rows of either ranking, by rank in b; null for results without rows by rank. */
  readonly ranks: readonly RankMove[] | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** Inputs, which are compared as such. */
const inputs = new Set(["dataset", "overlays", "scenario"]);
const topRows = 20;

/** Sets two results of one kind side by side, by their shape: a new analysis needs no code here. O(size). */
export function resultDifferences(a: Fields, b: Fields): ResultDifferences {
  const isCascade = a["kind"] === "run" || a["kind"] === "replay";
  return {
    figures: figureDifferences(a, b),
    disrupted: isCascade ? setDifference(texts(a["assets"], "id"), texts(b["assets"], "id")) : null,
    statesReached: isCascade ? setDifference(reached(a), reached(b)) : null,
    ranks: rankMoves(rows(a["rows"]), rows(b["rows"])),
  };
}

function figureDifferences(a: Fields, b: Fields, above = ""): FigureDifference[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)].filter((name) => above !== "" || !inputs.has(name)));
  return [...names].flatMap((name) => {
    const path = above === "" ? name : `${above}.${name}`;
    const [left, right] = [a[name], b[name]];
    if (isFields(left) && isFields(right)) return figureDifferences(left, right, path);
    if (typeof left !== "number" && typeof right !== "number") return [];
    const [before, after] = [numberOr(left), numberOr(right)];
    const change = before === null || after === null ? null : after - before;
    return change === 0 ? [] : [{ name: path, a: before, b: after, change }];
  });
}

function reached(result: Fields): ReadonlySet<string> {
  const hit = rows(result["states"])?.filter(({ firstHours }) => firstHours !== null);
  return texts(hit, "code");
}

function rankMoves(a: readonly Fields[] | null, b: readonly Fields[] | null): RankMove[] | null {
  if (a === null || b === null) return null;
  const [before, after] = [ranksOf(a), ranksOf(b)];
  const top = (ranks: ReadonlyMap<string, number>) => [...ranks].filter(([, rank]) => rank <= topRows);
  const ids = new Set([...top(after), ...top(before)].map(([id]) => id));
  return [...ids]
    .map((id) => ({ id, a: before.get(id) ?? null, b: after.get(id) ?? null }))
    .filter((move) => move.a !== move.b);
}

/** Ranks by id, in the order of the rows; where rows state none it is their place. */
function ranksOf(found: readonly Fields[]): ReadonlyMap<string, number> {
  return new Map(found.map(({ id, rank }, place) => [String(id), numberOr(rank) ?? place + 1]));
}

function setDifference(a: ReadonlySet<string>, b: ReadonlySet<string>): SetDifference {
  return { onlyA: [...a].filter((each) => !b.has(each)), onlyB: [...b].filter((each) => !a.has(each)) };
}

function texts(list: unknown, field: string): ReadonlySet<string> {
  return new Set((rows(list) ?? []).map((row) => String(row[field])));
}

/** A list of objects, null for anything else. */
function rows(value: unknown): readonly Fields[] | null {
  return Array.isArray(value) && value.every(isFields) ? value : null;
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function numberOr(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
