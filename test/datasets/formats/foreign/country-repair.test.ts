import { describe, expect, it } from "vitest";
import { repairCountry, repairCountryByPlace } from "../../../../datasets/formats/foreign/country-repair.ts";
import { CountedIssues } from "../../../../datasets/formats/foreign/counted-issues.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";

function repaired(repair: typeof repairCountry, code: string, lon: number | null = null, lat: number | null = null) {
  const issues = new IssueList(10);
  const counted = new CountedIssues(issues);
  const state = repair(counted, { file: "f.csv", row: 3, column: "country", code, lon, lat });
  counted.tell();
  return { state, told: issues.issues.map(({ text, row, column }) => [text, row, column]) };
}

const said = (text: string) => [[`${text}: 1, the first here.`, 3, "country"]];

describe("repairCountry", () => {
  it.each([
    ["UK", null, "GB", said("UK is taken for GB")],
    ["EL", null, "GR", said("EL is taken for GR")],
    ["PL ", null, "PL", said("PL  is taken for PL")],
    ["de", null, "DE", said("de is taken for DE")],
    ["PA", 35.2, "PS", said("PA is taken for PS")],
    ["PA", -79.5, "PA", []],
    ["FR", null, "FR", []],
    ["", null, null, []],
    ["XX", null, null, said("XX is no code of a State, and the place says which it is")],
    ["__proto__", null, null, said("__proto__ is no code of a State, and the place says which it is")],
  ] as const)("takes %j at %j for %j, and says so", (code, lon, state, told) => {
    expect(repaired(repairCountry, code, lon)).toEqual({ state, told });
  });
});

describe("repairCountryByPlace", () => {
  it("believes a place well within another State", () => {
    const { state, told } = repaired(repairCountryByPlace, "SI", 19.1, 48.7);
    expect([state, told]).toEqual(["SK", said("SI is taken for SK, where the place lies")]);
  });

  it("believes the code near a border, at sea, and where there is no place on Earth", () => {
    expect(repaired(repairCountryByPlace, "DE", 7.57, 47.57)).toEqual({ state: "DE", told: [] });
    expect(repaired(repairCountryByPlace, "NO", 2, 60)).toEqual({ state: "NO", told: [] });
    expect(repaired(repairCountryByPlace, "NO", 200, 95)).toEqual({ state: "NO", told: [] });
  });

  it("finds the State of a place where the code is none", () => {
    expect(repaired(repairCountryByPlace, "", 10.1, 53.5)).toEqual({ state: "DE", told: [] });
  });

  it.each([
    ["RS", "XK", 21.0, 42.6],
    ["RU", "UA", 34.1, 45.3],
    ["EH", "MA", -6.8, 34.0],
  ])("keeps %s as the source says where %s claims the area too, and says so", (stated, found, lon, lat) => {
    const { state, told } = repaired(repairCountryByPlace, stated, lon, lat);
    const text = `${stated} is kept as the source says, though outlines have the place in ${found}: the two dispute an area`;
    expect([state, told]).toEqual([stated, said(text)]);
  });
});
