import { describe, expect, it } from "vitest";
import { parseHstore } from "../../../../datasets/formats/foreign/hstore.ts";

describe("hstore", () => {
  it("reads pairs, escaped quotes and NULL", () => {
    expect(parseHstore(String.raw`"a"=>"1", "b\"c"=>"d\\e", "f"=>NULL,"g" => ""`)).toEqual(
      new Map([
        ["a", "1"],
        ['b"c', String.raw`d\e`],
        ["g", ""],
      ]),
    );
    expect(parseHstore(" ")).toEqual(new Map());
  });

  it.each(['"a"', '"a"=>', 'a=>"b"', '"a"=>"b" "c"=>"d"', '"a"=>"b', '"a"=>"b", ', '"a"=>"b";'])(
    "refuses %s",
    (text) => {
      expect(parseHstore(text)).toBeNull();
    },
  );
});
