/** The text under `name` of a value that may be anything, or null where it is no object or states no text there. */
export function statedText(value: unknown, name: string): string | null {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return null;
  const stated: unknown = Reflect.get(value, name);
  return typeof stated === "string" ? stated : null;
}
