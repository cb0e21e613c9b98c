import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coreVocabulary } from "../../analyzer/index.ts";

const room = join(import.meta.dirname, "..", "..", "ui");
const tokens = readFileSync(join(room, "theme", "tokens.css"), "utf8");
const themes = ["light", "dark"] as const;

/** Both values of `--name: light-dark(#abc, #def)`. */
function pair(name: string): readonly [string, string] {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens);
  if (found?.[1] === undefined || found[2] === undefined)
    throw new Error(`tokens.css has no pair of colours --${name}`);
  return [found[1], found[2]];
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe("tokens", () => {
  it.each(themes)("has every sector at 3:1 or more on the grounds of the stage (%s)", (theme) => {
    const at = themes.indexOf(theme);
    for (const { id } of [...coreVocabulary.sectors, { id: "other" }]) {
      for (const ground of ["sea", "land"]) {
        const ratio = contrast(pair(`sector-${id}`)[at] ?? "", pair(ground)[at] ?? "");
        expect(ratio, `${id} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(themes)("has text at 4.5:1 or more (%s)", (theme) => {
    const at = themes.indexOf(theme);
    const texts = [
      ["ink", "ground"],
      ["ink-soft", "ground"],
      ["ink-faint", "ground"],
      ["ink-faint", "hover"],
      ["ink-soft", "chosen"],
      ["ink-inverse", "accent"],
      ["accent", "ground"],
      ["accent", "chosen"],
      ["danger", "danger-ground"],
      ["caution", "caution-ground"],
      ...[1, 2, 3, 4, 5].map((step) => ["hit-ink", `hit-${step}`]),
    ];
    for (const [ink = "", ground = ""] of texts) {
      const ratio = contrast(pair(ink)[at] ?? "", pair(ground)[at] ?? "");
      expect(ratio, `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("are the only place with colours and sizes", () => {
    const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".css") && !file.endsWith("tokens.css"),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const stated = readFileSync(join(room, file), "utf8")
        .split("\n")
        .filter((line) => !line.trimStart().startsWith("@media"))
        .filter((line) => /#[0-9a-f]{3,8}\b|rgba?\(|\b[1-9]\d*(\.\d+)?(px|rem)\b/i.test(line));
      expect(stated, file).toEqual([]);
    }
  });
});
