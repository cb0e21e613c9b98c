import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCodes } from "../../../analyzer/check/codes.ts";
import { formatCodes } from "../../../datasets/formats/codes.ts";

const root = join(import.meta.dirname, "../../..");

async function sourcesOf(folder: string): Promise<string> {
  const names = await readdir(join(root, folder));
  const texts = names
    .filter((name) => name.endsWith(".ts") && name !== "codes.ts")
    .map((name) => readFile(join(root, folder, name), "utf8"));
  return (await Promise.all(texts)).join("\n");
}

describe.each([
  ["checks", checkCodes, ["analyzer/check"]],
  ["formats", formatCodes, ["datasets/formats", "datasets/formats/csv", "datasets/formats/foreign", "datasets"]],
] as const)("codes of the %s", (_what, codes, folders) => {
  it("are all in use, and say what they mean", async () => {
    const files = folders.map((folder) =>
      folder === "datasets" ? readFile(join(root, "datasets/open-path.ts"), "utf8") : sourcesOf(folder),
    );
    const text = (await Promise.all(files)).join("\n");
    expect(Object.keys(codes).filter((code) => !text.includes(`"${code}"`))).toEqual([]);
    for (const [code, { meaning }] of Object.entries(codes)) {
      expect(code).toMatch(/^[A-Z]+(?:_[A-Z0-9]+)+$/);
      expect(meaning).toMatch(/^[A-Z`].{10}/);
    }
  });
});
