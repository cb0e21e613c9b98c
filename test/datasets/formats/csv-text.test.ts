import { describe, expect, it } from "vitest";
import { defaultCaps } from "../../../datasets/formats/caps.ts";
import { csvRecords } from "../../../datasets/formats/csv-records.ts";
import { csvText } from "../../../datasets/formats/csv-text.ts";

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

describe("text of CSV", () => {
  it("quotes what needs it, guards formulas and leaves cells that are not there empty", () => {
    const rows = [
      { a: "x, y", b: '"' },
      { b: "=1", c: -1.5 },
      { a: " ", c: true },
    ];
    expect(csvText(["a", "b", "c"], rows)).toBe('a,b,c\n"x, y","""",\n,\'=1,-1.5\n" ",,true\n');
  });

  it("is read again as it was", async () => {
    const texts = ["a\nb", "c\r\nd", "@x y", "'=1", "", "\t"];
    const read: string[] = [];
    for await (const { cells } of csvRecords(
      once(
        csvText(
          ["t", "u"],
          texts.map((t) => ({ t, u: "." })),
        ),
      ),
      "f",
      defaultCaps,
    )) {
      read.push(cells[0] ?? "");
    }
    expect(read).toEqual(["t", ...texts]);
  });
});
