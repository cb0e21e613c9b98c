/** JSON Schema as far as parameters of analyses use it. */
export interface ParameterSchema {
  readonly type?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly items?: ParameterSchema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, ParameterSchema>>;
}

const noNumbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const wrongTypes: Readonly<Record<string, readonly unknown[]>> = {
  number: [null, "3", "", true, [], [3], {}],
  integer: [null, "3", "", true, [], [3], {}],
  boolean: [null, "true", 1, 0, [], {}],
  string: [null, 3, true, ["a"], {}, ""],
  array: [null, "P1", 3, true, {}, { length: 1 }],
  object: [null, "s", 3, true, []],
};

/** Values that a schema does not allow. */
function badValues(schema: ParameterSchema): unknown[] {
  const { type, minimum, exclusiveMinimum, maximum, items, minItems } = schema;
  const bad = [...(wrongTypes[type ?? ""] ?? [])];
  if (type === "number" || type === "integer") bad.push(...noNumbers);
  if (type === "integer") bad.push((minimum ?? 1) + 0.5);
  if (minimum !== undefined) bad.push(minimum - 1, -1e300);
  if (exclusiveMinimum !== undefined) bad.push(exclusiveMinimum, exclusiveMinimum - 1e-9, -1e300);
  if (maximum !== undefined) bad.push(maximum * 1.2 + 1, Number.MAX_VALUE);
  if (schema.enum !== undefined) bad.push("nonsense", "constructor", "__proto__", schema.enum[0]?.toUpperCase());
  if (items !== undefined) bad.push([null], [3], [["P1"]], ["P1", {}]);
  if (minItems !== undefined) bad.push([]);
  return bad;
}

/** Every parameter with a value it does not allow, by path, and the parameters with that one value put in. */
export function withBadValues(
  schema: ParameterSchema,
  good: Readonly<Record<string, unknown>>,
): [path: string, bad: unknown, parameters: Readonly<Record<string, unknown>>][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const own = badValues(property).map((bad): [string, unknown, Readonly<Record<string, unknown>>] => [
      name,
      bad,
      { ...good, [name]: bad },
    ]);
    const inner = withBadValues(property, {}).map(
      ([path, bad, parameters]): [string, unknown, Readonly<Record<string, unknown>>] => [
        `${name}.${path}`,
        bad,
        { [name]: parameters },
      ],
    );
    return [...own, ...inner];
  });
}
