import {
  type Dataset,
  type StatedColumn,
  type StatedTable,
  type Table,
  tableAttributes,
} from "../../analyzer/index.ts";

/** What the rows of a table state, as a reader may tell it that never made them. Numbers that are none are not told. */
export function statedTable(dataset: Dataset, table: Table): StatedTable {
  const rows = dataset[table] as readonly unknown[] as readonly Readonly<Record<string, unknown>>[];
  const columns = tableAttributes[table].map(({ name, type }): [string, StatedColumn] => {
    const values = rows.map((row) => row[name]);
    const unstated = values.filter((value) => value === undefined).length;
    return [
      name,
      type === "number"
        ? { numbers: Float64Array.from(values, (value) => (typeof value === "number" ? value : Number.NaN)) }
        : {
            values: new Set(values.filter((value) => value !== undefined)),
            unstated,
            firstUnstated: values.indexOf(undefined),
          },
    ];
  });
  const ids = rows.map(({ id }) => String(id));
  return {
    rowCount: rows.length,
    columns: new Map(columns),
    idsAreDifferent: new Set(ids).size === ids.length,
    idLengths: new Set(ids.map(({ length }) => length)),
    idAt: (row) => ids[row]!,
    joinsItself: rows.some((row) =>
      table === "dependencies"
        ? row["provider"] === row["dependent"]
        : row["a"] === row["b"] && table === "connections",
    ),
  };
}
