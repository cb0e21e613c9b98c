import { useMemo } from "react";
import { formatCount } from "../data/numbers.ts";
import { setScreen, useScreen } from "../state/screen-store.ts";
import { CellView } from "./CellView.tsx";
import { isNumeric, leadColumns } from "./field-words.ts";
import { measureUnit } from "./measure-unit.ts";
import { type CellValue, type DescribedFact, type DescribedTable, describeAnswer } from "./describe-answer.ts";

type Result = Readonly<Record<string, unknown>>;

/** Rows a table of the side panel shows before it leads on to the whole. */
const firstRows = 12;

/** An answer of any kind: its single values as a list, its rows as tables. */
export function GeneralAnswer({ result }: { readonly result: object }) {
  const described = useMemo(() => describeAnswer(result as Result), [result]);
  const unit = measureUnit(result);
  return (
    <>
      {described.tables.map((table) => (
        <ShortTable
          key={table.name + table.title}
          answer={String((result as Result)["kind"])}
          table={table}
          unit={unit}
        />
      ))}
      {described.parts.map(({ title, facts }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <Facts facts={facts} unit={unit} />
        </section>
      ))}
      {described.facts.length > 0 && <Facts facts={described.facts} unit={unit} />}
    </>
  );
}

interface FactsProps {
  readonly facts: readonly DescribedFact[];
  /** Of what the question was about. */
  readonly unit: string | null;
}

function Facts({ facts, unit }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map((fact) => {
        const own = fact.words.kind === "measure" ? unit : fact.words.unit;
        return (
          <div key={fact.path.join(".")}>
            <dt>{fact.title}</dt>
            <dd>
              <CellView field={fact} value={fact.value} /> {isSomething(fact.value) && own}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Whether there is a value for a unit to stand behind. */
const isSomething = (value: CellValue): boolean => value !== null && !(Array.isArray(value) && value.length === 0);

interface TableProps {
  /** The kind of the answer. */
  readonly answer: string;
  readonly table: DescribedTable;
  readonly unit: string | null;
}

function ShortTable({ answer, table, unit }: TableProps) {
  const selection = useScreen((screen) => screen.selection);
  const places = leadColumns(answer, table.name, table.columns);
  const left = table.columns.length - places.length;
  return (
    <section aria-label={table.title}>
      {table.name !== "rows" && <h3>{table.title}</h3>}
      <table className="compact answer-table" data-testid={`answer-${table.name}`}>
        <thead>
          <tr>
            {places.map((place) => {
              const column = table.columns[place];
              if (column === undefined) return null;
              const own = column.words.kind === "measure" ? unit : column.words.unit;
              return (
                <th key={place} scope="col" className={isNumeric(column.words.kind) ? "number" : undefined}>
                  {column.title}
                  {own !== null && ` (${own})`}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, firstRows).map((row, index) => (
            // Rows of an answer never change their order, and some have no id.
            <tr key={`${index} ${String(row[0])}`} data-chosen={selection !== null && row.includes(selection.id)}>
              {places.map((place) => {
                const column = table.columns[place];
                if (column === undefined) return null;
                return (
                  <td key={place} className={isNumeric(column.words.kind) ? "number" : undefined}>
                    <CellView field={column} value={row[place] ?? null} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {(table.rows.length > firstRows || left > 0) && (
        <button type="button" className="link" onClick={() => setScreen({ view: "table", tableTab: "answer" })}>
          All {formatCount(table.rows.length)} rows
          {left > 0 && ` and ${formatCount(table.columns.length)} columns`}
        </button>
      )}
    </section>
  );
}
