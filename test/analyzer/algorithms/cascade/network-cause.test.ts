import { describe, expect, it } from "vitest";
import type { Asset, Dataset, Shock } from "../../../../analyzer/index.ts";
import { assetRow, datasetOf } from "../../../support/rows.ts";
import { cityRow, plantRow } from "../../../support/small-dataset.ts";
import { lose } from "../../../support/small-scenario.ts";
import { lines } from "../islands/one-network.ts";
import { causesOf, chainOf } from "./causes-of.ts";

const grid = (assets: readonly Asset[], connections: string): Dataset =>
  datasetOf({ assets, connections: lines(connections) });

const stations = (...ids: string[]) => ids.map((id) => assetRow(id));

/** Who is named behind the network for each interval of an asset. */
function behind(dataset: Dataset, shocks: readonly Shock[], id: string): string[] {
  return causesOf(dataset, shocks, id).map((cause) => cause.replace(" by @electricity", ""));
}

describe("behind a network: a producer", () => {
  const pair = grid([plantRow("F", 50), plantRow("G", 50), ...stations("N"), cityRow("Z", 100)], "F-N G-N N-Z");

  it("is the one of the island that fell last, ties by id", () => {
    expect(behind(pair, [lose("F", 0, 200, 0.5), lose("G", 1, 200, 0.5)], "Z")).toEqual(["F", "G"]);
    expect(behind(pair, [lose("G", 0, 200, 0.5), lose("F", 1, 200, 0.5)], "Z")).toEqual(["G", "F"]);
    expect(behind(pair, [lose("G", 0, 4, 0.5), lose("F", 0, 4, 0.5)], "Z")).toEqual(["F"]);
  });

  it("also where it gives a part only, and where it fell through a dependency", () => {
    expect(behind(pair, [lose("G", 0, 4, 0.5)], "Z")).toEqual(["G"]);
    const control = { id: "c", provider: "K", dependent: "G" };
    const fed = datasetOf({ ...pair, assets: [...pair.assets, assetRow("K")], dependencies: [control] });
    expect(behind(fed, [lose("K", 0, 4)], "Z")).toEqual(["G"]);
    expect(chainOf(fed, [lose("K", 0, 4)], "Z")).toBe("K > G > Z");
  });

  it("is named before a consumer that was lost with it, however near", () => {
    const shocks = [lose("G", 0, 4), lose("Y", 0, 4)];
    const near = grid([...pair.assets, cityRow("Y", 10)], "F-N G-N N-Z Y-Z");
    expect(behind(near, shocks, "Z")).toEqual(["G"]);
    expect(behind(near, shocks, "N")).toEqual(["G"]);
  });

  it("is still named after a consumer was lost later, which takes demand away and cuts nothing", () => {
    const near = grid([...pair.assets, cityRow("Y", 20)], "F-N G-N N-Z Y-Z");
    // 75 or 50 for 120, then for 100.
    expect(behind(near, [lose("G", 0, 9, 0.5), lose("Y", 1, 4)], "Z")).toEqual(["G", "G", "G"]);
    expect(behind(near, [lose("G", 0, 9), lose("Y", 1, 4)], "Z")).toEqual(["G", "G", "G"]);
  });
});

describe("behind a network: the asset that cut the island", () => {
  const chain = grid([plantRow("G", 50), ...stations("L", "M", "N"), cityRow("Z", 50)], "G-L L-M M-N N-Z");

  it("is the nearest by hops of several", () => {
    expect(behind(chain, [lose("L", 0, 4)], "Z")).toEqual(["L"]);
    expect(behind(chain, [lose("L", 0, 4), lose("N", 0, 4)], "Z")).toEqual(["N"]);
    expect(behind(chain, [lose("L", 0, 4), lose("N", 0, 4)], "M")).toEqual(["L"]);
  });

  it("of two equally near is the first by id", () => {
    const fork = grid(
      [plantRow("F", 50), plantRow("G", 50), ...stations("L", "M"), cityRow("Z", 50)],
      "F-M M-Z Z-L L-G",
    );
    expect(behind(fork, [lose("M", 0, 4), lose("L", 0, 4)], "Z")).toEqual(["L"]);
  });

  it("is named where it came after the producer's fall, and the producer where that came after", () => {
    const two = grid(
      [plantRow("F", 50), plantRow("G", 100), ...stations("M", "N"), cityRow("Z", 100)],
      "F-N G-M M-N N-Z",
    );
    expect(behind(two, [lose("F", 0, 20, 0.5), lose("M", 1, 20)], "Z").at(0)).toBe("M");
    expect(behind(two, [lose("M", 0, 20), lose("F", 1, 20, 0.5)], "Z").slice(0, 2)).toEqual(["M", "F"]);
  });

  it("is a producer that was lost itself and took the way through it along", () => {
    const through = grid([plantRow("F", 50), plantRow("G", 50), cityRow("Z", 50)], "F-G G-Z");
    expect(behind(through, [lose("G", 0, 4)], "Z")).toEqual(["G"]);
  });

  it("is not a producer that was lost as well where both are cut off: the nearest, whenever it was", () => {
    const pair = grid([plantRow("F", 50), plantRow("G", 50), ...stations("N"), cityRow("Z", 100)], "F-N G-N N-Z");
    expect(behind(pair, [lose("F", 0, 200), lose("G", 1, 200)], "Z")).toEqual(["F", "F"]);
  });

  it("is an asset on the way along the directions, though neighbours hold the island together without it", () => {
    const oneWay = grid([plantRow("G", 50), ...stations("M", "N"), cityRow("Z", 50)], "G>M M>Z Z>N N>G");
    expect(behind(oneWay, [lose("M", 0, 4)], "Z")).toEqual(["M"]);
    expect(behind(oneWay, [lose("M", 0, 4), lose("G", 1, 1, 0.5)], "Z")).toEqual(["M"]);
    expect(behind(oneWay, [lose("G", 0, 4, 0.5), lose("M", 1, 1)], "Z")).toEqual(["G", "M", "G"]);
  });
});
