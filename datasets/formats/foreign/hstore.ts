const pair = /\s*"((?:[^"\\]|\\.)*)"\s*=>\s*(?:"((?:[^"\\]|\\.)*)"|NULL)\s*(,|$)/uy;

/** The pairs of a PostgreSQL hstore as text (`"country"=>"DE", "MW"=>NULL`), those of NULL left out; null where it is none. */
export function parseHstore(text: string): ReadonlyMap<string, string> | null {
  const pairs = new Map<string, string>();
  if (text.trim() === "") return pairs;
  const unescape = (part: string): string => part.replace(/\\(.)/gu, "$1");
  pair.lastIndex = 0;
  for (;;) {
    const found = pair.exec(text);
    if (found === null) return null;
    const [, key = "", value, end] = found;
    if (value !== undefined) pairs.set(unescape(key), unescape(value));
    if (end === "") return pairs;
  }
}
