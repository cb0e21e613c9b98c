import { createRequire } from "node:module";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it } from "vitest";
import { chooseSqlite, type SqliteModule } from "../../../../api/store/sqlite/choose-sqlite.ts";

/** As Node has it now: what a handle can do is a property of its own. */
class Able {
  readonly isTransaction = false;
  close(): void {}
}
class Early {
  close(): void {}
}
const able = { DatabaseSync: Able } as unknown as SqliteModule;
const early = { DatabaseSync: Early } as unknown as SqliteModule;
const fallback: SqliteModule = { DatabaseSync };

describe("chooseSqlite", () => {
  it("takes Node's own where it is able, and then loads no package", () => {
    const forbidden = (): never => expect.unreachable("the package was loaded");
    expect(chooseSqlite({ builtIn: () => able, package: forbidden })).toBe(able);
  });

  it.each([
    ["has none", undefined],
    ["has an early one", early],
  ])("takes the package where Node %s", (_, own) => {
    expect(chooseSqlite({ builtIn: () => own, package: () => fallback })).toBe(fallback);
  });

  it("finds the one that fits the Node at hand, which says nothing on stderr", async () => {
    const warnings: string[] = [];
    const note = (warning: Error): number => warnings.push(warning.name);
    process.on("warning", note);
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    const hasOwn = major > 22 || (major === 22 && minor >= 16);
    const chosen = chooseSqlite();
    const own = createRequire(import.meta.url)("@photostructure/sqlite") as SqliteModule;
    expect(chosen.DatabaseSync === own.DatabaseSync).toBe(!hasOwn);
    const database = new chosen.DatabaseSync(":memory:", { timeout: 10 });
    expect(database.prepare("SELECT ? AS a").get(1)).toEqual({ a: 1 });
    database.close();
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", note);
    expect(warnings).not.toContain("ExperimentalWarning");
  });
});
