import { useEffect } from "react";
import { nextEvent, previousEvent, type RunView } from "../data/run-view.ts";
import { goTo, requestFit, select, setScreen, toggleView, useScreen } from "../state/screen-store.ts";

/** Elements that use keys themselves. */
const typing = "input, textarea, select, [contenteditable], [role=dialog], [role=listbox]";
const steppers = "[role=tablist], [role=radiogroup], [role=table]";
const pressed = "button, a, summary, [role=tab], [role=radio], [role=option]";

/** What each key does, for the list behind `?`. */
export const keyList = [
  ["/", "Search for an asset, a State or a command"],
  ["G", "Change between map and network"],
  ["F", "Show all"],
  ["Space", "Play or pause"],
  ["← →", "Step to the hour of the previous or next change"],
  ["Esc", "Clear the selection"],
  ["?", "This list"],
] as const;

function handleKey(event: KeyboardEvent, run: RunView | null): void {
  const on = event.target instanceof Element ? event.target : document.body;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || on.closest(typing)) return;
  const act = (action: () => void) => {
    event.preventDefault();
    action();
  };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === "/") act(() => document.querySelector<HTMLInputElement>("[data-search] input")?.focus());
  else if (key === "g") act(toggleView);
  else if (key === "f") act(requestFit);
  else if (key === "?") act(() => setScreen({ helpOpen: true }));
  else if (key === "Escape") act(() => select(null));
  else if (run === null) return;
  else if (key === " " && !on.closest(pressed)) act(() => setScreen({ playing: !useScreen.getState().playing }));
  else if (key === "ArrowRight" && !on.closest(steppers)) act(() => goTo(nextEvent(run, useScreen.getState().hour)));
  else if (key === "ArrowLeft" && !on.closest(steppers)) act(() => goTo(previousEvent(run, useScreen.getState().hour)));
}

/** Listens to the keys of the whole page; those of the timeline work while a run is shown. */
export function useKeys(run: RunView | null): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event, run);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [run]);
}
