import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../../api/project-folder.ts";
import { parseAdoption } from "../../../datasets/formats/index.ts";
import { foreignAdoption } from "../../support/foreign-graph.ts";

type Adoption = ReturnType<typeof foreignAdoption>;

/** The issues of the sound mapping after something was done to it, as `CODE column`. */
function spoilt(spoil: (adoption: Adoption) => unknown): string[] {
  const adoption = foreignAdoption();
  const value = spoil(adoption) ?? adoption;
  const { adoption: parsed, issues } = parseAdoption(value, "x.adopt.json");
  expect(parsed).toBeNull();
  expect(issues.every(({ severity, file }) => severity === "error" && file?.startsWith("x.adopt.json"))).toBe(true);
  return issues.map(({ code, column }) => `${code} ${column}`);
}

/** A part of a mapping as something to spoil. */
const part = (value: object | undefined): Record<string, unknown> => value as Record<string, unknown>;

describe("an adoption", () => {
  it("is read with what may be left out left out", () => {
    const { dependencies: _, connections: __, ...least } = foreignAdoption();
    expect(parseAdoption(least).adoption).toEqual({ ...least, dependencies: [], connections: [] });
  });

  it.each<[string, (adoption: Adoption) => unknown, string]>([
    ["another version", (a) => ({ ...a, adopt: 2 }), "FIELD_OUT_OF_RANGE adopt"],
    ["no assets", (a) => ({ ...a, assets: [] }), "FIELD_OUT_OF_RANGE assets"],
    ["an unknown field", (a) => ({ ...a, password: "x" }), "FIELD_UNKNOWN password"],
    [
      "an unknown direction",
      (a) => void (part(a.dependencies[0])["dependent"] = "left"),
      "FIELD_NOT_A_CHOICE dependencies.0.dependent",
    ],
    ["no licence", (a) => ({ ...a, dataset: { ...a.dataset, licence: undefined } }), "FIELD_WRONG_TYPE licence"],
    [
      "a required column left out",
      (a) => void delete part(a.assets[0]?.constants)["sector"],
      "COLUMN_MISSING assets.0.sector",
    ],
    ["no way to the States", (a) => void delete part(a.assets[1])["states"], "COLUMN_MISSING assets.1.states"],
    ["States twice", (a) => void (part(a.assets[1]?.constants)["states"] = "AT"), "MAPPING_CONFLICT assets.1.states"],
    [
      "an end as a column",
      (a) => void (part(a.dependencies[0]?.columns)["provider"] = "p"),
      "MAPPING_CONFLICT dependencies.0.provider",
    ],
    [
      "a column that is not ours",
      (a) => void (part(a.assets[0]?.columns)["colour"] = "c"),
      "MAPPING_COLUMN_UNKNOWN assets.0.colour",
    ],
    ["a label twice", (a) => void (part(a.assets[1])["label"] = "Hospital"), "GRAPH_NAME_REPEATED assets.2.label"],
    ["a type twice", (a) => void (part(a.connections[0])["type"] = "FEEDS"), "GRAPH_NAME_REPEATED connections.0.type"],
  ])("with %s is refused", (_, spoil, issue) => {
    expect(spoilt(spoil)).toContain(issue);
  });

  const harmful = [
    "",
    "a`b",
    "x' OR 1=1",
    'a"b',
    "}) DETACH DELETE n //",
    "Substation {code: 1}",
    "a\\u0060",
    "$(x)",
    "a\nb",
    "a;b",
    "x".repeat(201),
    "`",
  ];

  it.each(harmful)("takes no name such as %j for label, type, property or the way to a State", (name) => {
    const refused = /^(?:GRAPH_NAME_INVALID|FIELD_OUT_OF_RANGE) /;
    const places: ((a: Adoption) => void)[] = [
      (a) => void (part(a.assets[0])["label"] = name),
      (a) => void (part(a.assets[0]?.columns)["id"] = name),
      (a) => void (part(a.assets[0]?.columns)["capacity"] = { column: name, factor: 2 }),
      (a) => void (part(a.assets[0]?.states)["type"] = name),
      (a) => void (part(a.assets[1]?.states)["share"] = name),
      (a) => void (part(a.dependencies[0])["type"] = name),
      (a) => void (part(a.connections[0]?.columns)["length_km"] = name),
    ];
    for (const spoil of places) expect(spoilt(spoil)).toContainEqual(expect.stringMatching(refused));
  });

  it("is what the documentation shows", () => {
    const text = readFileSync(join(projectFolder(), "api/store/neo4j/ADOPTION.md"), "utf8");
    const example = /```json\n(.*?)```/su.exec(text)?.[1] ?? "";
    expect(parseAdoption(JSON.parse(example)).issues).toEqual([]);
  });

  it("takes the names that graphs have", () => {
    for (const name of ["Power Plant", "ns0__capacity", "Leistung (MW)", "größe", "has-part", "schema:name", "_id"]) {
      const adoption = foreignAdoption();
      part(adoption.assets[0])["label"] = name;
      expect(parseAdoption(adoption).issues).toEqual([]);
    }
  });
});
