import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareIds } from "../../../analyzer/index.ts";
import { idOrder } from "../../../datasets/formats/id-order.ts";

const id = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[abc]{0,20}$/) },
  { weight: 2, arbitrary: fc.stringMatching(/^XF-sub-00000\d{1,3}>A$/) },
  { weight: 1, arbitrary: fc.constantFrom("", "ý", "þ", "ÿ", "Ā", "Ω", "💥", "\uffff", "\0", "a\0") },
);

describe("idOrder", () => {
  it("is the order that comparing gives, equal ids as they came", () => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 200 }), (ids) => {
        const expected = ids.map((_, at) => at).sort((x, y) => compareIds(ids[x]!, ids[y]!) || x - y);
        expect([...idOrder(ids)]).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("orders many ids that are long and alike", () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => `${"same".repeat(9)}${(n * 7919) % 20_000}`);
    const sorted = Array.from(idOrder(ids), (at) => ids[at]);
    expect(sorted).toEqual(ids.toSorted(compareIds));
  });
});
