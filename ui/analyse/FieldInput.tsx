import { useId } from "react";
import { choiceName } from "../answers/choice-names.ts";
import { useExplore } from "../screens/explore-context.ts";
import { AssetsInput } from "./AssetsInput.tsx";
import type { ChoiceField, FlagField, FormField, GroupField, NumberField } from "./form-fields.ts";
import type { FieldValue, GroupValue } from "./form-values.ts";
import type { OfferedScenarios, ScenarioChoice } from "./scenario-choice.ts";
import { ScenarioInput } from "./ScenarioInput.tsx";
import { StatesInput } from "./StatesInput.tsx";

interface Props<Field, Value = FieldValue> {
  readonly field: Field;
  readonly value: Value;
  readonly change: (value: FieldValue) => void;
  readonly fault?: string | undefined;
}

interface FieldProps extends Props<FormField> {
  readonly chancy: boolean;
  readonly offered: OfferedScenarios;
}

/** One parameter of a question, drawn by its kind. */
export function FieldInput(props: FieldProps) {
  const { field, value, change, fault } = props;
  const id = useId();
  return (
    <>
      <FieldKind {...props} />
      {fault !== undefined && field.kind !== "number" && (
        <p id={id} className="field-fault">
          {fault}
        </p>
      )}
      {field.kind === "group" && (value as GroupValue).used && (
        <div className="nested">
          {field.fields.map((each) => {
            const { values } = value as GroupValue;
            const set = (next: FieldValue) => change({ used: true, values: { ...values, [each.name]: next } });
            return (
              <FieldInput
                key={each.name}
                {...props}
                field={each}
                value={values[each.name] ?? ""}
                change={set}
                fault={undefined}
              />
            );
          })}
        </div>
      )}
    </>
  );
}

function FieldKind({ field, value, change, fault, chancy, offered }: FieldProps) {
  const invalid = fault !== undefined;
  switch (field.kind) {
    case "number":
      return <NumberInput field={field} value={value as string} change={change} fault={fault} />;
    case "choice":
      return <ChoiceInput field={field} value={value as string} change={change} />;
    case "flag":
      return <FlagInput field={field} value={value as boolean} change={change} />;
    case "group":
      return <GroupInput field={field} value={value as GroupValue} change={change} />;
    case "asset":
      return (
        <AssetsInput
          title={field.title}
          ids={value === "" ? [] : [value as string]}
          invalid={invalid}
          change={(ids) => change(ids[0] ?? "")}
          single
        />
      );
    case "assets":
      return <AssetsInput title={field.title} ids={value as readonly string[]} invalid={invalid} change={change} />;
    case "states":
      return <StatesInput title={field.title} codes={value as readonly string[]} change={change} />;
    case "scenario":
      return (
        <ScenarioInput
          title={field.title}
          required={field.required}
          chancy={chancy}
          invalid={invalid}
          choice={value as ScenarioChoice}
          offered={offered}
          change={change}
        />
      );
    case "text":
      return <TextInput field={field} value={value as string} change={change} />;
    case "unknown":
      return <p className="small soft">{field.title}: can be given on the command line.</p>;
  }
}

function NumberInput({ field, value, change, fault }: Props<NumberField, string>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{field.title}</label>
      <div className="with-unit">
        <input
          id={id}
          className="input number"
          inputMode={field.whole ? "numeric" : "decimal"}
          value={value}
          placeholder={field.fallback === null ? "as said" : String(field.fallback)}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? `${id}-unit` : `${id}-unit ${id}-fault`}
          onChange={(event) => change(event.target.value)}
        />
        <span id={`${id}-unit`} className="unit">
          {field.unit}
        </span>
      </div>
      {fault !== undefined && (
        <p id={`${id}-fault`} className="field-fault">
          {fault}
        </p>
      )}
    </div>
  );
}

function ChoiceInput({ field, value, change }: Props<ChoiceField, string>) {
  return (
    <label className="field">
      <span>{field.title}</span>
      <select className="input" value={value} onChange={(event) => change(event.target.value)}>
        {field.fallback === null && <option value="">as said</option>}
        {field.choices.map((each) => (
          <option key={each} value={each}>
            {choiceName(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

function FlagInput({ field, value, change }: Props<FlagField, boolean>) {
  return (
    <label className="check check-long">
      <input type="checkbox" checked={value} onChange={(event) => change(event.target.checked)} />
      <span>{field.title}</span>
    </label>
  );
}

function GroupInput({ field, value, change }: Props<GroupField, GroupValue>) {
  return (
    <label className="check check-long">
      <input
        type="checkbox"
        checked={value.used}
        onChange={(event) => change({ ...value, used: event.target.checked })}
      />
      <span>{field.title}</span>
    </label>
  );
}

/** A word of the dataset; the commodities are offered. */
function TextInput({ field, value, change }: Props<FormField, string>) {
  const { graph } = useExplore();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{field.title}</label>
      <input
        id={id}
        className="input"
        list={field.name === "commodity" ? `${id}-words` : undefined}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
      {field.name === "commodity" && (
        <datalist id={`${id}-words`}>
          {graph.columns.commodities.map(({ id: word }) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </div>
  );
}
