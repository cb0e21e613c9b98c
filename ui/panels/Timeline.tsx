import "./Timeline.css";
import { type KeyboardEvent, useEffect } from "react";
import { hourText } from "../data/hour-text.ts";
import { formatCount, formatHours, formatValue } from "../data/numbers.ts";
import { countsAt, eventIndexAt, nextEvent, previousEvent, type RunView } from "../data/run-view.ts";
import { announce, goTo, setScreen, speeds, useScreen } from "../state/screen-store.ts";
import { TimelineChart } from "./TimelineChart.tsx";
import { usePlayback } from "./use-playback.ts";

/** The hours of a run: play, step from change to change, or go to an hour. */
export function Timeline({ run }: { readonly run: RunView }) {
  const hour = useScreen((screen) => screen.hour);
  const playing = useScreen((screen) => screen.playing);
  const text = hourText(hour, countsAt(run, hour));
  usePlayback(run);
  useEffect(() => {
    if (!playing) announce(text);
  }, [playing, text]);
  return (
    <section className="timeline" aria-label="Timeline" data-testid="timeline">
      <div className="timeline-controls">
        <Steps run={run} hour={hour} playing={playing} />
        <p className="timeline-hour" data-testid="hour-text">
          {text}
        </p>
        <span className="soft">
          step {formatCount(eventIndexAt(run, hour) + 1)} of {formatCount(run.eventHours.length)}
        </span>
        <label className="timeline-speed">
          <span className="soft">Speed</span>
          <select
            className="input"
            value={useScreen((screen) => screen.speed)}
            onChange={(event) => setScreen({ speed: speeds.find((each) => String(each) === event.target.value) ?? 1 })}
          >
            {speeds.map((each) => (
              <option key={each} value={each}>
                {each}×
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="timeline-track">
        <TimelineChart run={run} hour={hour} />
        <input
          type="range"
          className="timeline-slider"
          min={0}
          max={run.endHours}
          step="any"
          value={Math.min(hour, run.endHours)}
          aria-label="Hour"
          aria-valuetext={text}
          onChange={(event) => goTo(snap(run, Number(event.target.value)))}
          onKeyDown={(event) => stepByKey(event, run, hour)}
        />
      </div>
      <div className="timeline-scale small faint" aria-hidden="true">
        <span>0 h</span>
        <span>{formatHours(run.endHours)}</span>
      </div>
    </section>
  );
}

/** Dragged to a whole hour, or to a change that is nearer than that. */
function snap(run: RunView, wanted: number): number {
  const before = run.eventHours[eventIndexAt(run, wanted)] ?? 0;
  const after = nextEvent(run, wanted);
  const near = wanted - before < Math.abs(after - wanted) ? before : after;
  return Math.abs(near - wanted) < Math.max(0.5, run.endHours / 200) ? near : Math.round(wanted);
}

function stepByKey(event: KeyboardEvent, run: RunView, hour: number): void {
  const places: Readonly<Record<string, number | undefined>> = {
    ArrowRight: nextEvent(run, hour),
    ArrowUp: nextEvent(run, hour),
    ArrowLeft: previousEvent(run, hour),
    ArrowDown: previousEvent(run, hour),
    Home: 0,
    End: run.endHours,
  };
  const place = places[event.key];
  if (event.key === " ") setScreen({ playing: !useScreen.getState().playing });
  else if (place === undefined) return;
  else goTo(place);
  event.preventDefault();
}

interface StepsProps {
  readonly run: RunView;
  readonly hour: number;
  readonly playing: boolean;
}

function Steps({ run, hour, playing }: StepsProps) {
  const buttons = [
    { name: "To the start", path: "M4 3v10M13 3v10L6 8z", go: () => goTo(0) },
    { name: "Previous change", path: "M11 3v10L4 8z", go: () => goTo(previousEvent(run, hour)) },
    {
      name: playing ? "Pause" : "Play",
      path: playing ? "M4 3h3v10H4zM9 3h3v10H9z" : "M4 2.5v11l9-5.5z",
      go: () => setScreen({ playing: !playing, ...(hour >= run.endHours ? { hour: 0 } : {}) }),
    },
    { name: "Next change", path: "M5 3v10l7-5z", go: () => goTo(nextEvent(run, hour)) },
  ];
  return (
    <div className="timeline-steps" role="group" aria-label="Steps">
      {buttons.map(({ name, path, go }) => (
        <button
          key={path}
          type="button"
          className={`button button-icon ${name === "Play" || name === "Pause" ? "button-main" : "button-bare"}`}
          aria-label={name}
          title={`${name}${name === "Play" ? " (space)" : ""} · ${formatValue(hour)} h`}
          onClick={go}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" className="icon icon-filled">
            <path d={path} />
            {name === "To the start" && <path d="M3 3h1.6v10H3z" />}
          </svg>
        </button>
      ))}
    </div>
  );
}
