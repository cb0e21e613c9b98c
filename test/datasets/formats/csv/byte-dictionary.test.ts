import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { ByteDictionary } from "../../../../datasets/formats/csv/byte-dictionary.ts";
import { cellBlocks } from "../../../../datasets/formats/csv/cell-blocks.ts";
import { CsvMemory } from "../../../../datasets/formats/csv/csv-memory.ts";
import { LinearArray } from "../../../../datasets/formats/csv/linear-array.ts";
import { unguardFormula } from "../../../../datasets/formats/formula-guard.ts";

/** Texts that are one the start of the other, alike but for one character, and around the length of a slot. */
const text = fc.oneof(
  fc.constantFrom("", "a", "ab", "abc", "abcd", "abcde", "abcdefgh", "Å", "💥", "é".repeat(14), "x".repeat(200)),
  fc.integer({ min: 10, max: 34 }).map((length) => "0123456789".repeat(4).slice(0, length)),
  fc.nat({ max: 5000 }).map((number) => `XF-sub-${String(number).padStart(6, "0")}`),
);

async function codesOf(
  texts: readonly string[],
  dictionary: ByteDictionary,
  blockBytes: number,
  areTrimmed = false,
): Promise<number[]> {
  const bytes = async function* () {
    yield Buffer.from(texts.map((each) => `,${each}\n`).join(""));
  };
  const found: number[] = [];
  const { memory } = dictionary;
  const codes = new LinearArray(memory, Int32Array);
  for await (const block of cellBlocks(bytes(), "t.csv", defaultCaps, memory, undefined, blockBytes)) {
    dictionary.codesOf(block, 1, codes, areTrimmed ? (cell) => block.cellText(cell).trim() : null);
    found.push(...codes.view.subarray(0, block.rowCount));
  }
  return found;
}

describe("ByteDictionary", () => {
  it("numbers texts as a Map does and gives them back", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 500 }),
        async (texts, block) => {
          const dictionary = new ByteDictionary(new CsvMemory());
          const plain = new Map<string, number>();
          const expected = texts.map((each) => {
            if (each === "") return -1;
            if (!plain.has(each)) plain.set(each, plain.size);
            return plain.get(each);
          });
          expect(await codesOf(texts, dictionary, block)).toEqual(expected);
          expect(dictionary.count).toBe(plain.size);
          if (block % 2 === 0) dictionary.makeTexts();
          for (const [each, code] of plain) {
            expect(dictionary.textAt(code)).toBe(each);
            expect(dictionary.codeOf(each)).toBe(code);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("does so of many texts, and of cells that are not their text", async () => {
    const many = fc.array(text, { minLength: 3000, maxLength: 6000, size: "max" });
    await fc.assert(
      fc.asyncProperty(many, fc.integer({ min: 1, max: 50_000 }), async (texts, block) => {
        const dictionary = new ByteDictionary(new CsvMemory());
        // Each third cell has a space around it.
        const cells = texts.map((each, at) => (at % 3 === 0 ? ` ${each}` : each));
        const plain = new Map<string, number>();
        const expected = texts.map((each) => {
          if (each !== "" && !plain.has(each)) plain.set(each, plain.size);
          return plain.get(each) ?? -1;
        });
        expect(await codesOf(cells, dictionary, block, true)).toEqual(expected);
        const some = dictionary.textAt(1);
        dictionary.makeTexts();
        expect([...plain.keys()].map((_, code) => dictionary.textAt(code))).toEqual([...plain.keys()]);
        expect(dictionary.textAt(1)).toBe(some);
      }),
      { numRuns: 20 },
    );
  });

  it("knows a text among spaces of any kind, and behind the guard of a formula", async () => {
    const ends = [
      "",
      " ",
      "  ",
      "\t",
      "\u00a0",
      "\u1680",
      "\u2003",
      "\u202f",
      "\u3000",
      "\ufeff",
      "'",
      "'=",
      "' ",
      "\u0001",
    ];
    const whole = ["a", "é", "ж", "ა", "か", "漢", "ﺏ", "💥", "¡", "–", "\u2060", "#", "0123456789abcdef"];
    const piece = fc.tuple(
      fc.constantFrom(...ends, ...whole),
      fc.constantFrom("", ...whole),
      fc.constantFrom(...ends, ...whole),
    );
    const known = Array.from({ length: 600 }, (_, at) => `known ${at}`);
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 60 }), fc.boolean(), async (pieces, isFar) => {
        const cells = [...(isFar ? known : []), ...pieces.map((each) => each.join("")), ...(isFar ? ["known 7"] : [])];
        const plain = new Map<string, number>();
        const expected = cells.map((cell) => {
          const text = unguardFormula(cell).trim();
          if (text !== "" && !plain.has(text)) plain.set(text, plain.size);
          return plain.get(text) ?? -1;
        });
        expect(await codesOf(cells, new ByteDictionary(new CsvMemory()), 5000, true)).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it("finds no text in an empty cell, however many there are and though the empty one is among them", async () => {
    const dictionary = new ByteDictionary(new CsvMemory());
    expect(dictionary.codeOf("")).toBe(0);
    const many = Array.from({ length: 1000 }, (_, at) => `text ${at}`);
    expect(await codesOf([...many, "", "text 7", ""], dictionary, 1000)).toEqual([
      ...many.map((_, at) => at + 1),
      -1,
      8,
      -1,
    ]);
  });

  it("numbers a text alike whether it came as a cell or as a string", () => {
    const dictionary = new ByteDictionary(new CsvMemory());
    const codes = ["abc", "é".repeat(40), "abcd"].map((each) => dictionary.codeOf(each));
    expect(codes).toEqual([0, 1, 2]);
    expect(dictionary.codeOf("abc")).toBe(0);
    expect(dictionary.codeOf("")).toBe(3);
  });
});
