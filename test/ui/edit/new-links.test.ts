import { describe, expect, it } from "vitest";
import { newConnection, newDependency } from "../../../ui/edit/new-links.ts";

describe("the form of a new link", () => {
  it("asks what a dependency is, offers the groups there are, and writes it with its ends", () => {
    const link = newDependency("B", "Bank", ["power"]);
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

  it("asks what flows through a connection, and starts it at the asset", () => {
    const link = newConnection("A", "Plant");
    expect(link.fields.filter(({ required }) => required).map(({ column }) => column)).toEqual(["commodity"]);
    expect(link.overlay("B", { commodity: "gas" }).add?.connections).toEqual([
      { a: "A", b: "B", commodity: "gas", method: "authored" },
    ]);
  });
});
