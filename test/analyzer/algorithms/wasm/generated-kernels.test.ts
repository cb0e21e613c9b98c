import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { compileKernel, kernelSources } from "../../../support/compile-kernel.ts";

describe.each(await kernelSources())("$source", (kernel) => {
  it("gives the bytes that are kept", async () => {
    expect(await readFile(kernel.generated, "utf8")).toBe(await compileKernel(kernel));
  }, 60_000);

  it("is small enough to be compiled at once on the main thread of a page", async () => {
    const text = await readFile(kernel.generated, "utf8");
    expect(text.length * (3 / 4)).toBeLessThan(4096);
  });
});
