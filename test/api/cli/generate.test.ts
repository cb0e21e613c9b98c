import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { call, callJson, scratchFolder } from "./call.ts";

const scratch = scratchFolder();

it("writes a folder that can be used, twice the same, and says what is in it", async () => {
  const words = ["generate", "--assets", "300", "--states", "4", "--seed", "3"];
  const report = await callJson([...words, "--out", scratch("one")]);
  expect(report).toMatchObject({
    kind: "generate",
    dataset: { id: "synthetic-300-4-3" },
    statistics: { assets: 300, states: 4 },
  });
  const told = await call([...words, "--out", scratch("two")]);
  expect(told.stdout).toContain("300 assets in 4 States");
  for (const file of ["dataset.json", "assets.csv", "dependencies.csv", "connections.csv"])
    expect(await readFile(scratch(`one/${file}`), "utf8")).toBe(await readFile(scratch(`two/${file}`), "utf8"));
  expect((await call(["check", scratch("one")])).stdout).toContain("0 errors, 0 warnings");
  const { rows } = (await callJson(["rank", scratch("one"), "--limit", "1"])) as {
    rows: { assetsDisrupted: number }[];
  };
  expect(rows[0]?.assetsDisrupted).toBeGreaterThan(1);
});

it.each([
  [["--assets", "99"], "--assets"],
  [["--assets", "1000001"], "--assets"],
  [["--states", "26"], "--states"],
  [["--redundancy", "1.2"], "--redundancy"],
  [["--seed", "1.5"], "--seed"],
])("is refused with %j", async (words, told) => {
  const { code, stderr } = await call(["generate", ...words, "--out", scratch("never")]);
  expect(code).toBe(2);
  expect(stderr).toContain(told);
});
