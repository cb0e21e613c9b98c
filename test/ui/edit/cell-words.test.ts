import { describe, expect, it } from "vitest";
import { assetAttributes } from "../../../analyzer/index.ts";
import { emptyWords, fieldTitle, writingHint } from "../../../ui/edit/cell-words.ts";

const attribute = (column: string) => assetAttributes.filter((each) => each.column === column);

describe("the words of a field", () => {
  it("name it as people read it, with its unit and how to write lists", () => {
    const titles = ["people_served", "repair_hours", "capacity", "name"].flatMap(attribute).map(fieldTitle);
    expect(titles).toEqual(["People served (persons)", "Repair hours", "Capacity", "Name"]);
    expect(["states", "name"].flatMap(attribute).map(writingHint)).toEqual(["DE, or FR:0.5|ES:0.5", undefined]);
  });

  it("say what an empty field means to the engine", () => {
    const words = ["repair_hours", "restart_hours"].flatMap(attribute).map(emptyWords);
    expect(words).toEqual(["unknown", "unknown, taken as 0"]);
  });
});
