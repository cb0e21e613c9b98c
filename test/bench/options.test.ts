import { expect, it } from "vitest";
import { commandOf, readOptions } from "./options.ts";

it("measures ours beside what is always here unless told otherwise", () => {
  const plain = { peers: false, limit: false, only: null, size: "10k", record: null, cold: null };
  expect(readOptions([])).toMatchObject(plain);
  expect(commandOf(readOptions([]))).toBe("npm run bench");
});

it("says the command that gives the same again", () => {
  const words = ["--peers", "--limit", "--only", "scan", "--size", "100k", "--rounds", "5", "--record", "2026-01-31"];
  const options = readOptions(words);
  expect(options).toMatchObject({
    peers: true,
    limit: true,
    only: "scan",
    size: "100k",
    rounds: 5,
    record: "2026-01-31",
  });
  expect(commandOf(options)).toBe(`npm run bench -- ${words.join(" ")}`);
});

it("refuses what it does not know", () => {
  expect(() => readOptions(["--size", "10"])).toThrow("--size 10: one of 10k, 100k, 1M");
  expect(() => readOptions(["--rounds", "0"])).toThrow("--rounds 0");
  expect(() => readOptions(["--record", "today"])).toThrow("--record today");
  expect(() => readOptions(["--quick"])).toThrow("quick");
});
