import { describe, expect, it } from "vitest";
import { tableAttributes, tables } from "../../../analyzer/index.ts";
import { defaultNumber } from "../../../analyzer/model/attributes.ts";

const columnsOf = (table: (typeof tables)[number]) => tableAttributes[table].map(({ column }) => column).join(",");

describe("the attribute table", () => {
  it("has the columns of the files in their order: the public interface", () => {
    expect(columnsOf("assets")).toBe(
      "id,name,sector,subsector,kind,states,operator_states,lon,lat,place_class,capacity,unit,people_served," +
        "restart_hours,repair_hours,repair_low_hours,repair_high_hours,black_start,operator,mtpd_hours,rto_hours," +
        "produces,consumes,source,licence,confidence,assumed,marking",
    );
    expect(columnsOf("dependencies")).toBe(
      "id,provider,dependent,kind,commodity,group,need,rule,loss,buffer_hours,share,lag_hours,likelihood," +
        "method,rule_id,distance_km,confidence,source,licence,assumed,marking",
    );
    expect(columnsOf("connections")).toBe(
      "id,a,b,commodity,directed,capacity,unit,length_km,method,rule_id,confidence,source,licence,assumed,marking",
    );
  });

  it.each(tables)("%s: names each property once, as its column in camel case, and what it means", (table) => {
    for (const { name, column, meaning } of tableAttributes[table]) {
      expect(column.replace(/_./g, (part) => part.slice(1).toUpperCase())).toBe(name);
      expect(meaning, name).toMatch(/\w{3}/);
    }
    expect(new Set(tableAttributes[table].map(({ name }) => name)).size).toBe(tableAttributes[table].length);
  });

  it.each(tables)("%s: has defaults and choices that its own rules allow", (table) => {
    for (const { name, type, default: fallback, min, max, above, choices } of tableAttributes[table]) {
      expect(choices === undefined, name).toBe(type !== "choice");
      if (typeof fallback === "string") expect(choices, name).toContain(fallback);
      if (typeof fallback !== "number") continue;
      expect(fallback, name).toBeGreaterThanOrEqual(min ?? Number.NEGATIVE_INFINITY);
      expect(fallback, name).toBeLessThanOrEqual(max ?? Number.POSITIVE_INFINITY);
      expect(above === true && fallback === min, name).toBe(false);
    }
  });
});

describe("defaultNumber", () => {
  it("is what the model takes where nothing is stated, and throws where it takes nothing", () => {
    expect(
      ["need", "loss", "share", "bufferHours", "lagHours"].map((name) => defaultNumber("dependencies", name)),
    ).toEqual([1, 1, 1, 0, 0]);
    expect(defaultNumber("assets", "restartHours")).toBe(0);
    expect(() => defaultNumber("assets", "peopleServed")).toThrow("assets.peopleServed");
    expect(() => defaultNumber("assets", "blackStart")).toThrow();
  });
});
