import { describe, expect, it } from "vitest";
import { chooseGraphServer } from "../../api/graph-server.ts";
import { readSettings } from "../../api/settings.ts";

const remote = "neo4j+s://graph.example.org:7687/grid";
const store = { KNOCKON_STORE: "neo4j://store.example.org:7687/neo4j", KNOCKON_NEO4J_PASSWORD: "of-store" };
const choose = (place: { from?: string; server?: string }, environment: Record<string, string>) =>
  chooseGraphServer(place, readSettings({}, environment));

describe("the server of a graph", () => {
  it("is what the user names, then what the mapping names on this machine, then the store", () => {
    const server = "bolt://localhost:7688/neo4j";
    const adoptFrom = { ...store, KNOCKON_ADOPT_FROM: "neo4j://a:1" };
    expect(choose({ from: remote, server }, adoptFrom).url).toBe(remote);
    expect(choose({ server }, adoptFrom).url).toBe("neo4j://a:1");
    for (const own of [server, "neo4j://127.0.0.1:1/x", "neo4j://[::1]:1"])
      expect(choose({ server: own }, store).url).toBe(own);
    expect(choose({}, store).url).toBe(store.KNOCKON_STORE);
    const otherDatabase = "neo4j://store.example.org:7687/other";
    expect(choose({ server: otherDatabase }, store).url).toBe(otherDatabase);
  });

  it("is not one that only a mapping names: the password would go there", () => {
    const strange = [
      remote,
      "neo4j://store.example.org:7688/neo4j",
      "bolt://store.example.org:7687",
      "neo4j://127.0.0.1.example.org:7687",
      "neo4j://localhost@example.org:7687",
      "https://example.org",
    ];
    for (const server of strange)
      for (const environment of [store, { KNOCKON_STORE: "memory:", KNOCKON_NEO4J_PASSWORD: "p" }])
        expect(() => choose({ server }, environment)).toThrow(/KNOCKON_ADOPT_FROM/);
  });

  it("has to be named by somebody", () => {
    expect(() => choose({}, { KNOCKON_STORE: "memory:" })).toThrow(/--from/);
  });

  it("gets its own user and password, or both of the store's", () => {
    const own = { KNOCKON_ADOPT_USER: "reader", KNOCKON_ADOPT_PASSWORD: "own" };
    expect(choose({}, store).secrets).toEqual({ password: "of-store" });
    expect(choose({}, { ...store, ...own }).secrets).toEqual({ user: "reader", password: "own" });
    const half = { ...store, KNOCKON_NEO4J_USER: "ada", KNOCKON_ADOPT_PASSWORD: "own" };
    expect(choose({}, half).secrets).toEqual({ password: "own" });
  });
});
