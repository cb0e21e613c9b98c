import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runProgram } from "../../../api/neo4j-server/run-program.ts";
import { containerArguments, containerName, neo4jImage } from "../../../api/neo4j-server/run-container.ts";
import { serverFiles, serverFolder } from "../../../api/neo4j-server/server-folder.ts";
import { firstPassword } from "../../../api/neo4j-server/start-container.ts";

const launch = {
  name: "knockon-neo4j-local-0123",
  home: "/home/ada/neo4j, data/servers/local/home",
  port: 7687,
  environmentFile: null,
  certificateFolder: null,
  user: "1000:1000",
};

describe("a container", () => {
  it("is of the version that the jars are of", async () => {
    const pom = await readFile(new URL("../../../api/neo4j-server/pom.xml", import.meta.url), "utf8");
    const version = /<neo4j\.version>(.+)<\/neo4j\.version>/u.exec(pom)?.[1];
    expect(neo4jImage).toBe(`neo4j:${version}-community`);
  });

  it("is published on the loopback alone, and told no secret on the command line", () => {
    const args = containerArguments({ ...launch, environmentFile: "/x/first-start.env" });
    expect(args.filter((arg) => arg.startsWith("--publish"))).toEqual(["--publish=127.0.0.1:7687:7687"]);
    expect(args.filter((arg) => arg.startsWith("--env"))).toEqual(["--env-file=/x/first-start.env"]);
    expect(args.join(" ")).not.toMatch(/NEO4J_AUTH|--env=|-e |--network|--privileged/u);
    expect(containerArguments(launch).join(" ")).not.toContain("--env-file");
    expect(containerArguments({ ...launch, user: null }).join(" ")).not.toContain("--user");
  });

  it("has a name of its own for each folder and server", () => {
    const names = [containerName("/a", "local"), containerName("/a", "test"), containerName("/b", "local")];
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^knockon-neo4j-[a-z-]+-[0-9a-f]{12}$/u);
  });
});

describe("the password of a first start", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "knockon-"));
  });
  afterEach(() => rm(root, { recursive: true }));

  it("is kept from others, is the same after a start that was broken off, and not asked for again", async () => {
    const files = serverFiles(serverFolder(root), "local");
    const password = await firstPassword(files);
    expect(password).toMatch(/^[0-9a-f]{32}$/u);
    expect((await stat(files.firstStart)).mode & 0o077).toBe(0);
    expect(await readFile(files.firstStart, "utf8")).toBe(`NEO4J_AUTH=neo4j/${password}\n`);
    expect(await firstPassword(files)).toBe(password);
    await rm(files.firstStart);
    spawnSync("mkdir", ["-p", join(files.home, "data", "dbms")]);
    expect(await firstPassword(files)).toBeNull();
  });
});

function clientSkipReason(): string | null {
  if (spawnSync("docker", ["--version"]).status === 0) return null;
  console.warn("SKIPPED, no Docker client: install Docker to see its own reading of the arguments");
  return "no Docker client";
}

/** Docker's client reads the arguments and asks the engine over HTTP: what it asks for is what would run. */
describe.skipIf(clientSkipReason() !== null)("as Docker's client reads it", () => {
  let folder: string;
  let engine: Server;
  let asked: { url: string; body: string }[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-"));
    asked = [];
    engine = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => {
        body += chunk.toString("utf8");
      });
      request.on("end", () => {
        const url = request.url ?? "";
        asked.push({ url, body });
        response.setHeader("Api-Version", "1.43");
        response.setHeader("Content-Type", "application/json");
        if (url.includes("/containers/create"))
          response.writeHead(201).end(JSON.stringify({ Id: "c0ffee", Warnings: [] }));
        else if (url.endsWith("/start")) response.writeHead(204).end();
        else response.end(JSON.stringify({ StatusCode: 0 }));
      });
    });
    await new Promise<void>((resolve) => {
      engine.listen(join(folder, "engine.sock"), resolve);
    });
  });
  afterEach(async () => {
    engine.closeAllConnections();
    engine.close();
    await rm(folder, { recursive: true });
  });

  it("binds one port to the loopback, mounts data and settings, and hands the first password over in its environment", async () => {
    const environmentFile = join(folder, "first-start.env");
    await writeFile(environmentFile, "NEO4J_AUTH=neo4j/canary\n");
    const args = containerArguments({ ...launch, home: join(folder, "a home"), environmentFile });
    const env = { ...process.env, DOCKER_HOST: `unix://${join(folder, "engine.sock")}`, DOCKER_CONTEXT: "" };
    const { code, output } = await runProgram("docker", args, env);
    expect(code, output).toBe(0);
    expect(output.trim()).toBe("c0ffee");

    const create = asked.find(({ url }) => url.includes("/containers/create"));
    expect(create?.url).toContain(`name=${launch.name}`);
    const { Image, Env, User, HostConfig } = JSON.parse(create?.body ?? "{}");
    expect({ Image, Env, User }).toEqual({ Image: neo4jImage, Env: ["NEO4J_AUTH=neo4j/canary"], User: "1000:1000" });
    expect(HostConfig.PortBindings).toEqual({ "7687/tcp": [{ HostIp: "127.0.0.1", HostPort: "7687" }] });
    expect(HostConfig.Mounts).toEqual([
      { Type: "bind", Source: join(folder, "a home", "data"), Target: "/data" },
      { Type: "bind", Source: join(folder, "a home", "conf"), Target: "/conf", ReadOnly: true },
    ]);
    expect(HostConfig.SecurityOpt).toEqual(["no-new-privileges"]);
    expect(asked.some(({ url }) => url.endsWith("/containers/c0ffee/start"))).toBe(true);
  });
});
