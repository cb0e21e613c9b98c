import { describe, expect, it } from "vitest";
import { assetAttributes } from "../../../analyzer/index.ts";
import { assetFieldGroups } from "../../../ui/edit/asset-fields.ts";

const columns = (isNew: boolean) => assetFieldGroups(isNew).flatMap(({ fields }) => fields.map(({ column }) => column));

describe("the fields of an asset's form", () => {
  it("ask each attribute once, the id of a new asset only, and all that is required", () => {
    expect(new Set(columns(true)).size).toBe(columns(true).length);
    expect(columns(true).filter((column) => !columns(false).includes(column))).toEqual(["id"]);
    const required = assetAttributes.filter((each) => each.required).map(({ column }) => column);
    expect(columns(true)).toEqual(expect.arrayContaining(required));
  });
});
