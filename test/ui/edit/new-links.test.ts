import { describe, expect, it } from "vitest";
import { networksFor, newConnection, newDependency } from "../../../ui/edit/new-links.ts";

describe("the form of a new link", () => {
  it("asks what a dependency is, offers the groups there are, and writes it with its ends", () => {
    const link = newDependency("B", "Bank", { groups: ["power"], networks: [] });
    expect(link.fields.map(({ column }) => column)).toEqual([
      "commodity",
      "kind",
      "group",
      "need",
      "buffer_hours",
      "source",
    ]);
    expect(link.offered).toEqual({ group: ["power"] });
    expect(link.overlay("A", {}).add?.dependencies).toEqual([{ provider: "A", dependent: "B", method: "authored" }]);
    expect(link.said("Plant")).toBe("Bank depends on Plant now.");
  });

  it("offers the networks an asset is connected to, that it does not feed and has no row for", () => {
    const connections = ["electricity", "gas", "heat", "electricity"].map((commodity, at) => {
      return { id: `c${at}`, a: "A", b: "B", commodity };
    });
    const providers = [{ id: "@heat>A", provider: "@heat", dependent: "A" }];
    const produces = [{ commodity: "gas", amount: 4 }];
    expect(networksFor({ produces }, connections, providers)).toEqual(["electricity"]);
    expect(networksFor({}, [], [])).toEqual([]);
  });

  it("asks what flows through a connection, and starts it at the asset", () => {
    const link = newConnection("A", "Plant");
    expect(link.fields.filter(({ required }) => required).map(({ column }) => column)).toEqual(["commodity"]);
    expect(link.overlay("B", { commodity: "gas" }).add?.connections).toEqual([
      { a: "A", b: "B", commodity: "gas", method: "authored" },
    ]);
  });
});
