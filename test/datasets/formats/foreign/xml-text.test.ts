import { describe, expect, it } from "vitest";
import { isXmlText, xmlText } from "../../../../datasets/formats/foreign/xml-text.ts";

describe("xmlText", () => {
  it.each([
    ['a & b < c > d "e"', "a &amp; b &lt; c &gt; d &quot;e&quot;"],
    ["a\tb\nc\rd", "a&#9;b&#10;c&#13;d"],
    ["\u0000\u0007\ufffe\ud800", "\ufffd\ufffd\ufffd\ufffd"],
    ["Köln 😀 \u0085", "Köln 😀 \u0085"],
    ["]]>", "]]&gt;"],
  ])("of %j is %j", (text, written) => {
    expect(xmlText(text)).toBe(written);
  });
});

describe("isXmlText", () => {
  it.each([
    ["plain\n", true],
    ["😀", true],
    ["\u0007", false],
    ["\uffff", false],
    ["\udc00", false],
  ])("of %j is %s", (text, holds) => {
    expect(isXmlText(text)).toBe(holds);
  });
});
