import { describe, expect, it } from "vitest";
import { type XmlEvent, xmlEvents } from "../../../../datasets/formats/foreign/xml-events.ts";
import { walkXml } from "../../../../datasets/formats/foreign/xml-tree-walk.ts";

const caps = { fileBytes: 100_000, jsonDepth: 8 };

async function* chunksOf(text: string, length: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function eventsOf(text: string, length = 1000): Promise<XmlEvent[]> {
  const all: XmlEvent[] = [];
  for await (const events of xmlEvents(chunksOf(text, length), "f.xml", caps)) all.push(...events);
  return all;
}

describe("the events of a document", () => {
  const text = "<?xml version='1.0'?>\n<!-- c --><g:a x='1 &amp; 2'>\n<g:b/>t&#65;<![CDATA[<u>]]></g:a>";
  it.each([1, 5, 1000])("are its elements and texts, in chunks of %i bytes", async (length) => {
    const events = await eventsOf(text, length);
    const shown = events.filter((event) => event.kind !== "text").map((event) => [event.kind, event.name]);
    expect(shown).toEqual([
      ["open", "a"],
      ["open", "b"],
      ["close", "b"],
      ["close", "a"],
    ]);
    expect(events[0]).toMatchObject({ attributes: { x: "1 & 2" }, row: 2 });
    expect(events.map((event) => (event.kind === "text" ? event.text : "")).join("")).toBe("\ntA<u>");
  });

  it.each([
    ["a document type", "<!DOCTYPE a><a/>", "XML_DOCTYPE"],
    ["an entity of its own", "<a>&x;</a>", "XML_MALFORMED"],
    ["an entity called as a method", "<a>&toString;</a>", "XML_MALFORMED"],
    ["an element that never ends", "<a><b></b>", "XML_MALFORMED"],
    ["two roots", "<a/><b/>", "XML_MALFORMED"],
    ["depth", "<a>".repeat(9), "XML_TOO_DEEP"],
    ["size", `<a>${" ".repeat(100_001)}</a>`, "FILE_TOO_LARGE"],
    ["NUL", "<a>\0</a>", "FILE_BINARY"],
  ])("are refused for %s", async (_what, bad, code) => {
    await expect(eventsOf(bad)).rejects.toMatchObject({ issue: { code, file: "f.xml" } });
  });
});

it("are walked with what is around, and without what is left out", async () => {
  const closed: string[] = [];
  await walkXml(xmlEvents(chunksOf("<a>1<b>2<c>3</c></b><d>4</d>5</a>", 4), "f.xml", caps), {
    open: ({ name }) => name !== "b",
    close: ({ name, text }, around) => {
      closed.push(`${around.map((element) => element.name).join("/")}>${name}=${text}`);
      return name === "d" ? Promise.resolve() : null;
    },
  });
  expect(closed).toEqual(["a>d=4", ">a=15"]);
});
