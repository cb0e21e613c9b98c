import { describe, expect, it } from "vitest";
import { sideEnvironment } from "../../../api/cli/side-environment.ts";
import { readSettings } from "../../../api/settings.ts";

const both = { KNOCKON_NEO4J_USER: "both", KNOCKON_NEO4J_PASSWORD: "shared" };

describe("the environment of one of two stores", () => {
  it("is that of both where nothing else is said", () => {
    const { neo4jUser, neo4jPassword } = readSettings({}, sideEnvironment(both, "FROM", {}));
    expect([neo4jUser, neo4jPassword]).toEqual(["both", "shared"]);
  });

  it("takes what is said for one side before that, and leaves the other side alone", () => {
    const environment = { ...both, KNOCKON_FROM_NEO4J_USER: "reader", KNOCKON_FROM_NEO4J_PASSWORD: "own" };
    const from = readSettings({}, sideEnvironment(environment, "FROM", {}));
    const to = readSettings({}, sideEnvironment(environment, "TO", {}));
    expect([from.neo4jUser, from.neo4jPassword, to.neo4jUser, to.neo4jPassword]).toEqual([
      "reader",
      "own",
      "both",
      "shared",
    ]);
  });

  it("takes a file for one side in place of any password", () => {
    const environment = { ...both, KNOCKON_TO_NEO4J_PASSWORD: "own", KNOCKON_TO_NEO4J_USER: "writer" };
    const side = sideEnvironment(environment, "TO", { user: "root", passwordFile: "secret.txt" });
    expect(side).toMatchObject({ KNOCKON_NEO4J_USER: "root", KNOCKON_NEO4J_PASSWORD_FILE: "secret.txt" });
    expect(side["KNOCKON_NEO4J_PASSWORD"]).toBeUndefined();
  });

  it("refuses two passwords for one side", () => {
    const environment = { KNOCKON_TO_NEO4J_PASSWORD: "own", KNOCKON_TO_NEO4J_PASSWORD_FILE: "secret.txt" };
    expect(() => readSettings({}, sideEnvironment(environment, "TO", {}))).toThrow(/not both/);
  });
});
