import { describe, expect, it } from "vitest";
import { firstHitAbroad } from "../../ui/data/first-hit.ts";
import { hourText } from "../../ui/data/hour-text.ts";
import { lossLinks } from "../../ui/data/loss-links.ts";
import { countsAt, eventIndexAt, levelAt, nextEvent, previousEvent, viewRun } from "../../ui/data/run-view.ts";
import { stageState, writeStageStates } from "../../ui/data/stage-state.ts";
import { whySteps } from "../../ui/data/why-steps.ts";
import { groupHits } from "../../ui/panels/group-hits.ts";
import { stepPath } from "../../ui/panels/step-path.ts";
import { stepMs } from "../../ui/panels/use-playback.ts";
import { stateMarks } from "../../ui/stage/state-marks.ts";
import { smallGraph, smallRun } from "./small-graph.ts";

const view = viewRun(smallRun);
const station = smallRun.assets[1];
if (station === undefined) throw new Error("the run has lost its station");

describe("the hours of a run", () => {
  it("steps over every change, and stays at both ends", () => {
    expect(view.eventHours).toEqual([0, 4, 10, 12, 14, 20, 30]);
    expect(view.endHours).toBe(30);
    expect([0, 4, 29.9, 30].map((hour) => nextEvent(view, hour))).toEqual([4, 10, 30, 30]);
    expect([0, 4, 4.1, 99].map((hour) => previousEvent(view, hour))).toEqual([0, 0, 4, 30]);
    expect([0, 3.9, 4, 25, 99].map((hour) => eventIndexAt(view, hour))).toEqual([0, 0, 1, 5, 6]);
  });

  it("knows the level of an asset with several outages at each hour; an outage is over at its last", () => {
    const levels = [0, 11.9, 12, 19.9, 20, 29.9, 30, 99].map((hour) => levelAt(station.outages, hour));
    expect(levels).toEqual([0, 0, 1, 1, 0.5, 0.5, 1, 1]);
  });

  it("counts the assets that are out, as looking at each of them does", () => {
    for (let hour = 0; hour <= 31; hour += 0.5) {
      const out = smallRun.assets.filter(({ outages }) => levelAt(outages, hour) < 1).length;
      expect(countsAt(view, hour).assets).toBe(out);
    }
    expect(hourText(4, countsAt(view, 4))).toBe("hour 4: 3 assets, 2 States");
    expect(hourText(3.5, countsAt(view, 3.5))).toBe("hour 3.5: 2 assets, 1 State");
  });

  it("writes for each asset whether it is untouched, out, weak or back", () => {
    const states = new Float32Array(4);
    const at = (hour: number) => {
      writeStageStates(smallGraph, view, hour, states);
      return [...states];
    };
    expect(at(0)).toEqual([stageState.untouched, stageState.untouched, 0, 0]);
    expect(at(13)).toEqual([0, stageState.untouched, stageState.back, stageState.back]);
    expect(at(25)).toEqual([stageState.back, stageState.untouched, stageState.back, 0.5]);
    writeStageStates(smallGraph, null, 0, states);
    expect([...states]).toEqual([-1, -1, -1, -1]);
  });

  it("lights a State from the hour of its first hit on", () => {
    expect([...stateMarks(view, 3.9).keys()]).toEqual(["XA"]);
    expect(stateMarks(view, 4).get("XB")).toEqual({ firstHours: 4, token: "hit-2" });
    expect(stateMarks(null, 4).size).toBe(0);
  });

  it("finds the first hit abroad, where the scenario itself hits nothing", () => {
    const statesOf = (id: string) => smallGraph.statesOf(smallGraph.indexById.get(id) ?? -1);
    expect(firstHitAbroad(smallRun, statesOf)).toBe(4);
  });

  it("tells the chain with what was held back and where it went over a border", () => {
    const bank = view.byId.get("B");
    if (bank === undefined) throw new Error("no bank");
    const steps = whySteps(smallGraph, view, bank);
    expect(steps.map(({ id, fromHours, heldHours }) => [id, fromHours, heldHours])).toEqual([
      ["P", 0, 0],
      ["S", 0, 0],
      ["B", 4, 4],
    ]);
    expect(steps.map(({ border }) => border)).toEqual([null, null, { from: ["XA"], to: ["XB"] }]);
  });

  it("draws a link per outage that a provider caused", () => {
    expect(lossLinks(smallGraph, view)).toEqual([
      { from: 2, to: 3, crossesBorder: false, fromHours: 0, toHours: 12 },
      { from: 2, to: 3, crossesBorder: false, fromHours: 20, toHours: 30 },
      { from: 3, to: 0, crossesBorder: true, fromHours: 4, toHours: 14 },
    ]);
  });

  it("joins hits that stand too close, and plays no step longer than a second", () => {
    expect(groupHits(view)).toEqual([
      { hours: 0, codes: ["XA"] },
      { hours: 4, codes: ["XB"] },
    ]);
    expect(stepMs(view, 1)).toBe(900);
    expect(stepMs(view, 10)).toBe(90);
    expect(stepMs(view, 1000)).toBe(60);
    expect(stepPath(view, 30, 3)).toBe("M0 3H0V1H4V0H10V1H12V2H14V3H20V2H30V3H30V3Z");
  });

  it("does without any outage", () => {
    const empty = viewRun({ ...smallRun, assets: [], states: [] });
    expect(empty.eventHours).toEqual([0]);
    expect(countsAt(empty, 5)).toEqual({ assets: 0, states: 0 });
    expect(nextEvent(empty, 0)).toBe(0);
  });
});
