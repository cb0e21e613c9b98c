/** A part of two JSON values that is not the same in both; a side that has no such part is left out. */
export interface FieldDifference {
  /** JSON Pointer (RFC 6901); empty for the values themselves. */
  readonly pointer: string;
  readonly a?: unknown;
  readonly b?: unknown;
}

/** Where two JSON values differ, down to the smallest part; parts in the order of `a`, then what only `b` has. O(size). */
export function fieldDifferences(a: unknown, b: unknown, pointer = ""): FieldDifference[] {
  if (!isBranch(a) || !isBranch(b) || Array.isArray(a) !== Array.isArray(b))
    return Object.is(a, b) ? [] : [{ pointer, a, b }];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].flatMap((name) => {
    const below = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (!Object.hasOwn(a, name)) return [{ pointer: below, b: b[name] }];
    if (!Object.hasOwn(b, name)) return [{ pointer: below, a: a[name] }];
    return fieldDifferences(a[name], b[name], below);
  });
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object";
}
