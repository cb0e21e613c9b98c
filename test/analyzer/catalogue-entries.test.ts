import { describe, expect, it } from "vitest";
import { type Analysis, catalogue } from "../../analyzer/index.ts";

interface Property {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly unit?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
}

/** Every parameter of an object, and of the objects within it, with whether it has to be given. */
function parametersOf(schema: Property, path = ""): [name: string, property: Property, isRequired: boolean][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const isRequired = schema.required?.includes(name) ?? false;
    const own: [string, Property, boolean] = [`${path}${name}`, property, isRequired];
    return [own, ...parametersOf(property, `${path}${name}.`)];
  });
}

const isNumber = ({ type }: Property): boolean => type === "number" || type === "integer";

describe.each(catalogue.map((entry): [string, Analysis] => [entry.id, entry]))("the entry %s", (id, entry) => {
  it("has an id of its own, a title and a question in plain words", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(catalogue.filter((other) => other.id === id)).toHaveLength(1);
    expect(entry.title).toMatch(/^[A-Z][^.?!]+$/);
    expect(entry.question).toMatch(/^[A-Z].{15,}\?$/);
  });

  it.each(["outputs", "cost", "limits", "source", "checked"] as const)("says its %s", (field) => {
    expect(entry[field]).toMatch(/^\S.{5,}[^.\s]$/s);
    expect(entry[field]).not.toMatch(/todo|tbd/i);
  });

  it("names every parameter, with its unit and its default or what stands for one", () => {
    const schema = entry.parameters as Property;
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    for (const [name, property, isRequired] of parametersOf(schema)) {
      expect(property.title, name).toMatch(/\w{3}/);
      if (isNumber(property) && !/^seed/i.test(name)) expect(property.unit, `unit of ${name}`).toMatch(/\w|%/);
      if (isNumber(property))
        expect(property.minimum ?? property.exclusiveMinimum, `least ${name}`).toBeTypeOf("number");
      if (property.type === "object" && property.properties !== undefined)
        expect(property.additionalProperties, name).toBe(false);
      const isSimple = isNumber(property) || property.type === "boolean" || property.type === "string";
      if (isSimple && !isRequired && property.default === undefined)
        expect(property.title, `default of ${name}`).toMatch(/unless|else|left out/);
    }
  });

  it.each([
    ["nothing", { assets: 0, dependencies: 0, connections: 0 }],
    ["one asset", { assets: 1, dependencies: 0, connections: 0 }],
    ["a million assets", { assets: 1_000_000, dependencies: 4_000_000, connections: 1_000_000 }],
  ])("estimates seconds for %s", (_, size) => {
    const seconds = entry.estimate(size, {});
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(seconds)).toBe(true);
  });
});
