import { describe, expect, it, vi } from "vitest";
import { ByteDictionary } from "../../../../datasets/formats/csv/byte-dictionary.ts";
import { CsvMemory, MemoryFull } from "../../../../datasets/formats/csv/csv-memory.ts";
import { IdTexts } from "../../../../datasets/formats/csv/id-texts.ts";

describe("CsvMemory", () => {
  it("starts small, grows as room is taken and keeps what it holds", () => {
    const memory = new CsvMemory();
    expect(memory.bytes.length).toBeLessThan(1 << 20);
    const first = memory.take(100);
    memory.bytes.write("kept", first);
    const second = memory.take(5_000_000);
    expect(second).toBeGreaterThanOrEqual(first + 100);
    expect(memory.bytes.length).toBeGreaterThanOrEqual(second + 5_000_000);
    expect(memory.growths).toBe(1);
    expect(memory.bytes.toString("utf8", first, first + 4)).toBe("kept");
  });

  it("gives room again that was given back", () => {
    const memory = new CsvMemory();
    const room = memory.take(1000);
    const other = memory.take(1000);
    memory.giveBack(room, 1000);
    expect(memory.take(900)).toBe(room);
    expect(memory.take(900)).toBeGreaterThan(other);
  });

  it("has addresses above 2 GiB, and an end", () => {
    const memory = new CsvMemory();
    memory.take(2 ** 31);
    const texts = new IdTexts(memory);
    const ids = new ByteDictionary(memory);
    for (const id of ["b", "a", "x".repeat(300), "é"]) {
      texts.push(id);
      ids.codeOf(id);
    }
    expect(memory.bytes.length).toBeGreaterThan(2 ** 31);
    expect([0, 1, 2, 3].map((index) => texts.textAt(index))).toEqual(["b", "a", "x".repeat(300), "é"]);
    expect([0, 1, 2, 3].map((code) => ids.textAt(code))).toEqual(["b", "a", "x".repeat(300), "é"]);
    expect(ids.codeOf("x".repeat(300))).toBe(2);
    expect(() => memory.take(2 ** 31)).toThrow(MemoryFull);
  });

  it("says so where there is no WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(() => new CsvMemory()).toThrow("WebAssembly");
    vi.unstubAllGlobals();
  });
});
