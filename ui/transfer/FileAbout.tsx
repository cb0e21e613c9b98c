import { useId } from "react";
import { type Attribute, coreVocabulary } from "../../analyzer/index.ts";
import type { Inspection } from "../data/api-types.ts";
import { formatCount, formatPlural, formatShare } from "../data/numbers.ts";
import { useFormats } from "../data/transfer.ts";
import { fieldTitle, writingHint } from "../edit/cell-words.ts";
import { bytesText } from "./bytes-text.ts";
import { type ImportChoices, openColumns } from "./import-choices.ts";

interface Props {
  readonly file: File;
  readonly inspection: Inspection;
  readonly choices: ImportChoices;
  readonly change: (part: Partial<ImportChoices>) => void;
  readonly choose: (file: File | null) => void;
}

/** What the file is taken for, how much is in it, and what it does not say itself. */
export function FileAbout({ file, inspection, choices, change, choose }: Props) {
  const { counts, format } = inspection;
  const isOwn = format === "own";
  return (
    <>
      <div className="file-line">
        <span>
          <strong>{file.name}</strong> <span className="faint">{bytesText(file.size)}</span>
        </span>
        <button type="button" className="link" onClick={() => choose(null)}>
          Another file
        </button>
      </div>
      <FormatChoice inspection={inspection} format={choices.format} change={change} />
      <p data-testid="import-counts">
        {formatPlural(counts.assets, "asset")}, {formatPlural(counts.dependencies, "dependency", "dependencies")},{" "}
        {formatPlural(counts.connections, "connection")} in {formatPlural(counts.states, "State")} and{" "}
        {formatPlural(counts.sectors, "sector")}
      </p>
      {!isOwn && (
        <div className="edit-group">
          <TextField label="Title" value={choices.title} hint={file.name} change={(title) => change({ title })} />
          <TextField
            label="Licence"
            value={choices.licence}
            hint="CC-BY-4.0, or who allowed it"
            change={(licence) => change({ licence })}
          />
        </div>
      )}
      <ValuesForAll inspection={inspection} choices={choices} change={change} />
    </>
  );
}

function FormatChoice({
  inspection,
  format,
  change,
}: Pick<Props, "inspection" | "change"> & { format: string | null }) {
  const label = useId();
  const formats = useFormats();
  const readable = formats.data?.filter(({ reads }) => reads) ?? [];
  const sure = (id: string): string => {
    const guess = inspection.guesses.find((each) => each.format === id);
    return guess === undefined ? "" : ` (${formatShare(guess.confidence)} sure)`;
  };
  const looks = inspection.guesses[0];
  return (
    <div className="field">
      <label htmlFor={label}>Read as</label>
      <select
        id={label}
        className="input"
        value={format ?? ""}
        onChange={(event) => change({ format: event.target.value || null, mapping: null, values: {} })}
      >
        <option value="">
          {looks === undefined ? "A dataset of Knockon" : `As it looks: ${looks.title}${sure(looks.format)}`}
        </option>
        {readable.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
            {sure(id)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Required columns that the file lacks, where one value for all rows can stand. */
function ValuesForAll({ inspection, choices, change }: Pick<Props, "inspection" | "choices" | "change">) {
  const open = openColumns(inspection, choices);
  if (open.length === 0) return null;
  return (
    <fieldset className="edit-group">
      <legend>Not in the file: one value for all rows</legend>
      {open.map(({ table, attribute }) => {
        const key = `${table}.${attribute.column}`;
        const label = `${fieldTitle(attribute)} of ${formatCount(inspection.counts[table])} ${table}`;
        return (
          <TextField
            key={key}
            label={label}
            value={choices.values[key] ?? ""}
            hint={writingHint(attribute) ?? attribute.meaning}
            offered={wordsOf(attribute)}
            change={(text) => change({ values: { ...choices.values, [key]: text } })}
          />
        );
      })}
    </fieldset>
  );
}

/** The words that all datasets share, where a column takes words. */
function wordsOf({ vocabulary, type }: Attribute): readonly string[] {
  return vocabulary === undefined || type === "amounts" ? [] : coreVocabulary[vocabulary].map(({ id }) => id);
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly offered?: readonly string[];
  readonly change: (value: string) => void;
}

function TextField({ label, value, hint, offered = [], change }: TextFieldProps) {
  const id = useId();
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        autoComplete="off"
        list={offered.length > 0 ? id : undefined}
        value={value}
        placeholder={hint}
        maxLength={300}
        onChange={(event) => change(event.target.value)}
      />
      {offered.length > 0 && (
        <datalist id={id}>
          {offered.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </label>
  );
}
