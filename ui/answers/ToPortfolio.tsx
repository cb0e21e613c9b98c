import { openQuestion } from "../state/screen-store.ts";

/** From what would be missed most to what protects it. */
export function ToPortfolio() {
  return (
    <p className="small">
      This is for planning protection.{" "}
      <button type="button" className="link" onClick={() => openQuestion("portfolio")}>
        Ask which few backups would take the most away
      </button>
    </p>
  );
}
