import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { floorBreaches, type ImportLine } from "./support/floors.ts";

const root = resolve(import.meta.dirname, "..");
const rooms = ["analyzer", "datasets", "api", "ui", "test"];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Every static and dynamic import of a file; relative ones as paths from the project's root. */
function importsOf(file: string): ImportLine[] {
  const text = readFileSync(join(root, file), "utf8");
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)"([^"]+)"/g;
  return [...text.matchAll(pattern)].map(([, specifier = ""]) => ({
    file,
    imported: specifier.startsWith(".") ? relative(root, resolve(root, dirname(file), specifier)) : specifier,
  }));
}

describe("floors", () => {
  const imports = rooms.flatMap(sourceFiles).flatMap(importsOf);

  it("reads the imports of every room", () => {
    for (const room of rooms)
      expect(imports.filter(({ file }) => file.startsWith(`${room}/`)).length).toBeGreaterThan(5);
  });

  it("holds everywhere", () => {
    expect(floorBreaches(imports)).toEqual([]);
  });
});

describe("a planted breach is seen", () => {
  const planted: readonly [string, string][] = [
    ["analyzer/model/asset.ts", "analyzer/check/places.ts"],
    ["analyzer/model/asset.ts", "node:fs"],
    ["analyzer/check/places.ts", "analyzer/measures/rank.ts"],
    ["analyzer/check/places.ts", "analyzer/system/system.ts"],
    ["analyzer/system/system.ts", "analyzer/algorithms/cascade/cascade.ts"],
    ["analyzer/algorithms/cascade/cascade.ts", "analyzer/measures/rank.ts"],
    ["analyzer/algorithms/cascade/cascade.ts", "graphology"],
    ["analyzer/measures/rank.ts", "analyzer/catalogue.ts"],
    ["analyzer/measures/rank.ts", "node:crypto"],
    ["analyzer/index.ts", "datasets/formats/index.ts"],
    ["datasets/formats/mapping.ts", "analyzer/model/asset.ts"],
    ["datasets/formats/mapping.ts", "analyzer/algorithms/wasm/linear-memory.as"],
    ["datasets/formats/csv/scan-cells.as.ts", "datasets/formats/csv/csv-memory.ts"],
    ["datasets/formats/mapping.ts", "api/store/store.ts"],
    ["api/cli/main.ts", "ui/app.tsx"],
    ["api/cli/main.ts", "analyzer/model/asset.ts"],
    ["api/cli/main.ts", "fastify"],
    ["api/http/app.ts", "neo4j-driver"],
    ["api/store/sqlite.ts", "test/support/rows.ts"],
    ["ui/data/client.ts", "api/store/store.ts"],
    ["ui/panels/Inspector.tsx", "sigma"],
    ["ui/panels/Inspector.tsx", "graphology"],
    ["ui/panels/Inspector.tsx", "analyzer/model/asset.ts"],
  ];

  it.each(planted)("%s imports %s", (file, imported) => {
    expect(floorBreaches([{ file, imported }])).toHaveLength(1);
  });

  it("and what is allowed is not", () => {
    const allowed: readonly [string, string][] = [
      ["analyzer/check/places.ts", "analyzer/model/asset.ts"],
      ["analyzer/algorithms/cascade/settle.ts", "analyzer/system/system.ts"],
      ["analyzer/analyses/rank.ts", "analyzer/measures/rank.ts"],
      ["ui/stage/Stage.tsx", "graphology"],
      ["analyzer/index.ts", "analyzer/model/asset.ts"],
      ["api/http/app.ts", "fastify"],
      ["api/store/neo4j.ts", "neo4j-driver"],
      ["ui/stage/Stage.tsx", "sigma/rendering"],
      ["ui/data/client.ts", "analyzer/index.ts"],
    ];
    expect(floorBreaches(allowed.map(([file, imported]) => ({ file, imported })))).toEqual([]);
  });
});
