import { describe, expect, it } from "vitest";
import { readTradeShares } from "../../../../../datasets/recipes/open-region/sources/trade-shares.ts";
import type { RawFiles } from "../../../../../datasets/recipes/raw-files.ts";
import { onRawData } from "../raw-folder.ts";
import { everyState, plainRows, readFolder, readFrom, refusal, smallRegion } from "../small-region.ts";

const file = "trade_partners.csv";
const header = "factbook_code,country,direction,partner,share_percent,year\n";
const read =
  (states: readonly string[], path = file) =>
  (raw: RawFiles) =>
    readTradeShares(raw, path, smallRegion({ states: [...states] }));

describe("trade shares of the World Factbook", () => {
  it("are the imports between two States of the region, as parts of 1", async () => {
    const text = `${header}ke,Kenya,imports,Uganda,2.5,2023
ke,Kenya,exports,Uganda,12,2023
cg,"DRC",imports,Kenya,4,2022
ke,Kenya,imports,China,24,2023
gm,Germany,imports,Kenya,1,2023
ke,Kenya,imports,Kenya,1,2023
`;
    const { value, files } = await readFrom({ [file]: text }, read(["KE", "UG", "CD"]));
    expect(value).toEqual([
      { state: "KE", partner: "UG", share: 0.025, year: "2023" },
      { state: "CD", partner: "KE", share: 0.04, year: "2022" },
    ]);
    expect(files[0]?.leftOut).toEqual({
      exports: 1,
      "a partner outside the region": 1,
      "outside the region": 1,
      "a State with itself": 1,
    });
  });

  it("without a figure are refused", async () => {
    const text = `${header}ke,Kenya,imports,Uganda,,2023\n`;
    expect(await refusal({ [file]: text }, read(["KE", "UG"]))).toMatchObject({
      code: "RECIPE_VALUE_UNKNOWN",
      message: expect.stringContaining("row 2, share_percent"),
    });
  });

  onRawData("are 2,317; those of imports are used where both ends are States", async () => {
    const path = "world-factbook/trade_partners.csv";
    const rows = await plainRows(path);
    expect(rows).toHaveLength(2317);
    const { value, files } = await readFolder(read(everyState, path));
    expect(files[0]).toMatchObject({
      rowsIn: 2317,
      leftOut: { exports: rows.filter(({ direction }) => direction !== "imports").length },
    });
    // Each State's shares are parts of its imports, so they are no more than all of them.
    for (const state of new Set(value.map((each) => each.state))) {
      const own = value.filter((each) => each.state === state);
      expect(
        own.reduce((sum, { share }) => sum + share, 0),
        state,
      ).toBeLessThanOrEqual(1);
    }
    // Of Kenya, as the profile states it.
    const kenya = rows.filter((row) => row["factbook_code"] === "ke" && row["direction"] === "imports");
    expect(value.filter(({ state }) => state === "KE").map(({ share }) => share)).toEqual(
      kenya.map((row) => Number(row["share_percent"]) / 100),
    );
  });
});
