import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../../../api/project-folder.ts";

/** A procedure (`CALL db.x()`), not a subquery (`CALL () { .. }`). */
const procedure = /\bCALL\b(?!\s*(?:\([^)]*\)\s*)?\{)|\b(?:apoc|db|dbms|gds)\.\w+[\w.]*\(/iu;
const loadCsv = /\bLOAD\s+CSV\b/iu;

const store = join(projectFolder(), "api", "store");
const files = readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) => /^neo4j.*\.ts$/u.test(name));

/** A file without its comments, which may speak of what the texts must not do. */
function codeOf(file: string): string {
  return readFileSync(join(store, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, "");
}

describe("the texts sent to Neo4j", () => {
  it("are looked for where they are", () => {
    expect(files).toContain(join("neo4j", "import-dataset.ts"));
    expect(files.filter((file) => codeOf(file).includes("MATCH (")).length).toBeGreaterThan(8);
  });

  it.each(files)("of %s call no procedure and load no file", (file) => {
    expect(codeOf(file)).not.toMatch(procedure);
    expect(codeOf(file)).not.toMatch(loadCsv);
  });

  it.each([
    "CALL db.awaitIndexes(60)",
    "call apoc.load.csv('x')",
    "MATCH (x) CALL dbms.listConfig() YIELD name RETURN name",
  ])("would be found out by %s", (cypher) => {
    expect(cypher).toMatch(procedure);
  });

  it("may hold subqueries", () => {
    expect("CALL () { MATCH (a) RETURN a } CALL (a) { DELETE a } IN TRANSACTIONS").not.toMatch(procedure);
  });
});
