import { describe, expect, it } from "vitest";
import { readNationalEnergy } from "../../../../../datasets/recipes/open-region/sources/national-energy.ts";
import { onRawData } from "../raw-folder.ts";
import { everyState, plainRows, readFolder, readFrom, refusal } from "../small-region.ts";

const file = "energy.csv";
const header = "factbook_code,country,indicator,value_text\n";

describe("national energy of the World Factbook", () => {
  it("is the mean MW of a year and billion m3 of gas, by State", async () => {
    const text = `${header}ke,Kenya,Electricity consumption,8.76 billion kWh (2023 est.)
ke,Kenya,Natural gas production,"1,548.976 million cubic meters (2023 est.)"
ug,Uganda,Electricity consumption,876 million kWh (2023 est.)
ug,Uganda,Electricity imports,1 million kWh (2023 est.)
us,United States,Electricity consumption,8.76 trillion kWh (2023 est.)
gm,Germany,Electricity consumption,8.76 billion kWh (2023 est.)
`;
    const { value, files } = await readFrom({ [file]: text }, (raw) =>
      readNationalEnergy(raw, file, ["KE", "UG", "US"]),
    );
    // 8.76 TWh over 8,760 h are 1,000 MW.
    expect([...value.keys()]).toEqual(["KE", "UG", "US"]);
    expect(value.get("US")?.electricityMw).toBeCloseTo(1_000_000, 6);
    expect(value.get("KE")?.electricityMw).toBeCloseTo(1000, 9);
    expect(value.get("KE")?.gasBcm).toBeCloseTo(1.548976, 12);
    expect(value.get("UG")?.electricityMw).toBeCloseTo(100, 9);
    expect(value.get("UG")).not.toHaveProperty("gasBcm");
    expect(files[0]?.leftOut).toEqual({ "another indicator": 1, "outside the region": 1 });
  });

  it.each(["much", "5 (2023 est.)", "1.2.3 billion kWh", "8 gazillion kWh"])("%s is refused", async (words) => {
    const text = `${header}ke,Kenya,Electricity consumption,${words}\n`;
    expect(await refusal({ [file]: text }, (raw) => readNationalEnergy(raw, file, ["KE"]))).toMatchObject({
      code: "RECIPE_VALUE_UNKNOWN",
      message: expect.stringContaining("row 2, value_text"),
    });
  });

  onRawData("reads all 761 rows of the Factbook", async () => {
    const path = "world-factbook/energy_balance_text.csv";
    const rows = await plainRows(path);
    const { value, files } = await readFolder((raw) => readNationalEnergy(raw, path, everyState));
    expect([rows.length, files[0]?.rowsIn]).toEqual([761, 761]);
    // Gaza and the West Bank, and the European Union, are no State of the list.
    const own = rows.filter((row) => !["gz", "we", "ee"].includes(row["factbook_code"] ?? ""));
    const used = own.filter(({ indicator = "" }) =>
      /^(?:Electricity consumption|Natural gas production)$/u.test(indicator),
    );
    expect(files[0]).toMatchObject({
      rowsUsed: used.length,
      leftOut: { "another indicator": own.length - used.length },
    });
    const austria = rows.find(
      ({ country, indicator }) => country === "Austria" && indicator === "Electricity consumption",
    );
    const billions = Number.parseFloat(austria?.["value_text"] ?? "");
    expect(value.get("AT")?.electricityMw).toBeCloseTo((billions * 1e6) / 8760, 6);
  });
});
