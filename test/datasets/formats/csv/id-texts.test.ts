import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { cellBlocks } from "../../../../datasets/formats/csv/cell-blocks.ts";
import { CsvMemory } from "../../../../datasets/formats/csv/csv-memory.ts";
import { IdTexts } from "../../../../datasets/formats/csv/id-texts.ts";
import { idOrder } from "../../../../datasets/formats/id-order.ts";

const plain = fc.oneof(
  fc.nat({ max: 3000 }).map((number) => `XP-hos-${number}>XN-wat-${number % 50}`),
  fc.nat({ max: 300 }).map((number) => "a".repeat(number % 140)),
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom("a", "b", "~", "A", "-") }),
  fc.constantFrom("ab", "abcdefgh", "abcdefghi", "abcdefg", "x".repeat(100), "x".repeat(101), "x".repeat(127)),
);
const unusual = fc.constantFrom(
  "",
  "@power",
  "a b",
  "a\tb",
  "!a",
  "#",
  "é",
  "💥",
  "\uffee",
  "y".repeat(5000),
  "a\u007fb",
);
/** As they stand in a file: quoted, guarded, with spaces around. */
const asCell = [
  (text: string) => text,
  (text: string) => `"${text}"`,
  (text: string) => ` ${text}`,
  (text: string) => `"${text}""x"`,
  (text: string) => `'=${text}`,
];
const read = [
  (text: string) => text,
  (text: string) => text,
  (text: string) => text.trim(),
  (text: string) => `${text}"x`.trim(),
  (text: string) => `=${text}`.trim(),
];

async function idsOf(cells: readonly string[], blockBytes: number): Promise<IdTexts> {
  const memory = new CsvMemory();
  const texts = new IdTexts(memory);
  const bytes = async function* () {
    yield Buffer.from(cells.map((cell) => `,${cell}\n`).join(""));
  };
  for await (const block of cellBlocks(bytes(), "t.csv", defaultCaps, memory, undefined, blockBytes))
    texts.append(block, 1);
  return texts;
}

function expectTexts(texts: IdTexts, expected: readonly string[]): void {
  expect(expected.map((_, index) => texts.textAt(index))).toEqual(expected);
  expect(texts.count).toBe(expected.length);
  expect(texts.lengths).toEqual(new Set(expected.map(({ length }) => length)));
  expect(texts.arePlain).toBe(expected.every((text) => /^[!-?A-~][!-~]{0,99}$/.test(text)));
  const order = idOrder(expected);
  expect(texts.order()).toEqual(order);
  expect(texts.isAscending()).toBe(order.every((position, at) => position === at));
  expect(texts.areDifferent(order)).toBe(new Set(expected).size === expected.length);
}

describe("IdTexts", () => {
  it("keeps the texts of cells, says of them what is so, and orders them as idOrder does", async () => {
    const some = fc.array(fc.tuple(plain, fc.constant(0)), { minLength: 1, maxLength: 2000, size: "max" });
    const few = fc.array(fc.tuple(fc.oneof(plain, unusual), fc.nat({ max: 4 })), {
      minLength: 1,
      maxLength: 60,
      size: "max",
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(some, few), fc.integer({ min: 1, max: 20_000 }), async (ids, block) => {
        const texts = await idsOf(
          ids.map(([text, way]) => asCell[way]!(text)),
          block,
        );
        expectTexts(
          texts,
          ids.map(([text, way]) => read[way]!(text)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("does so of texts that come one by one, in order or not", () => {
    const ids = fc.array(fc.oneof({ weight: 20, arbitrary: plain }, { weight: 1, arbitrary: unusual }), {
      maxLength: 400,
      size: "max",
    });
    fc.assert(
      fc.property(ids, fc.boolean(), (given, isSorted) => {
        const texts = new IdTexts(new CsvMemory());
        const expected = isSorted ? given.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0)) : given;
        for (const text of expected) texts.push(text);
        expectTexts(texts, expected);
      }),
      { numRuns: 300 },
    );
  });

  it("orders many texts that start alike", () => {
    const texts = new IdTexts(new CsvMemory());
    const ids = Array.from({ length: 3000 }, (_, at) => "x".repeat((7 * at) % 3000));
    for (const id of ids) texts.push(id);
    expect(texts.order()).toEqual(idOrder(ids));
  });
});
