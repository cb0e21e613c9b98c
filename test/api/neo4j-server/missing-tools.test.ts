import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findRunner } from "../../../api/neo4j-server/find-runner.ts";
import { missingTools } from "../../../api/neo4j-server/missing-tools.ts";

describe("missingTools", () => {
  let folder: string;
  const program = async (name: string, prints: string): Promise<void> => {
    await writeFile(join(folder, name), `#!/bin/sh\necho '${prints}' >&2\n`);
    await chmod(join(folder, name), 0o755);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-"));
    vi.stubEnv("PATH", folder);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it("names Java where there is none", async () => {
    expect(await missingTools()).toMatch(/^java was not found: install Java 17/);
  });

  it("names a Java that is too old, and one that tells no version", async () => {
    await program("java", 'openjdk version "11.0.2" 2019-01-15');
    expect(await missingTools()).toMatch(/^Java 11 is too old/);
    await program("java", "hello");
    expect(await missingTools()).toMatch(/^Java of unknown version/);
  });

  it("names Maven where only Java is there", async () => {
    await program("java", 'openjdk version "21" 2023-09-19');
    expect(await missingTools()).toMatch(/^mvn was not found: install Maven/);
  });

  it("is content with Docker alone, if its engine answers", async () => {
    await program("docker", "Docker version 28.2.2");
    expect(await findRunner()).toEqual({ runner: "docker", missing: null });
    await writeFile(join(folder, "docker"), '#!/bin/sh\n[ "$1" = --version ]\n');
    expect(await missingTools()).toMatch(
      /^java was not found: .*; or else the Docker engine does not answer: start it$/,
    );
  });

  it("is content with both", async () => {
    await program("java", 'openjdk version "17.0.15" 2025-04-15');
    await program("mvn", "Apache Maven 3.8.7");
    await program("docker", "Docker version 28.2.2");
    expect(await missingTools()).toBeNull();
    expect((await findRunner()).runner).toBe("java");
  });
});
