import { type Table, tableAttributes, tables } from "../../../analyzer/index.ts";
import type { Mapping } from "../mapping.ts";

/** A mapping with one value for whole columns, and the settings that name no column of ours. */
export interface SettingsOutcome {
  readonly mapping: Mapping;
  readonly unknown: readonly string[];
}

/** Adds settings to a mapping: `sector=energy` for every table that has the column, `connections.commodity=gas` for one. */
export function withSettings(mapping: Mapping, settings: readonly string[]): SettingsOutcome {
  const changed: { -readonly [table in Table]?: NonNullable<Mapping[table]> } = { ...mapping };
  const unknown: string[] = [];
  for (const setting of settings) {
    const [name = "", ...rest] = setting.split("=");
    const value = rest.join("=");
    const [first = "", column] = name.split(".");
    const chosen = tables.filter((table) => {
      const has = tableAttributes[table].some((attribute) => attribute.column === (column ?? first));
      return has && (column === undefined || table === first);
    });
    if (chosen.length === 0 || value === "") unknown.push(setting);
    for (const table of chosen) {
      const before = changed[table];
      changed[table] = { ...before, constants: { ...before?.constants, [column ?? first]: value } };
    }
  }
  return { mapping: changed, unknown };
}
