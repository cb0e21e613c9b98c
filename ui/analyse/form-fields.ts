/** What a field of any kind is drawn with. */
interface FieldText {
  /** Name of the parameter. */
  readonly name: string;
  readonly title: string;
  readonly unit: string | null;
  readonly required: boolean;
}

export interface NumberField extends FieldText {
  readonly kind: "number";
  readonly whole: boolean;
  readonly least: number | null;
  readonly above: number | null;
  readonly most: number | null;
  readonly fallback: number | null;
}

export interface ChoiceField extends FieldText {
  readonly kind: "choice";
  readonly choices: readonly string[];
  readonly fallback: string | null;
}

export interface FlagField extends FieldText {
  readonly kind: "flag";
  readonly fallback: boolean;
}

/** Parameters of their own that are asked only where the user says so. */
export interface GroupField extends FieldText {
  readonly kind: "group";
  readonly fields: readonly FormField[];
}

/** `asset`, `assets`: ids found by search; `states`: codes; `unknown`: a shape that no field is made for. */
interface PlainField extends FieldText {
  readonly kind: "text" | "asset" | "assets" | "states" | "scenario" | "unknown";
}

/** One parameter of an analysis as a form asks for it. */
export type FormField = NumberField | ChoiceField | FlagField | GroupField | PlainField;

/** Parameters that hold ids of the dataset; JSON Schema says only that they are texts. */
const assetNames: ReadonlySet<string> = new Set(["asset", "ids"]);
const stateNames: ReadonlySet<string> = new Set(["states"]);

/** Parameters that are rarely changed from what they are by default; a form keeps them behind a disclosure. */
const rareNames: ReadonlySet<string> = new Set([
  "seed",
  "confidence",
  "horizonHours",
  "limit",
  "sensitivity",
  "disruptedBelow",
  "errorShare",
  "drawHits",
  "drawTransmission",
  "drawRepair",
  "bufferSpread",
  "atLeast",
]);

export const isRare = ({ name, required }: FormField): boolean => !required && rareNames.has(name);

type Schema = Readonly<Record<string, unknown>>;

const schemaOf = (value: unknown): Schema => (typeof value === "object" && value !== null ? (value as Schema) : {});
const numberOf = (value: unknown): number | null => (typeof value === "number" ? value : null);
const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

/** The fields of the JSON Schema of an analysis's parameters, in its order. */
export function formFields(parameters: Schema): readonly FormField[] {
  const required = new Set(textsOf(parameters["required"]));
  return Object.entries(schemaOf(parameters["properties"])).map(([name, property]) =>
    fieldOf(name, schemaOf(property), required.has(name)),
  );
}

function fieldOf(name: string, schema: Schema, required: boolean): FormField {
  const text = { name, title: textOf(schema["title"]) ?? name, unit: textOf(schema["unit"]), required };
  const type = schema["type"];
  if (type === "number" || type === "integer") {
    return {
      ...text,
      kind: "number",
      whole: type === "integer",
      least: numberOf(schema["minimum"]),
      above: numberOf(schema["exclusiveMinimum"]),
      most: numberOf(schema["maximum"]),
      fallback: numberOf(schema["default"]),
    };
  }
  if (type === "boolean") return { ...text, kind: "flag", fallback: schema["default"] === true };
  const choices = textsOf(schema["enum"]);
  if (choices.length > 0) return { ...text, kind: "choice", choices, fallback: textOf(schema["default"]) };
  if (type === "string") return { ...text, kind: assetNames.has(name) ? "asset" : "text" };
  if (type === "array" && schemaOf(schema["items"])["type"] === "string") return { ...text, kind: listKind(name) };
  if (type === "object" && name === "scenario") return { ...text, kind: "scenario" };
  if (type === "object" && "properties" in schema) return { ...text, kind: "group", fields: formFields(schema) };
  return { ...text, kind: "unknown" };
}

function listKind(name: string): "assets" | "states" | "unknown" {
  if (assetNames.has(name)) return "assets";
  return stateNames.has(name) ? "states" : "unknown";
}
