import { describe, expect, it } from "vitest";
import { assetAttributes } from "../../../analyzer/index.ts";
import { assetFieldGroups, fieldTitle, writingHint } from "../../../ui/edit/asset-fields.ts";

const columns = (isNew: boolean) => assetFieldGroups(isNew).flatMap(({ fields }) => fields.map(({ column }) => column));
const attribute = (column: string) => assetAttributes.filter((each) => each.column === column);

describe("the fields of an asset's form", () => {
  it("ask each attribute once, the id of a new asset only, and all that is required", () => {
    expect(new Set(columns(true)).size).toBe(columns(true).length);
    expect(columns(true).filter((column) => !columns(false).includes(column))).toEqual(["id"]);
    const required = assetAttributes.filter((each) => each.required).map(({ column }) => column);
    expect(columns(true)).toEqual(expect.arrayContaining(required));
  });

  it("are named as people read them, with units and how to write lists", () => {
    const titles = ["people_served", "repair_hours", "capacity", "name"].flatMap(attribute).map(fieldTitle);
    expect(titles).toEqual(["People served (persons)", "Repair hours", "Capacity", "Name"]);
    expect(["states", "name"].flatMap(attribute).map(writingHint)).toEqual(["DE, or FR:0.5|ES:0.5", undefined]);
  });
});
