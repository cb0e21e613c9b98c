import { expect, it } from "vitest";
import { networkCommodity } from "../../../analyzer/model/dependency.ts";

it("networkCommodity tells a network from an asset", () => {
  expect(["@electricity", "@", "P1", "a@b"].map(networkCommodity)).toEqual(["electricity", "", null, null]);
});
