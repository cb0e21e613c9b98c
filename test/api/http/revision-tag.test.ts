import { expect, it } from "vitest";
import { revisionTag, seenRevision } from "../../../api/http/revision-tag.ts";

it("a revision's tag reads back as that revision", () => {
  expect(seenRevision(revisionTag({ revision: 17 }))).toBe(17);
  expect(seenRevision(' "3" ')).toBe(3);
});

it.each([undefined, "", "*", "3", 'W/"3"', '"3", "4"', '"-1"', '"3.0"', '"9999999999"'])("%j is refused", (ifMatch) => {
  expect(() => seenRevision(ifMatch)).toThrow();
});
