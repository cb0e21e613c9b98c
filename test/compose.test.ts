import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { neo4jImage } from "../api/neo4j-server/run-container.ts";

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const text = read("compose.yaml");
const { services } = parse(text);

describe("compose.yaml", () => {
  it("publishes on the loopback alone, gives no right that is not needed, and looks after what it starts", () => {
    expect(Object.keys(services)).toEqual(["neo4j", "knockon"]);
    for (const service of Object.values<Record<string, unknown>>(services)) {
      expect(service["ports"]).toEqual([expect.stringMatching(/^127\.0\.0\.1:(\d+):\1$/u)]);
      expect(service["cap_drop"]).toEqual(["ALL"]);
      expect(service["security_opt"]).toEqual(["no-new-privileges:true"]);
      expect(service["user"]).toMatch(/^(?:node|7474:7474)$/u);
      expect(service["healthcheck"]).toHaveProperty("test");
      expect(service).not.toHaveProperty("network_mode");
      expect(service).not.toHaveProperty("privileged");
    }
    expect(services.neo4j.image).toBe(neo4jImage);
    expect(services.knockon.depends_on).toEqual({ neo4j: { condition: "service_healthy" } });
  });

  it("holds no password and has no default for it", () => {
    const uses = text.match(/\$\{[^}]+\}/gu);
    expect(uses).toHaveLength(2);
    for (const use of uses ?? []) expect(use).toMatch(/^\$\{KNOCKON_NEO4J_PASSWORD:\?.+\}$/u);
    for (const file of [".gitignore", ".dockerignore"]) expect(read(file).split("\n")).toContain(".env");
  });

  const missing = spawnSync("docker", ["compose", "version"]).status !== 0;
  if (missing) console.warn("SKIPPED, no Docker Compose: install it to see its own reading of compose.yaml");
  it.skipIf(missing)("is accepted by Docker Compose with a password and refused without", () => {
    const config = (password: string) =>
      spawnSync("docker", ["compose", "config", "--quiet"], {
        cwd: new URL("..", import.meta.url),
        encoding: "utf8",
        env: { ...process.env, KNOCKON_NEO4J_PASSWORD: password },
      });
    expect(config("canary-canary").status).toBe(0);
    expect(config("").stderr).toContain("KNOCKON_NEO4J_PASSWORD");
  });
});

describe("the Dockerfile", () => {
  it("runs as another than root, on a pinned Node that package.json allows, without scripts of packages", () => {
    const dockerfile = read("Dockerfile");
    expect([...dockerfile.matchAll(/^FROM (\S+)/gmu)].map(([, image]) => image)).toEqual([
      "node:20.20.2-bookworm-slim",
      "node:20.20.2-bookworm-slim",
    ]);
    expect(dockerfile).toMatch(/^USER node$/mu);
    expect(dockerfile).toContain("npm ci --ignore-scripts");
  });
});
