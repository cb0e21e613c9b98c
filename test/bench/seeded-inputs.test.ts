import { expect, it } from "vitest";
import { seededSystem } from "../support/seeded-systems.ts";
import { bytesChecksum, columnsBytes } from "./columns-file.ts";
import { inputChecksums } from "./input-checksums.ts";
import { namesSystem, sampleSources, systemColumns } from "./seeded-inputs.ts";

it("measures the systems that were measured before", () => {
  for (const family of ["scale-free", "spatial", "modular"] as const) {
    for (const mix of ["critical", "mixed", "robust"] as const) {
      const bytes = columnsBytes(systemColumns(seededSystem(family, mix, 10_000)));
      expect(bytesChecksum(bytes), `${family} ${mix}`).toBe(inputChecksums[`${family} ${mix} 10k`]);
    }
  }
});

it("spreads a sample over all sources", () => {
  expect([...sampleSources(10, 4)]).toEqual([0, 2, 5, 7]);
  expect([...sampleSources(3, 9)]).toEqual([0, 1, 2]);
});

it("knows a system by its name", () => {
  expect(namesSystem("10k", "spatial mixed")).toBe(true);
  expect(namesSystem("10k", "betweenness")).toBe(false);
});
