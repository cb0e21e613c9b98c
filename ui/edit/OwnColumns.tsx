import { useId, useState } from "react";
import { ownColumnName } from "./own-columns.ts";

interface Props {
  /** Of the asset as it is stored, and those that were added here. */
  readonly columns: readonly string[];
  readonly value: (column: string) => string;
  readonly type: (column: string, text: string) => void;
  readonly faults: ReadonlyMap<string, string>;
}

/** The user's own columns: kept, shown and exported, and nothing is computed from them. */
export function OwnColumns({ columns, value, type, faults }: Props) {
  const [name, setName] = useState("");
  const id = useId();
  const column = ownColumnName(name);
  const add = () => {
    if (column === null || columns.includes(column)) return;
    type(column, "");
    setName("");
  };
  return (
    <fieldset className="edit-group">
      <legend>Your own columns</legend>
      {columns.map((each) => (
        <div key={each} className="field cell-field" data-column={each}>
          <label htmlFor={`${id}-${each}`}>{each}</label>
          <input
            id={`${id}-${each}`}
            className="input"
            value={value(each)}
            placeholder="unknown"
            aria-invalid={faults.has(each)}
            onChange={(event) => type(each, event.target.value)}
          />
          {faults.has(each) && <p className="field-fault">{faults.get(each)}</p>}
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}-new`}>Name of a further one</label>
        <span className="with-unit">
          <input
            id={`${id}-new`}
            className="input"
            value={name}
            placeholder="inspected_on"
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
          <button type="button" className="button" aria-disabled={column === null} onClick={add}>
            Add {column ?? "it"}
          </button>
        </span>
      </div>
    </fieldset>
  );
}
