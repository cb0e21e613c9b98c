import "./Header.css";
import { useState } from "react";
import type { DatasetSummary } from "../data/api-types.ts";
import { useExplore } from "../screens/explore-context.ts";
import { type View, views } from "../state/permalink.ts";
import { announce, openDataset, setScreen, setView, useScreen } from "../state/screen-store.ts";
import { applyTheme, readTheme, themes } from "../state/theme.ts";
import { currentLink } from "../state/use-permalink.ts";
import { SearchBox } from "./SearchBox.tsx";

const viewNames: Readonly<Record<View, string>> = { map: "Map", network: "Network", table: "Table" };

export function Header({ datasets }: { readonly datasets: readonly DatasetSummary[] }) {
  const { datasetId } = useExplore();
  const panelOpen = useScreen((screen) => screen.panelOpen);
  return (
    <header className="header">
      <button
        type="button"
        className="button button-bare button-icon"
        aria-label={panelOpen ? "Close the side panel" : "Open the side panel"}
        aria-expanded={panelOpen}
        onClick={() => setScreen({ panelOpen: !panelOpen })}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
          <path d="M2.5 2.5h11v11h-11zM6.5 2.5v11" />
        </svg>
      </button>
      <h1 className="wordmark">Knockon</h1>
      <select
        className="input dataset-choice"
        aria-label="Dataset"
        value={datasetId}
        onChange={(event) => openDataset(event.target.value)}
      >
        {datasets.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <TransferButton way="import" label="Import a dataset" path="M8 2v7.5m-3-3 3 3 3-3M2.5 12.5v1h11v-1" />
      <TransferButton way="export" label="Export this dataset" path="M8 9.5V2m-3 3 3-3 3 3M2.5 12.5v1h11v-1" />
      <SearchBox />
      <ViewChoice />
      <ShareButton />
      <ThemeButton />
      <button
        type="button"
        className="button button-bare button-icon"
        aria-label="Keys and help (?)"
        onClick={() => setScreen({ helpOpen: true })}
      >
        ?
      </button>
    </header>
  );
}

interface TransferButtonProps {
  readonly way: "import" | "export";
  readonly label: string;
  readonly path: string;
}

function TransferButton({ way, label, path }: TransferButtonProps) {
  return (
    <button
      type="button"
      className="button button-bare button-icon"
      aria-label={label}
      title={label}
      onClick={() => setScreen({ transfer: way })}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
        <path d={path} />
      </svg>
    </button>
  );
}

function ViewChoice() {
  const view = useScreen((screen) => screen.view);
  const step = (by: number) => setView(views[(views.indexOf(view) + by + views.length) % views.length] ?? "map");
  return (
    <div
      className="segments"
      role="radiogroup"
      aria-label="View"
      onKeyDown={(event) => {
        if (event.key === "ArrowRight" || event.key === "ArrowDown") step(1);
        else if (event.key === "ArrowLeft" || event.key === "ArrowUp") step(-1);
        else return;
        event.preventDefault();
        const group = event.currentTarget;
        requestAnimationFrame(() => group.querySelector<HTMLElement>("[aria-checked=true]")?.focus());
      }}
    >
      {views.map((each) => (
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={each === view}
          tabIndex={each === view ? 0 : -1}
          onClick={() => setView(each)}
        >
          {viewNames[each]}
        </button>
      ))}
    </div>
  );
}

function ShareButton() {
  const [copied, setCopied] = useState(false);
  const share = async () => {
    const link = currentLink();
    history.replaceState(null, "", link);
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
      announce("The link to this view was copied.");
      setTimeout(() => setCopied(false), 2_000);
    } catch {
      announce("The link to this view is in the address bar.");
    }
  };
  return (
    <button type="button" className="button share" onClick={() => void share()}>
      {copied ? "Copied" : "Copy link"}
    </button>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState(readTheme);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  return (
    <button
      type="button"
      className="button button-bare theme"
      aria-label={`Colours: ${theme}. Change to ${next}`}
      title={`Colours: ${theme}`}
      onClick={() => {
        applyTheme(next);
        setTheme(next);
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
        <circle cx="8" cy="8" r="5.5" />
        {theme !== "light" && <path className="icon-filled" d="M8 2.5a5.5 5.5 0 0 1 0 11z" />}
        {theme === "dark" && <path className="icon-filled" d="M8 2.5a5.5 5.5 0 0 0 0 11z" />}
      </svg>
    </button>
  );
}
