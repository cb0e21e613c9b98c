import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cypher } from "../../support/cypher.ts";
import { foreignAdoption, foreignCypher, foreignNames } from "../../support/foreign-graph.ts";
import { neo4jSkipReason, useNeo4jServer } from "../../support/neo4j.ts";
import { call, scratchFolder } from "./call.ts";

const scratch = scratchFolder();
/** Keeps the labels and types apart from those of other tests on the server. */
const suffix = `_${randomUUID().replaceAll("-", "")}`;
const names = foreignNames(suffix);
const { plant, station, hospital, feeds, line, lies } = names;

/** A part of a mapping as something to spoil. */
const part = (value: object | undefined): Record<string, unknown> => value as Record<string, unknown>;
type Adoption = ReturnType<typeof foreignAdoption>;

describe.skipIf((await neo4jSkipReason()) !== null)("what is wrong with an adopted graph", () => {
  const server = useNeo4jServer();
  const environment = () => ({
    KNOCKON_ADOPT_FROM: server().url,
    KNOCKON_ADOPT_USER: server().user,
    KNOCKON_ADOPT_PASSWORD: server().password,
  });

  beforeAll(async () => void (await cypher(server(), foreignCypher(suffix))));
  afterAll(async () => {
    const all = Object.values(names);
    await cypher(server(), "MATCH (n) WHERE any(label IN labels(n) WHERE label ENDS WITH $suffix) DETACH DELETE n", {
      suffix,
    });
    const left = "MATCH (n) WHERE any(label IN labels(n) WHERE label IN $all) RETURN n";
    expect(await cypher(server(), left, { all })).toEqual([]);
  });

  const mappingOf = async (spoil: (adoption: Adoption) => unknown): Promise<string> => {
    const adoption = foreignAdoption(suffix);
    const mapping = scratch(`${randomUUID()}.adopt.json`);
    await writeFile(mapping, JSON.stringify(spoil(adoption) ?? adoption));
    return mapping;
  };

  /** Places and codes of the errors and warnings, in the order they are told. */
  const told = async (spoil: (adoption: Adoption) => unknown): Promise<string[]> => {
    const { code, stdout, stderr } = await call(["adopt", "--mapping", await mappingOf(spoil), "--json"], {
      environment: environment(),
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const { issues }: { issues: Record<string, string | number | null>[] } = JSON.parse(stdout);
    return issues
      .filter(({ severity }) => severity !== "info")
      .map(({ file, row, column, code: what }) => `${file}:${row ?? ""}:${column ?? ""} ${what}`);
  };

  it.each<[string, (adoption: Adoption) => void, string[]]>([
    ["a label", (a) => void (part(a.assets[2])["label"] = "Hopsital"), ["(:Hopsital):: GRAPH_LABEL_UNKNOWN"]],
    ["a type", (a) => void (part(a.dependencies[0])["type"] = "FEDS"), ["[:FEDS]:: GRAPH_TYPE_UNKNOWN"]],
    [
      "a property",
      (a) => void (part(a.assets[0]?.columns)["capacity"] = "mw"),
      [`(:${plant})::mw GRAPH_PROPERTY_UNKNOWN`],
    ],
    [
      "a property of relationships",
      (a) => void (part(a.connections[0]?.columns)["length_km"] = "miles"),
      [`[:${line}]::miles GRAPH_PROPERTY_UNKNOWN`],
    ],
    [
      "the property of ids",
      (a) => void (part(a.assets[2]?.columns)["id"] = "nr"),
      [`(:${hospital})::nr GRAPH_PROPERTY_UNKNOWN`],
    ],
    [
      "the way to the States",
      (a) => void (part(a.assets[0])["states"] = { type: "IN", code: "iso2" }),
      [`(:${plant}):: GRAPH_TYPE_UNKNOWN`],
    ],
    [
      "the property of shares",
      (a) => void (part(a.assets[1])["states"] = { type: lies, code: "iso2", share: "percent" }),
      [`(:${station})::${lies}.percent GRAPH_PROPERTY_UNKNOWN`],
    ],
  ])("%s that the graph does not have is told once, with what it has", async (_, spoil, issues) => {
    expect(await told(spoil)).toEqual(issues);
  });

  it("a property that holds something else is told with its node", async () => {
    expect(await told((a) => void (part(a.assets[2]?.columns)["people_served"] = "note"))).toEqual([
      `(:${hospital}):1:note CELL_NOT_NUMBER`,
    ]);
    expect(await told((a) => void (part(a.assets[0]?.columns)["operator"] = "place"))).toEqual([
      `(:${plant}):1:place CELL_NOT_TEXT`,
    ]);
  });

  it("a missing id, the same id twice and a State without a code are told with their nodes", async () => {
    const extra = `CREATE (:${hospital} {title: 'No id'}), (:${hospital} {code: 'H-1', title: 'Again'})`;
    await cypher(server(), extra);
    try {
      const order = `MATCH (h:${hospital}) RETURN h.title ORDER BY elementId(h)`;
      const titles = (await cypher(server(), order)).map(([title]) => title);
      const rowOf = (title: string) => titles.indexOf(title) + 1;
      const second = Math.max(rowOf("Again"), rowOf("Hospital of Simbach"));
      expect((await told(() => undefined)).sort()).toEqual(
        [
          `(:${hospital}):${rowOf("No id")}:code VALUE_MISSING`,
          `(:${hospital}):${rowOf("Again")}:${lies}.iso2 VALUE_MISSING`,
          `(:${hospital}):${second}:code ID_DUPLICATE`,
        ].sort(),
      );
    } finally {
      await cypher(server(), `MATCH (h:${hospital}) WHERE h.title IN ['No id', 'Again'] DELETE h`);
    }
  });

  it("relationships to other nodes are an error, or left out where the mapping says so", async () => {
    const withoutHospitals = (a: Adoption) => ({ ...a, assets: a.assets.slice(0, 2) });
    expect(await told(withoutHospitals)).toEqual([`[:${feeds}]:3: GRAPH_END_OUTSIDE`]);
    const mapping = await mappingOf((a) => {
      part(a.dependencies[0])["outside"] = "leave-out";
      return withoutHospitals(a);
    });
    const { code, stdout } = await call(["check", mapping, "--json"], { environment: environment() });
    const { issues, counts } = JSON.parse(stdout);
    expect({ code, dependencies: counts.dependencies }).toEqual({ code: 0, dependencies: 2 });
    expect(issues).toContainEqual(expect.objectContaining({ code: "GRAPH_END_LEFT_OUT", severity: "warning" }));
  });

  it("elementIds serve as ids, with a warning", async () => {
    const mapping = await mappingOf((a) => {
      for (const { columns } of a.assets) delete part(columns)["id"];
    });
    const { code, stdout } = await call(["check", mapping, "--json"], { environment: environment() });
    const { issues, counts } = JSON.parse(stdout);
    expect({ code, counts }).toMatchObject({ code: 0, counts: { assets: 5, dependencies: 4 } });
    expect(issues.filter((issue: { code: string }) => issue.code === "GRAPH_ID_OF_SERVER")).toHaveLength(3);
  });

  it("a harmful name is refused before the server is asked", async () => {
    for (const name of ["`}) DETACH DELETE n //", "x' OR true //", 'a"b']) {
      const mapping = await mappingOf((a) => void (part(a.assets[0])["label"] = name));
      const { code, stdout } = await call(["adopt", "--mapping", mapping, "--json"], { environment: environment() });
      expect(code).toBe(1);
      const { from, issues } = JSON.parse(stdout);
      expect(from).toBeNull();
      expect(issues[0]).toMatchObject({ code: "GRAPH_NAME_INVALID", column: "assets.0.label", value: name });
    }
  });

  it("a wrong password is refused without repeating it", async () => {
    const password = "not-the-password-9021";
    const mapping = await mappingOf(() => undefined);
    // Nobody's password: after three wrong ones the server would keep a user of the other tests waiting.
    const wrong = { ...environment(), KNOCKON_ADOPT_USER: "nobody", KNOCKON_ADOPT_PASSWORD: password };
    for (const words of [
      ["adopt", "--mapping", mapping],
      ["annotate", "--remove", "--prefix", "a_"],
    ]) {
      const { code, stdout, stderr } = await call(words, { environment: wrong });
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(stderr).toContain("error STORE_UNAUTHORIZED");
      expect(stderr).not.toContain(password);
    }
  });

  it("a result of other data, of unknown assets, or of nothing is not written", async () => {
    const mapping = await mappingOf(() => undefined);
    const annotate = (stdin: string, prefix = "p_") =>
      call(["annotate", mapping, "--result", "-", "--prefix", prefix], { environment: environment(), stdin });
    const run = (await call(["run", mapping, "--lose", "1", "--json"], { environment: environment() })).stdout;
    const other = run.replace(/"hash":"./, '"hash":"x');
    expect(await annotate(other)).toMatchObject({ code: 1, stderr: expect.stringContaining("RESULT_OF_OTHER_DATA") });
    const stranger = run.replaceAll('"H-1"', '"H-9"');
    expect(await annotate(stranger)).toMatchObject({ code: 1, stderr: expect.stringContaining("H-9") });
    expect(await annotate("[")).toMatchObject({ code: 1, stderr: expect.stringContaining("JSON_MALFORMED") });
    for (const prefix of ["", "p", "P_", "1_", "`_", "p-_", "_", `${"p".repeat(32)}_`])
      expect((await annotate(run, prefix)).code).toBe(2);
    const marked = "MATCH (n) WHERE n.p_annotation IS NOT NULL RETURN n";
    expect(await cypher(server(), marked)).toEqual([]);
    expect((await call(["annotate", "golden", "--prefix", "p_"])).code).toBe(2);
  });
});
