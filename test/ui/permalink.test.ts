import { describe, expect, it } from "vitest";
import { emptyPermalink, type Permalink, readPermalink, writePermalink } from "../../ui/state/permalink.ts";

const full: Permalink = {
  dataset: "golden",
  run: "run-1",
  job: "job-1",
  scan: "scan-1",
  scanJob: "job-2",
  question: "rank-trials",
  answer: "run-2",
  answerJob: "job-3",
  panel: "analyse",
  hour: 52.5,
  selection: { kind: "asset", id: "a:b&c=d #1" },
  view: "network",
  camera: { x: 0.5, y: 0.25, ratio: 0.125 },
  hiddenSectors: ["energy", "water"],
  extent: "all",
};

describe("permalink", () => {
  it("reads back what it wrote", () => {
    expect(readPermalink(writePermalink(full))).toEqual({ link: full, problems: [] });
    expect(readPermalink(writePermalink(emptyPermalink))).toEqual({ link: emptyPermalink, problems: [] });
  });

  it("leaves defaults out and keeps four digits", () => {
    expect(writePermalink(emptyPermalink)).toBe("v=1");
    expect(writePermalink({ ...emptyPermalink, hour: 1 / 3 })).toBe("v=1&h=0.3333");
  });

  it.each([
    ["v=1&h=soon", "hour"],
    ["v=1&h=", "hour"],
    ["v=1&h=Infinity", "hour"],
    ["v=1&s=planet:X", "selection"],
    ["v=1&s=asset:", "selection"],
    ["v=1&w=globe", "view"],
    ["v=1&c=1,2", "camera"],
    ["v=1&c=1,2,0", "camera"],
    ["v=1&c=1,,3", "camera"],
    ["v=1&c=1,2,3,4", "camera"],
    ["v=1&x=some", "extent"],
    ["v=1&p=cellar", "panel"],
  ])("names what it cannot read in %s and takes the default", (text, name) => {
    const { link, problems } = readPermalink(text);
    expect(link).toEqual(emptyPermalink);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it("clamps what is out of range", () => {
    expect(readPermalink("v=1&h=-5").link.hour).toBe(0);
    expect(readPermalink("v=1&h=1e12").link.hour).toBe(876_000);
    expect(readPermalink("v=1&c=99,-99,99").link.camera).toEqual({ x: 10, y: -10, ratio: 10 });
  });

  it("refuses another version by name and opens as if there were no link", () => {
    const { link, problems } = readPermalink("v=2&d=golden");
    expect(link).toEqual(emptyPermalink);
    expect(problems[0]).toContain('"2"');
  });

  it("is silent where there is no link", () => {
    expect(readPermalink("")).toEqual({ link: emptyPermalink, problems: [] });
  });
});
