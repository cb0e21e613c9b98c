import { useId } from "react";

interface Props {
  readonly label: string;
  readonly unit: string;
  /** What is typed; it may be no number yet. */
  readonly value: string;
  readonly change: (value: string) => void;
  readonly placeholder?: string;
  readonly invalid?: boolean;
}

/** A number with its unit, as text until it is used, so that nothing typed is ever changed under the hand. */
export function NumberField({ label, unit, value, change, placeholder, invalid = false }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} ({unit})
      </label>
      <input
        id={id}
        className="input number"
        inputMode="decimal"
        value={value}
        placeholder={placeholder}
        aria-invalid={invalid}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}

/** A number above 0, or null. */
export function readPositive(text: string): number | null {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isFinite(value) && value > 0 ? value : null;
}
