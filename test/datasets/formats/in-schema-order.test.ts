import { describe, expect, it } from "vitest";
import { inSchemaOrder } from "../../../datasets/formats/in-schema-order.ts";

const schema = {
  properties: {
    id: {},
    list: { items: { properties: { b: {}, a: {} } } },
    named: { patternProperties: { "^.*$": { properties: { y: {}, x: {} } } } },
  },
};

describe("fields in the order of a schema", () => {
  it("gives equal values the same text", () => {
    const one = { named: { n: { x: 1, y: 2 }, m: null }, z: 1, c: { q: 1, p: 2 }, list: [{ a: 1, b: 2 }, 5], id: "i" };
    const other = {
      list: [{ b: 2, a: 1 }, 5],
      c: { p: 2, q: 1 },
      id: "i",
      z: 1,
      named: { m: null, n: { y: 2, x: 1 } },
    };
    const text = JSON.stringify(inSchemaOrder(schema, one));
    expect(text).toBe(
      '{"id":"i","list":[{"b":2,"a":1},5],"named":{"m":null,"n":{"y":2,"x":1}},"c":{"p":2,"q":1},"z":1}',
    );
    expect(JSON.stringify(inSchemaOrder(schema, other))).toBe(text);
  });

  it("takes any value as it is", () => {
    for (const value of [null, 1, "text", [], {}, [{ z: 1 }]]) expect(inSchemaOrder({}, value)).toEqual(value);
    expect(inSchemaOrder(schema, JSON.parse('{"__proto__":{"x":1}}'))).toEqual(JSON.parse('{"__proto__":{"x":1}}'));
  });
});
