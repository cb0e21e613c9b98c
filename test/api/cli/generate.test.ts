import { readFile, stat } from "node:fs/promises";
import { expect, it } from "vitest";
import { localCaps } from "../../../datasets/formats/index.ts";
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

it("at its largest, with every service provided twice, is within what is read of this machine's files", async () => {
  const [sample, most] = [20_000, 1_000_000];
  const words = ["generate", "--assets", String(sample), "--redundancy", "1"];
  const { statistics } = (await callJson([...words, "--out", scratch("wide")])) as {
    statistics: { dependencies: number; connections: number };
  };
  const rows = (Math.max(statistics.dependencies, statistics.connections) / sample) * most;
  // More than comes over HTTP, which is why files of this machine have caps of their own.
  expect(rows).toBeGreaterThan(2_000_000);
  expect(rows).toBeLessThan(localCaps().rows);
  const { size } = await stat(scratch("wide/dependencies.csv"));
  // Ids of the largest have two digits more, at both ends, in the id of the row and in that of its group.
  const bytes = size / sample + (6 * statistics.dependencies) / sample;
  expect(bytes * most).toBeLessThan(localCaps().fileBytes);
}, 60_000);

it("is refused where the user allows fewer rows, with the way to allow more", async () => {
  await call(["generate", "--assets", "1500", "--out", scratch("some")]);
  const refused = await call(["check", scratch("some")], { environment: { KNOCKON_MOST_ROWS: "1000" } });
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain("KNOCKON_MOST_ROWS");
  expect((await call(["check", scratch("some")], { environment: { KNOCKON_MOST_ROWS: "9000" } })).code).toBe(0);
});
