import { useId } from "react";

/** Why an edit is made, kept with its revision. */
export function WhyField({ why, change }: { readonly why: string; readonly change: (why: string) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Why (kept with the revision; may be left out)</label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        maxLength={2000}
        value={why}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}
