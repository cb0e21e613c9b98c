import { useEffect } from "react";
import { type Permalink, readPermalink, writePermalink } from "./permalink.ts";
import { type Screen, setScreen, useScreen } from "./screen-store.ts";

/** While playing the hour changes every moment; browsers allow about 200 history entries per half minute. */
const writeDelayMs = 250;

function pickPermalink(screen: Screen): Permalink {
  const { dataset, run, job, scan, scanJob, question, answer, answerJob, panel } = screen;
  const { hour, selection, view, camera, hiddenSectors, extent } = screen;
  const asked = { dataset, run, job, scan, scanJob, question, answer, answerJob, panel };
  return { ...asked, hour, selection, view, camera, hiddenSectors, extent };
}

/** The link to what the screen shows now. */
export function currentLink(): string {
  return `${location.href.split("#")[0]}#${writePermalink(pickPermalink(useScreen.getState()))}`;
}

function restore(): void {
  const { link, problems } = readPermalink(location.hash.slice(1));
  setScreen({ ...link, problems, playing: false });
}

/** Reads the link the page was opened with, and keeps the address in step with the screen, replacing, never pushing. */
export function usePermalink(): void {
  useEffect(() => {
    restore();
    let timer = 0;
    const stop = useScreen.subscribe((now, before) => {
      if (writePermalink(pickPermalink(now)) === writePermalink(pickPermalink(before))) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => history.replaceState(null, "", currentLink()), writeDelayMs);
    });
    addEventListener("hashchange", restore);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener("hashchange", restore);
    };
  }, []);
}
