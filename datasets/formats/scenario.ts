import { Type } from "typebox";
import { type Issue, limits, type Scenario } from "../../analyzer/index.ts";
import { parseShape } from "./parse-shape.ts";

const strict = { additionalProperties: false } as const;
const word = Type.String({ minLength: 1 });
const share = Type.Number({ minimum: 0, maximum: 1 });
const hours = Type.Number({ minimum: 0 });

const selectionSchema = Type.Object(
  {
    ids: Type.Optional(Type.Array(word, { minItems: 1 })),
    sector: Type.Optional(word),
    kind: Type.Optional(word),
    states: Type.Optional(Type.Array(word, { minItems: 1 })),
    operator: Type.Optional(word),
    within: Type.Optional(
      Type.Object(
        {
          lon: Type.Number({ minimum: -180, maximum: 180 }),
          lat: Type.Number({ minimum: -90, maximum: 90 }),
          km: Type.Number({ exclusiveMinimum: 0 }),
        },
        strict,
      ),
    ),
  },
  // A selection without a field would be every asset there is: nobody means that by leaving it empty.
  { ...strict, minProperties: 1 },
);

/** The order of its fields is the order in which they are written. */
export const scenarioSchema = Type.Object(
  {
    id: word,
    title: word,
    horizonHours: Type.Number({ exclusiveMinimum: 0, maximum: limits.horizonHours }),
    shocks: Type.Array(
      Type.Object(
        {
          select: selectionSchema,
          availability: Type.Optional(share),
          fromHours: Type.Optional(hours),
          hours: Type.Optional(hours),
          likelihood: Type.Optional(share),
        },
        strict,
      ),
      { minItems: 1 },
    ),
    trials: Type.Optional(Type.Integer({ minimum: 1 })),
    seed: Type.Optional(Type.Integer({ minimum: 0 })),
    cause: Type.Optional(word),
  },
  strict,
);

/**
 * Reads the value of a `scenario.json`: shape and ranges, each fault with the path of its field. Whether the ids exist and
 * a selection finds an asset is the core's question, which has the dataset.
 */
export function parseScenario(
  value: unknown,
  file: string | null = null,
): { scenario: Scenario | null; issues: Issue[] } {
  const { value: scenario, issues } = parseShape(scenarioSchema, value, file);
  return { scenario, issues };
}
