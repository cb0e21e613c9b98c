import { useId } from "react";
import { type Attribute, coreVocabulary } from "../../analyzer/index.ts";
import { useExplore } from "../screens/explore-context.ts";
import { emptyWords, fieldTitle, writingHint } from "./cell-words.ts";

interface Props {
  readonly attribute: Attribute;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly fault: string | undefined;
  /** The value is marked as assumed in the dataset. */
  readonly assumed?: boolean;
  /** Words that stand in the dataset already and may be meant again. */
  readonly offered?: readonly string[];
}

/** One cell of a row, drawn by the type of its attribute, with its unit, its meaning and what is wrong with it. */
export function CellInput({ attribute, value, change, fault, assumed = false, offered = [] }: Props) {
  const id = useId();
  const { column, required, meaning } = attribute;
  const described = [`${id}-meaning`, ...(fault === undefined ? [] : [`${id}-fault`])].join(" ");
  return (
    <div className="field cell-field" data-column={column}>
      <div className="cell-label">
        <label htmlFor={id}>{fieldTitle(attribute)}</label>
        {required && <span className="small faint">required</span>}
        {assumed && <span className="tag">assumed</span>}
      </div>
      <Control
        attribute={attribute}
        value={value}
        change={change}
        offered={offered}
        shared={{ id, "aria-invalid": fault !== undefined, "aria-describedby": described }}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} className="field-fault">
          {fault}
        </p>
      )}
      <p id={`${id}-meaning`} className="small faint">
        {meaning}
      </p>
    </div>
  );
}

interface ControlProps {
  readonly attribute: Attribute;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly offered: readonly string[];
  readonly shared: { readonly id: string; readonly "aria-invalid": boolean; readonly "aria-describedby": string };
}

function Control({ attribute, value, change, offered, shared }: ControlProps) {
  const words = useWords(attribute);
  const closed = attribute.type === "choice" || attribute.type === "boolean" || attribute.vocabulary === "sectors";
  const required = attribute.required ?? false;
  if (closed) {
    return (
      <select
        {...shared}
        className="input"
        aria-required={required}
        value={value}
        onChange={(event) => change(event.target.value)}
      >
        <option value="">{required ? "Choose" : emptyWords(attribute)}</option>
        {words.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    );
  }
  const listed = [...words.map((word) => word.id), ...offered];
  return (
    <>
      <input
        {...shared}
        className={attribute.type === "number" ? "input number" : "input"}
        inputMode={attribute.type === "number" ? "decimal" : "text"}
        autoComplete="off"
        aria-required={required}
        list={listed.length > 0 ? `${shared.id}-words` : undefined}
        value={value}
        placeholder={writingHint(attribute) ?? (required ? undefined : emptyWords(attribute))}
        onChange={(event) => change(event.target.value)}
      />
      {listed.length > 0 && (
        <datalist id={`${shared.id}-words`}>
          {listed.map((id) => (
            <option key={id} value={id} />
          ))}
        </datalist>
      )}
    </>
  );
}

interface Word {
  readonly id: string;
  readonly title: string;
}

/** What can be chosen, or is offered: the words all datasets share, and those that this one uses besides. */
function useWords({ type, choices, vocabulary }: Attribute): readonly Word[] {
  const { columns } = useExplore().graph;
  if (type === "boolean") return ["true", "false"].map((id) => ({ id, title: id === "true" ? "yes" : "no" }));
  if (choices !== undefined) return choices.map((id) => ({ id, title: id }));
  // Amounts are lists: a list of single words would replace what is typed.
  if (vocabulary === undefined || type === "amounts") return [];
  const words = new Map<string, Word>();
  for (const word of [...coreVocabulary[vocabulary], ...columns[vocabulary]]) words.set(word.id, word);
  return [...words.values()];
}
