import type { Scenario } from "../model/scenario.ts";

type Fits = (value: unknown) => boolean;

const isText: Fits = (value) => typeof value === "string";
const isNumber: Fits = (value) => typeof value === "number";

const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);

const optional =
  (fits: Fits): Fits =>
  (value) =>
    value === undefined || fits(value);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

// A field that nothing reads is refused: a misspelt one would otherwise change the question in silence.
const fields =
  (shape: Readonly<Record<string, Fits>>): Fits =>
  (value) =>
    isObject(value) &&
    Object.entries(shape).every(([name, fits]) => fits(value[name])) &&
    Object.keys(value).every((name) => Object.hasOwn(shape, name));

const isSelection = fields({
  ids: optional(listOf(isText)),
  sector: optional(isText),
  kind: optional(isText),
  states: optional(listOf(isText)),
  operator: optional(isText),
  within: optional(fields({ lon: isNumber, lat: isNumber, km: isNumber })),
});

const isShock = fields({
  select: isSelection,
  availability: optional(isNumber),
  fromHours: optional(isNumber),
  hours: optional(isNumber),
  likelihood: optional(isNumber),
});

const hasShape = fields({
  id: isText,
  title: isText,
  horizonHours: isNumber,
  shocks: listOf(isShock),
  trials: optional(isNumber),
  seed: optional(isNumber),
  cause: optional(isText),
});

/** Whether a value has the shape of a scenario; its ranges and what it selects are for `resolveScenario` to judge. */
export function isScenario(value: unknown): value is Scenario {
  return hasShape(value);
}
