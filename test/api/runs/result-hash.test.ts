import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { resultHash } from "../../../api/runs/result-hash.ts";

it("is what a result states of itself", () => {
  expect(resultHash({ kind: "run", resultHash: "abc" }, "{}")).toBe("abc");
});

it("is the SHA-256 of the text where a result states none", () => {
  const text = '{"kind":"rank","resultHash":5}';
  expect(resultHash(JSON.parse(text) as object, text)).toBe(createHash("sha256").update(text).digest("hex"));
});
