import { describe, expect, it } from "vitest";
import { searchText, searchWords } from "../../../api/store/search-text.ts";

describe("searchText", () => {
  const asset = { id: "ŁÓDŹ-1", name: "Straße Ümlaut İ", sector: "energy", kind: "x", states: [], source: "s" };

  it("holds every word of its own id and name, in any case", () => {
    for (const text of ["łódź-1", "STRASSE".toLowerCase().replace("ss", "ß"), "umlaut", "ÜMLAUT", "İ"])
      for (const word of searchWords(text)) expect(searchText(asset)).toContain(word);
  });

  it("finds no word across the end of the id", () => {
    expect(searchText({ ...asset, id: "ab", name: "cd" })).not.toContain("abcd");
  });

  it("takes white space of any kind between words", () => {
    expect(searchWords(" a\tB\u00a0ç \n")).toEqual(["a", "b", "c"]);
    expect(searchWords(undefined)).toEqual([]);
  });
});
