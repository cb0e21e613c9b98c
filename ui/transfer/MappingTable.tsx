import { type Table, tableAttributes } from "../../analyzer/index.ts";
import type { Inspection } from "../data/api-types.ts";
import { formatShare } from "../data/numbers.ts";
import { fateOf, type Fate, isOurs, type MappingFile, withFate } from "./import-choices.ts";

interface Props {
  readonly inspection: Inspection;
  readonly change: (mapping: MappingFile) => void;
}

/** Which column of theirs fills which of ours, how sure that is, and another choice for each. */
export function MappingTable({ inspection, change }: Props) {
  const { columns } = inspection;
  if (columns.length === 0) return null;
  const mapping = inspection.mapping as MappingFile;
  const files = [...new Set(columns.map(({ table, file }) => `${table}\n${file}`))];
  return (
    <div className="mapping">
      <table className="data-table" data-testid="mapping">
        <thead>
          <tr>
            <th scope="col">Column of the file</th>
            <th scope="col">Fills</th>
            <th scope="col">Times</th>
            <th scope="col" className="number">
              Sure
            </th>
          </tr>
        </thead>
        {files.map((key) => {
          const own = columns.filter(({ table, file }) => `${table}\n${file}` === key);
          const [first] = own;
          return (
            <tbody key={key}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {first?.table} from {first?.file}
                </th>
              </tr>
              {own.map((proposal) => (
                <ColumnRow
                  key={proposal.column}
                  {...proposal}
                  fate={fateOf(mapping, proposal.table, proposal.column)}
                  choose={(fate) => change(withFate(mapping, proposal.table, proposal.column, fate))}
                />
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

interface RowProps {
  readonly table: Table;
  readonly column: string;
  readonly ours: string | null;
  readonly confidence: number;
  readonly fate: Fate;
  readonly choose: (fate: Fate) => void;
}

function ColumnRow({ table, column, ours, confidence, fate, choose }: RowProps) {
  const value = fate.kind === "ours" ? fate.column : fate.kind;
  const isProposed = fate.kind === "ours" && fate.column === ours;
  const attribute = tableAttributes[table].find((each) => each.column === value);
  return (
    <tr>
      <td>{column}</td>
      <td>
        <select
          className="input"
          aria-label={`What ${column} of ${table} fills`}
          value={value}
          onChange={(event) => choose(fateCalled(event.target.value))}
        >
          {/* A column called as ours fills that. */}
          {!isOurs(table, column) && <option value="own">kept beside, not computed from</option>}
          <option value="left out">left out</option>
          {tableAttributes[table].map((each) => (
            <option key={each.column} value={each.column}>
              {each.column}
            </option>
          ))}
        </select>
      </td>
      <td>
        {attribute?.type === "number" && fate.kind === "ours" && fate.column !== column && (
          <FactorInput column={column} factor={fate.factor} choose={(factor) => choose({ ...fate, factor })} />
        )}
      </td>
      <td className="number">{isProposed ? formatShare(confidence) : fate.kind === "ours" ? "chosen" : ""}</td>
    </tr>
  );
}

interface FactorProps {
  readonly column: string;
  readonly factor: number;
  readonly choose: (factor: number) => void;
}

/** What each number is multiplied by: 1000 from GW to MW. Taken when the field is left. */
function FactorInput({ column, factor, choose }: FactorProps) {
  return (
    <input
      key={factor}
      className="input factor"
      inputMode="decimal"
      aria-label={`What numbers of ${column} are multiplied by`}
      defaultValue={factor}
      onBlur={(event) => {
        const typed = Number(event.target.value);
        if (Number.isFinite(typed) && typed !== 0 && typed !== factor) choose(typed);
        else event.target.value = String(factor);
      }}
    />
  );
}

function fateCalled(value: string): Fate {
  return value === "own" || value === "left out" ? { kind: value } : { kind: "ours", column: value, factor: 1 };
}
