/** What of a JSON Schema says how the fields of a value follow one another. */
interface FieldOrder {
  readonly properties?: Readonly<Record<string, object>>;
  readonly items?: object;
  readonly patternProperties?: Readonly<Record<string, object>>;
}

/**
 * A JSON value with the fields of its objects in the order in which the schema names them, others after those by name: equal
 * values give equal text, however they were kept. Lists stay as they are. O(size).
 */
export function inSchemaOrder(schema: object, value: unknown): unknown {
  const { properties = {}, items = {}, patternProperties = {} }: FieldOrder = schema;
  if (Array.isArray(value)) return value.map((item: unknown) => inSchemaOrder(items, item));
  if (typeof value !== "object" || value === null) return value;
  const named = Object.keys(properties);
  const place = (key: string): number => (named.includes(key) ? named.indexOf(key) : named.length);
  const [others = {}] = Object.values(patternProperties);
  const fields = Object.entries(value)
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([key, field]): [string, unknown] => [key, inSchemaOrder(properties[key] ?? others, field)]);
  return Object.fromEntries(fields);
}
