import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../analyzer/run/canonical-json.ts";
import { CanonicalRows } from "../../../analyzer/run/canonical-rows.ts";

const value = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -0,
    1e21,
    0.1,
    Number.NaN,
    "",
    '"',
    "\\",
    "\n",
    "\ud800",
    "💥",
    "é",
  ),
  fc.string(),
  fc.double(),
  fc.array(fc.record({ state: fc.string(), share: fc.double() }), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
);
const rows = fc.array(fc.dictionary(fc.constantFrom("id", "b", "a", "Z", "é", "__proto__"), value), {
  maxLength: 8,
});

describe("CanonicalRows", () => {
  it("writes each row as canonicalJson does, whatever came before", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const written = new CanonicalRows();
        for (const row of [...given, ...given]) expect(written.text(row)).toBe(canonicalJson(row));
      }),
      { numRuns: 1000 },
    );
  });
});
