import { describe, expect, it } from "vitest";
import { addAirports } from "../../../../../datasets/recipes/open-region/sources/airports.ts";
import type { RawFiles } from "../../../../../datasets/recipes/raw-files.ts";
import { onRawData } from "../raw-folder.ts";
import { draftOf, everyState, plainRows, readFolder, readFrom, refusal } from "../small-region.ts";

const nodes = `~id,~label,code:string,desc:string,country:string,lat:double,lon:double
0,version,1.0,,,,
1,airport,VIE,Vienna,AT,48.11,16.56
2,airport,LHR,London,UK,51.47,-0.45
10,airport,INN,Innsbruck,AT,47.26,11.34
11,airport,JFK,New York,US,40.6,-73.8
`;
const edges = `~id,~from,~to,~label
100,10,2,route
101,2,10,route
102,1,2,route
103,1,11,route
104,5,1,contains
`;
const files = { "a/air-routes-latest-nodes.csv": nodes, "a/air-routes-latest-edges.csv": edges };

describe("air routes", () => {
  const draftFor = () => draftOf([], { states: ["AT", "GB"] });
  const add =
    (leastRouteEnds: number, draft = draftFor()) =>
    (raw: RawFiles) =>
      addAirports(draft, raw, { folder: "a", leastRouteEnds });

  it("give airports with enough route ends, and each pair of them once, the lower number first", async () => {
    const draft = draftFor();
    const { value, files: told } = await readFrom(files, add(2, draft));
    // Two ends in Vienna, three in London, two in Innsbruck.
    expect([...draft.assets.values()].map(({ id, capacity, states }) => [id, capacity, states[0]?.state])).toEqual([
      ["air:1", 2, "AT"],
      ["air:2", 3, "GB"],
      ["air:10", 2, "AT"],
    ]);
    expect(value).toEqual([
      ["air:2", "air:10"],
      ["air:1", "air:2"],
    ]);
    expect(told.map(({ rowsIn, rowsUsed, leftOut }) => [rowsIn, rowsUsed, leftOut])).toEqual([
      [5, 3, { "no route": 1, "an end that is not in the dataset": 1 }],
      [5, 3, { "no airport": 1, "outside the region": 1 }],
    ]);
  });

  it("leave out airports with fewer route ends, and their routes", async () => {
    const { value, files: told } = await readFrom(files, add(3));
    expect(value).toEqual([]);
    expect(told[0]?.leftOut).toEqual({ "no route": 1, "an end that is not in the dataset": 4 });
    expect(told[1]?.leftOut).toMatchObject({ "fewer than 3 route ends": 2 });
  });

  it("write KS for Kosovo", async () => {
    const draft = draftOf([], { states: ["XK"] });
    const kosovo = nodes.replace("INN,Innsbruck,AT", "PRN,Pristina,KS");
    await readFrom({ ...files, "a/air-routes-latest-nodes.csv": kosovo }, add(1, draft));
    expect([...draft.assets.values()]).toMatchObject([{ id: "air:10", states: [{ state: "XK" }] }]);
  });

  it("are refused without a place, or without a column", async () => {
    const placeless = { ...files, "a/air-routes-latest-nodes.csv": nodes.replace("48.11,16.56", ",") };
    expect(await refusal(placeless, add(1))).toMatchObject({
      code: "RECIPE_VALUE_UNKNOWN",
      message: expect.stringContaining("row 3, lon:double"),
    });
    const other = { ...files, "a/air-routes-latest-edges.csv": edges.replace("~label", "label") };
    expect(await refusal(other, add(1))).toMatchObject({ code: "RECIPE_FILE_MALFORMED" });
  });

  onRawData("are 50,637 between 3,504 airports", async () => {
    const [nodeRows = [], edgeRows = []] = await Promise.all(
      ["nodes", "edges"].map((name) => plainRows(`air-routes/air-routes-latest-${name}.csv`)),
    );
    const airports = nodeRows.filter((row) => row["~label"] === "airport");
    const routes = edgeRows.filter((row) => row["~label"] === "route");
    expect([airports.length, routes.length]).toEqual([3504, 50_637]);
    const draft = draftOf([], { states: [...everyState] });
    const { value, files: told } = await readFolder((raw) =>
      addAirports(draft, raw, { folder: "air-routes", leastRouteEnds: 0 }),
    );
    expect(draft.assets.size).toBe(3504);
    expect(told[0]).toMatchObject({ rowsUsed: 50_637, leftOut: { "no route": edgeRows.length - 50_637 } });
    const pairs = new Set(routes.map((row) => [row["~from"] ?? "", row["~to"] ?? ""].sort().join(" ")));
    expect(value).toHaveLength(pairs.size);
    const ends = [...draft.assets.values()].reduce((sum, { capacity = 0 }) => sum + capacity, 0);
    expect(ends).toBe(2 * 50_637);
  });
});
