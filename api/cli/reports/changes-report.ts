import { type Asset, type Connection, type Dependency, type Table, tables } from "../../../analyzer/index.ts";
import type { RowCounts, TableCounts } from "../../history/change-tally.ts";
import type { RevisionsComparison } from "../../history/compare-revisions.ts";
import type { AttributeChange, RowChange } from "../../history/dataset-difference.ts";
import type { ValidRevision } from "../../history/valid-times.ts";
import { type Paint, printable } from "../paint.ts";
import { quantity } from "../quantities.ts";
import { type Column, sectionLines, tableLines } from "../table.ts";
import { timeText } from "./history-report.ts";

/** Rows of a table before it says how many more there are. */
const shownRows = 60;

/** `changes` for people: counts per table, sector and State, then the rows with old and new values. */
export function changesReport(id: string, found: RevisionsComparison, paint: Paint): string[] {
  const { from, to, description, counts, sectors, states } = found;
  const shown = { most: shownRows, paint };
  const section = <Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]) =>
    rows.length === 0 ? [] : sectionLines(title, columns, rows, shown);
  return [
    paint("bold", printable(`${id}: from ${revisionText(from)} to ${revisionText(to)}`)),
    "",
    ...tableLines(
      countColumns,
      tables.map((table) => ({ table, ...counts[table] })),
      paint,
    ),
    "",
    ...section(
      "Sectors",
      tallyColumns<(typeof sectors)[number]>("sector", ({ sector }) => sector),
      sectors,
    ),
    ...section(
      "States",
      tallyColumns<(typeof states)[number]>("State", ({ state }) => state),
      states,
    ),
    ...section("dataset.json", valueColumns, description),
    ...tables.flatMap((table) => [
      ...section(`Added ${table}`, rowColumns, found[table].added.map(rowText)),
      ...section(`Removed ${table}`, rowColumns, found[table].removed.map(rowText)),
      ...section(`Changed ${table}`, changeColumns, found[table].changed.flatMap(cells)),
    ]),
  ];
}

function revisionText({ revision, kind, by, validFrom }: ValidRevision): string {
  return `revision ${revision} (${kind} by ${by}, ${timeText(validFrom)} UTC)`;
}

const countColumns: readonly Column<{ readonly table: Table } & RowCounts>[] = [
  { title: "table", cell: ({ table }) => table },
  { title: "added", right: true, cell: ({ added }) => quantity(added) },
  { title: "removed", right: true, cell: ({ removed }) => quantity(removed) },
  { title: "changed", right: true, cell: ({ changed }) => quantity(changed) },
];

/** A word, and what came (+), went (-) and changed (~) of each table. */
function tallyColumns<Row extends TableCounts>(title: string, word: (row: Row) => string): Column<Row>[] {
  return [{ title, cell: word }, ...tables.map((table) => ({ title: table, cell: (row: Row) => signs(row[table]) }))];
}

function signs({ added, removed, changed }: RowCounts): string {
  const parts = [added > 0 ? `+${added}` : "", removed > 0 ? `-${removed}` : "", changed > 0 ? `~${changed}` : ""];
  return parts.filter((part) => part !== "").join(" ");
}

const valueColumns: readonly Column<AttributeChange>[] = [
  { title: "attribute", cell: ({ name }) => name },
  { title: "before", most: 50, cell: ({ before }) => valueText(before) },
  { title: "after", most: 50, cell: ({ after }) => valueText(after) },
];

type ChangedCell = AttributeChange & { readonly id: string };
const changeColumns: readonly Column<ChangedCell>[] = [
  { title: "id", most: 40, cell: ({ id }) => id },
  ...valueColumns,
];

function cells({ id, attributes }: RowChange): ChangedCell[] {
  return attributes.map((attribute) => ({ id, ...attribute }));
}

interface RowText {
  readonly id: string;
  readonly text: string;
}

const rowColumns: readonly Column<RowText>[] = [
  { title: "id", most: 40, cell: ({ id }) => id },
  { title: "what", most: 80, cell: ({ text }) => text },
];

function rowText(row: Asset | Dependency | Connection): RowText {
  if ("dependent" in row) return { id: row.id, text: `${row.dependent} needs ${row.provider}` };
  if ("a" in row) return { id: row.id, text: `${row.commodity} between ${row.a} and ${row.b}` };
  const states = row.states.map(({ state }) => state).join(", ");
  return { id: row.id, text: `${row.name}, ${row.kind} (${row.sector}), ${states}` };
}

function valueText(value: unknown): string {
  if (value === null) return "not stated";
  return typeof value === "string" ? value : JSON.stringify(value);
}
