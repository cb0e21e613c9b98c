import { expect, it } from "vitest";
import { codeOfName } from "../../../../datasets/formats/foreign/country-names.ts";

it.each([
  ["Germany", "DE"],
  [" czechia ", "CZ"],
  ["Czech Republic", "CZ"],
  ["Kosovo", "XK"],
  ["Türkiye", "TR"],
  ["Turkey", "TR"],
  ["Ruritania", null],
  ["", null],
  ["constructor", null],
])("of %j is %j", (name, code) => {
  expect(codeOfName(name)).toBe(code);
});
