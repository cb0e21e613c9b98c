import { setScreen } from "../state/screen-store.ts";

/** Beside the scenarios, the other ways to start. */
export function OtherWaysIn() {
  const focusSearch = () => document.querySelector<HTMLInputElement>("[data-search] input")?.focus();
  return (
    <>
      <button type="button" className="choice" onClick={focusSearch}>
        <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
          <path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.5 10.5 14 14" />
        </svg>
        <span>
          Search for an asset or a State <kbd>/</kbd>
        </span>
      </button>
      <button type="button" className="choice" onClick={() => setScreen({ panel: "ranking" })}>
        <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
          <path d="M2.5 4h11M2.5 8h7.5M2.5 12H6" />
        </svg>
        <span>Ask what matters most: rank all assets</span>
      </button>
      <button type="button" className="choice" onClick={() => setScreen({ panel: "analyse", question: null })}>
        <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
          <path d="M5.5 6a2.5 2.5 0 1 1 3.4 2.3C8.2 8.7 8 9 8 10M8 12.5v.5" />
        </svg>
        <span>Ask another question: chance, sets, structure</span>
      </button>
    </>
  );
}
