import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { CellView } from "../answers/CellView.tsx";
import { type DescribedField, type DescribedTable, describeAnswer } from "../answers/describe-answer.ts";
import { isNumeric } from "../answers/field-words.ts";
import { measureUnit } from "../answers/measure-unit.ts";
import { formatPlural } from "../data/numbers.ts";
import { useAnswer } from "../data/queries.ts";
import { Empty, Failed, Loading } from "../parts/PanelState.tsx";
import { setScreen, useScreen } from "../state/screen-store.ts";
import { rowHeight } from "./row-height.ts";
import { Spacer } from "./Spacer.tsx";
import { type RowOrder, sortRows } from "./sort-rows.ts";

/** The answer of the catalogue that is shown, with all of its rows and columns. */
export function AnswerTables() {
  const answerId = useScreen((screen) => screen.answer);
  const answer = useAnswer(answerId);
  const [name, setName] = useState<string | null>(null);
  const result = answer.data?.result;
  const described = useMemo(
    () => (result === undefined ? null : describeAnswer(result as unknown as Readonly<Record<string, unknown>>)),
    [result],
  );
  if (answerId === null) return <NoAnswer />;
  if (answer.isError) {
    return (
      <div className="block">
        <Failed error={answer.error} retry={() => void answer.refetch()} />
      </div>
    );
  }
  if (described === null || result === undefined) {
    return (
      <div className="block">
        <Loading what="the answer" lines={12} />
      </div>
    );
  }
  const table = described.tables.find((each) => each.title === name) ?? described.tables[0];
  if (table === undefined) return <NoAnswer />;
  return (
    <div className="table-fill">
      <div className="table-tools">
        {described.tables.length > 1 && (
          <label className="table-choice">
            <span className="hidden-text">Table</span>
            <select className="input" value={table.title} onChange={(event) => setName(event.target.value)}>
              {described.tables.map(({ title }) => (
                <option key={title} value={title}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        )}
        <span>{formatPlural(table.rows.length, "row")}</span>
      </div>
      <AnswerTable key={table.title} table={table} unit={measureUnit(result)} />
    </div>
  );
}

function NoAnswer() {
  return (
    <div className="block">
      <Empty>
        <p>Nothing was asked yet that has a table.</p>
        <button type="button" className="button" onClick={() => setScreen({ panel: "analyse", panelOpen: true })}>
          Ask a question
        </button>
      </Empty>
    </div>
  );
}

interface TableProps {
  readonly table: DescribedTable;
  /** Of what the question was about. */
  readonly unit: string | null;
}

/** All rows; only those in sight are in the page. */
function AnswerTable({ table, unit }: TableProps) {
  const [order, setOrder] = useState<RowOrder | null>(null);
  const rows = useMemo(() => sortRows(table.rows, order), [table, order]);
  const selection = useScreen((screen) => screen.selection);
  const scroll = useRef<HTMLDivElement>(null);
  const height = useMemo(rowHeight, []);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  return (
    <div ref={scroll} className="scroll" tabIndex={0} role="region" aria-label={`${table.title}, scrollable`}>
      <table className="data-table answer-rows" aria-rowcount={rows.length + 1} data-testid="answer-table">
        <thead>
          <tr aria-rowindex={1}>
            {table.columns.map((field, column) => (
              <Head
                key={field.path.join(".")}
                field={field}
                unit={unit}
                sorted={order?.column === column ? order : null}
                sort={(descending) => setOrder({ column, descending })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const row = rows[index] ?? [];
            return (
              <tr key={index} aria-rowindex={index + 2} data-chosen={selection !== null && row.includes(selection.id)}>
                {table.columns.map((field, column) => (
                  <td key={field.path.join(".")} className={isNumeric(field.words.kind) ? "number" : undefined}>
                    <CellView field={field} value={row[column] ?? null} />
                  </td>
                ))}
              </tr>
            );
          })}
          <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  readonly field: DescribedField;
  readonly unit: string | null;
  readonly sorted: RowOrder | null;
  readonly sort: (descending: boolean) => void;
}

function Head({ field, unit, sorted, sort }: HeadProps) {
  const own = field.words.kind === "measure" ? unit : field.words.unit;
  const numeric = isNumeric(field.words.kind);
  return (
    <th
      scope="col"
      className={numeric ? "number" : undefined}
      aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : "none"}
    >
      <button type="button" className="sort" onClick={() => sort(sorted ? !sorted.descending : numeric)}>
        {field.title}
        {own !== null && ` (${own})`}
      </button>
    </th>
  );
}
