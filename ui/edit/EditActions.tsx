interface Props {
  /** What the first button does, and what it says while it does. */
  readonly label: string;
  readonly busyLabel: string;
  readonly busy: boolean;
  /** Whether there is anything to do. */
  readonly ready: boolean;
  /** Whether something is taken away. */
  readonly danger?: true;
  readonly close: () => void;
}

/** The two ways out of a form that edits: do it, or leave it. */
export function EditActions({ label, busyLabel, busy, ready, danger, close }: Props) {
  return (
    <div className="edit-actions">
      <button
        type="submit"
        className={danger === true ? "button button-danger" : "button button-main"}
        aria-disabled={!ready || busy}
      >
        {busy ? busyLabel : label}
      </button>
      <button type="button" className="button" onClick={close}>
        Cancel
      </button>
    </div>
  );
}
