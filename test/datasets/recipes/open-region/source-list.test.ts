import { describe, expect, it } from "vitest";
import { sources } from "../../../../datasets/recipes/open-region/source-list.ts";

describe("the list of sources", () => {
  it("has each id once, with title, licence, credit and the day of its state", () => {
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    for (const { id, title, licence, credit, retrieved } of sources) {
      for (const text of [title, licence, credit]) expect(text, id).toMatch(/\S/u);
      expect(retrieved, id).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    }
  });

  it("calls the collections share-alike that come from OpenStreetMap", () => {
    const shareAlike = sources.filter(({ licence }) => licence.startsWith("ODbL"));
    expect(shareAlike.map(({ id }) => id).toSorted()).toEqual(["healthsites", "trainline"]);
    for (const { title, credit } of shareAlike) expect(`${title} ${credit}`).toContain("OpenStreetMap");
  });
});
