import { type Attribute, connectionAttributes, dependencyAttributes } from "../../analyzer/index.ts";
import type { DependencyRow, Neighbours, OverlayFile } from "../data/api-types.ts";
import { changeOverlay } from "./edit-overlay.ts";
import { type Cells, cellsOf, changedCells } from "./row-cells.ts";

/** What the form of a link that is there asks, and what it writes. */
export interface LinkChange {
  /** "dependency on Arlenia substation" */
  readonly what: string;
  readonly intro: string;
  readonly fields: readonly Attribute[];
  readonly assumed: readonly string[];
  readonly cells: Cells;
  readonly overlay: (typed: Cells) => OverlayFile | null;
}

const pick = (attributes: readonly Attribute[], names: readonly string[]) =>
  names.flatMap((name) => attributes.filter((attribute) => attribute.name === name));

/** These belong to the group: its rows must not disagree. */
const groupNames = ["need", "rule", "loss", "bufferHours"];
const ownNames = ["commodity", "kind", "share", "lagHours", "likelihood", "confidence", "source"];
const connectionNames = ["commodity", "directed", "capacity", "unit", "lengthKm", "confidence", "source"];
const dependencyFields = pick(dependencyAttributes, [...groupNames, ...ownNames]);
const groupColumns = pick(dependencyAttributes, groupNames).map(({ column }) => column);

/** A dependency in its group; `rows` are all of the group, of which any may state what is the group's. */
export function dependencyChange(row: DependencyRow, rows: readonly DependencyRow[], provider: string): LinkChange {
  const stated = rows.map((each) => cellsOf(pick(dependencyAttributes, groupNames), each));
  const ofGroup = groupColumns.map((column) => [column, stated.map((cells) => cells[column]).find(Boolean) ?? ""]);
  const cells: Cells = { ...cellsOf(dependencyFields, row), ...Object.fromEntries(ofGroup) };
  const shared = "Need, rule, loss and buffer are the group's: a change goes to all of its providers.";
  return {
    what: `dependency on ${provider}`,
    intro: rows.length > 1 ? `${shared} Empty means unknown.` : "Empty means unknown.",
    fields: dependencyFields,
    assumed: row.assumed ?? [],
    cells,
    overlay: (typed) => {
      const changed = Object.entries(changedCells(cells, typed));
      if (changed.length === 0) return null;
      const group = Object.fromEntries(changed.filter(([column]) => groupColumns.includes(column)));
      const own = Object.fromEntries(changed);
      const others = rows.filter(({ id }) => id !== row.id && Object.keys(group).length > 0);
      const change = [{ id: row.id, ...own }, ...others.map(({ id }) => ({ id, ...group }))];
      return { id: "edit", title: `Change ${row.id}: ${Object.keys(own).join(", ")}`, change };
    },
  };
}

/** A connection. */
export function connectionChange(row: Neighbours["connections"][number], other: string): LinkChange {
  const fields = pick(connectionAttributes, connectionNames);
  const cells = cellsOf(fields, row);
  return {
    what: `connection with ${other}`,
    intro: "Empty means unknown.",
    fields,
    assumed: row.assumed ?? [],
    cells,
    overlay: (typed) => changeOverlay(row.id, cells, typed),
  };
}
