import { expect, it } from "vitest";
import { readDataset } from "../../../datasets/formats/index.ts";
import { description } from "../../support/rows.ts";
import { filesOf } from "../../support/rows-as-files.ts";

const assets = (...states: readonly string[]): string =>
  [
    "id,name,sector,kind,states,operator_states,source",
    ...states.map((row, at) => `A${at},A,energy,substation,${row},s`),
    "",
  ].join("\n");
const read = (text: string, own: object = {}) =>
  readDataset(
    filesOf({
      "dataset.json": JSON.stringify({ ...description, ...own }),
      "assets.csv": text,
      "dependencies.csv": "id,provider,dependent\n",
    }),
  );

it("reads UK as GB and EL as GR, and says so once for each with the number of rows", async () => {
  const { dataset, issues } = await read(assets("FR,", "UK,UK|FR", "FR:0.5|EL:0.5,", "UK,"));
  expect(dataset?.assets.map(({ states }) => states.map(({ state }) => state))).toEqual([
    ["FR"],
    ["GB"],
    ["FR", "GR"],
    ["GB"],
  ]);
  expect(dataset?.assets[1]?.operatorStates).toEqual(["GB", "FR"]);
  const told = issues.filter(({ code }) => code === "STATE_REPAIRED");
  expect(told).toMatchObject([
    { severity: "warning", file: "assets.csv", row: 3, value: "UK", text: expect.stringContaining("in 2 rows") },
    { severity: "warning", row: 4, value: "EL", text: expect.stringContaining("in 1 row;") },
  ]);
});

it("still checks the repaired cell", async () => {
  const { dataset, issues } = await read(assets("UK:0.5|FR:0.7,"));
  expect(dataset).toBeNull();
  expect(issues.map(({ code }) => code)).toContain("STATE_SHARES_SUM");
});

it("leaves a code that the dataset names itself", async () => {
  const { dataset, issues } = await read(assets("UK,"), { states: [{ code: "UK", name: "Ukland" }] });
  expect(dataset?.assets[0]?.states[0]?.state).toBe("UK");
  expect(issues.filter(({ code }) => code === "STATE_REPAIRED")).toEqual([]);
});
