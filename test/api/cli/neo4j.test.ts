import { describe, expect, it } from "vitest";
import { neo4jSkipReason, useNeo4jServer } from "../../support/neo4j.ts";
import { call } from "./call.ts";
import { answersFromFolder, answersFromStore } from "./golden-answers.ts";

describe.skipIf((await neo4jSkipReason()) !== null)("the command line with a Neo4j server", () => {
  const server = useNeo4jServer();

  it("answers with the same bytes as from the folder", async () => {
    const { url, user, password } = server();
    const environment = { KNOCKON_STORE: url, KNOCKON_NEO4J_USER: user, KNOCKON_NEO4J_PASSWORD: password };
    expect(await answersFromStore(environment)).toEqual(await answersFromFolder());
    expect((await call(["remove", "golden"], { environment })).code).toBe(0);
    expect((await call(["remove", "golden"], { environment })).code).toBe(1);
  }, 120_000);

  it("refuses a wrong password without repeating it", async () => {
    const { url, user } = server();
    const password = "not-the-password-5417";
    const environment = { KNOCKON_STORE: url, KNOCKON_NEO4J_USER: user, KNOCKON_NEO4J_PASSWORD: password };
    const { code, stdout, stderr } = await call(["datasets"], { environment });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("error STORE_UNAUTHORIZED");
    expect(stderr).not.toContain(password);
  }, 60_000);
});
