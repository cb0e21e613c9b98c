/** An object of a JSON file. */
type Fields = Readonly<Record<string, unknown>>;

/** Fields that are joined with those of the file that is extended; every other one takes its place. */
const joined: readonly string[] = ["sources", "rules"];
const appended: readonly string[] = ["assumptions", "creditedSources"];

/**
 * A region file that says only what is otherwise than in another: its sources and rules are added to those of the other, or
 * stand in for those of the same name, its assumptions follow the other's, and every further field stands in for the other's.
 */
export function extendRegion(base: Fields, { extends: _base, ...own }: Fields): Fields {
  const fields = Object.entries(own).map(([name, value]): [string, unknown] => {
    const others = base[name];
    if (joined.includes(name) && isFields(others) && isFields(value)) return [name, { ...others, ...value }];
    if (appended.includes(name) && Array.isArray(others) && Array.isArray(value)) return [name, [...others, ...value]];
    return [name, value];
  });
  return { ...base, ...Object.fromEntries(fields) };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
