import { describe, expect, it } from "vitest";
import type { Asset, Connection, Dependency, Scenario, Shock } from "../../analyzer/index.ts";
import { type Answer, bothRuns } from "../support/answer.ts";
import { fictionalAsset, fictionalDataset } from "../support/fictional.ts";

/** Small cases worked by hand, one sentence of model.md section 2 each. Outages are [from, to, level]. */

const row = (id: string, provider: string, dependent: string, more: Partial<Dependency> = {}): Dependency => ({
  id,
  provider,
  dependent,
  ...more,
});
const line = (a: string, b: string, directed = false): Connection => ({
  id: `${a}-${b}`,
  a,
  b,
  commodity: "electricity",
  directed,
});
const amount = (known?: number) => [
  known === undefined ? { commodity: "electricity" } : { commodity: "electricity", amount: known },
];
const lose = (id: string, fromHours: number, hours: number, availability = 0): Shock => ({
  select: { ids: [id] },
  fromHours,
  hours,
  availability,
});
const scenario = (shocks: readonly Shock[], horizonHours = 100): Scenario => ({
  id: "hand",
  title: "By hand",
  horizonHours,
  shocks,
});
const outagesOf = (answer: Answer, id: string) =>
  (answer.outages.get(id) ?? []).map(({ fromHours, toHours, level }) => [fromHours, toHours, Number(level.toFixed(9))]);

describe.each(bothRuns)("by hand: dependencies, by the $name", ({ run }) => {
  const [A, B, X] = [fictionalAsset("A"), fictionalAsset("B"), fictionalAsset("X")];
  const data = (rows: Dependency[], x: Partial<Asset> = {}) => fictionalDataset("hand", [A, B, { ...X, ...x }], rows);

  it("overlapping shocks multiply", () => {
    const answer = run(data([]), scenario([lose("X", 0, 4, 0.5), lose("X", 2, 4, 0.4)]));
    expect(outagesOf(answer, "X")).toEqual([
      [0, 2, 0.5],
      [2, 4, 0.2],
      [4, 6, 0.4],
    ]);
  });

  it("a lag shifts the loss and the return; what is on its way at the end is an event", () => {
    const lagged = data([row("a", "A", "X", { lagHours: 3 })]);
    expect(outagesOf(run(lagged, scenario([lose("A", 1, 2)])), "X")).toEqual([[4, 6, 0]]);
    const cut = run(lagged, scenario([lose("A", 1, 2)], 5));
    expect(outagesOf(cut, "X")).toEqual([[4, 5, 0]]);
    expect(cut.stopped).toBe("horizon");
  });

  it("a buffer drains with the deficit, keeps what is left, and is full again at once", () => {
    const buffered = data([row("a", "A", "X", { bufferHours: 4 })]);
    // 2 h at half deficit and 3 h at full deficit empty the store at 5 h.
    const slow = run(buffered, scenario([lose("A", 0, 2, 0.5), lose("A", 2, 8)]));
    expect(outagesOf(slow, "X")).toEqual([[5, 10, 0]]);
    // 3 h lost, 1 h back: full again, so the second loss lasts 4 h before it is felt.
    const twice = run(buffered, scenario([lose("A", 0, 3), lose("A", 4, 5)]));
    expect(outagesOf(twice, "X")).toEqual([[8, 9, 0]]);
  });

  it("a buffer is as long as it says: only the time at which it runs empty is rounded", () => {
    // A third of an hour at a sixth of the deficit lasts two hours, and then A is back.
    const data = fictionalDataset(
      "hand",
      [A, B, X],
      [
        row("a", "A", "X", { group: "g", share: 0.5, need: 3, bufferHours: 1 / 3 }),
        row("b", "B", "X", { group: "g", share: 2.5 }),
      ],
    );
    expect([...run(data, scenario([lose("A", 0, 2)])).outages.keys()]).toEqual(["A"]);
  });

  it("an empty buffer stays empty while supply is partly back", () => {
    const buffered = data([row("a", "A", "X", { bufferHours: 2, loss: 0.5 })]);
    const answer = run(buffered, scenario([lose("A", 0, 4), lose("A", 4, 4, 0.6)]));
    expect(outagesOf(answer, "X")).toEqual([
      [2, 4, 0.5],
      [4, 8, 0.8],
    ]);
  });

  it("restart counts from when the last thing needed is back; a shorter second dip begins it anew", () => {
    const both = data([row("a", "A", "X"), row("b", "B", "X")], { restartHours: 3 });
    expect(outagesOf(run(both, scenario([lose("A", 0, 2), lose("B", 1, 4)])), "X")).toEqual([[0, 8, 0]]);
    expect(outagesOf(run(both, scenario([lose("A", 0, 2), lose("B", 4, 1)])), "X")).toEqual([[0, 8, 0]]);
    // Back for exactly as long as the restart takes, X is up at 5 h in no interval: B is lost at that instant.
    expect(outagesOf(run(both, scenario([lose("A", 0, 2), lose("B", 5, 1)])), "X")).toEqual([[0, 9, 0]]);
  });

  it("a partial level is held over the restart window", () => {
    const slow = data([row("a", "A", "X")], { restartHours: 3 });
    const answer = run(slow, scenario([lose("A", 0, 2), lose("A", 2, 4, 0.5)]));
    expect(outagesOf(answer, "X")).toEqual([
      [0, 5, 0],
      [5, 9, 0.5],
    ]);
  });

  it("a hand-over within one group is no dip, also where the dependent restarts slowly", () => {
    const either = data([row("a", "A", "X", { group: "g" }), row("b", "B", "X", { group: "g" })], { restartHours: 3 });
    const answer = run(either, scenario([lose("A", 0, 2), lose("B", 2, 2)]));
    expect([...answer.outages.keys()]).toEqual(["A", "B"]);
  });

  it("two assets that need each other over lags lift themselves out of step only", () => {
    const loop = fictionalDataset(
      "hand",
      [A, B],
      [row("a", "A", "B", { lagHours: 2 }), row("b", "B", "A", { lagHours: 2 })],
    );
    // A short loss goes round the loop for ever: no two of it at a time, so none is stuck.
    const pulse = run(loop, scenario([lose("A", 0, 1)], 9));
    expect(outagesOf(pulse, "A")).toEqual([
      [0, 1, 0],
      [4, 5, 0],
      [8, 9, 0],
    ]);
    expect(pulse.stopped).toBe("horizon");
    // A loss as long as the way round closes on itself.
    const shut = run(loop, scenario([lose("A", 0, 4)], 20));
    expect(outagesOf(shut, "A")).toEqual([[0, 20, 0]]);
    expect(outagesOf(shut, "B")).toEqual([[2, 20, 0]]);
    expect(shut.stuck).toEqual([["A", "B"]]);
    expect(shut.stopped).toBe("settled");
  });

  it("black start needs what is outside its loop", () => {
    const loop = (start: boolean) =>
      data([row("a", "A", "X"), row("b", "X", "B"), row("c", "B", "X")], { blackStart: start });
    const dark = run(loop(true), scenario([lose("A", 0, 2)]));
    expect(outagesOf(dark, "X")).toEqual([[0, 2, 0]]);
    expect(run(loop(false), scenario([lose("A", 0, 2)])).stuck).toEqual([["B", "X"]]);
  });
});

describe.each(bothRuns)("by hand: networks, by the $name", ({ run }) => {
  const plant = (id: string, known?: number) => fictionalAsset(id, { produces: amount(known) });
  const city = (id: string, known?: number) => fictionalAsset(id, { consumes: amount(known) });

  it("stations come back one after the other, and a restart counts once", () => {
    const stations = ["N1", "N2"].map((id) => fictionalAsset(id, { restartHours: 3 }));
    const data = fictionalDataset(
      "hand",
      [plant("G"), ...stations, city("Z")],
      [],
      [line("G", "N1"), line("N1", "N2"), line("N2", "Z")],
    );
    const answer = run(data, scenario([lose("N1", 0, 2), lose("N2", 0, 2)]));
    // N1 is touched by G from 2 h on and conducts at 5 h; only then does N2, whose own window is over too, see supply.
    expect(outagesOf(answer, "N1")).toEqual([[0, 5, 0]]);
    expect(outagesOf(answer, "N2")).toEqual([[0, 8, 0]]);
    expect(outagesOf(answer, "Z")).toEqual([[0, 5, 0]]);
  });

  it("a station that is down for want of control still lets the commodity through", () => {
    const data = fictionalDataset(
      "hand",
      [plant("G"), fictionalAsset("N"), city("Z"), fictionalAsset("T")],
      [row("t", "T", "N")],
      [line("G", "N"), line("N", "Z")],
    );
    const answer = run(data, scenario([lose("T", 0, 4)]));
    expect([...answer.outages.keys()]).toEqual(["N", "T"]);
  });

  it("half an availability conducts, and half a producer gives half", () => {
    const data = fictionalDataset(
      "hand",
      [plant("G", 10), fictionalAsset("N"), city("Z", 10)],
      [],
      [line("G", "N"), line("N", "Z")],
    );
    expect(outagesOf(run(data, scenario([lose("N", 0, 2, 0.5)])), "Z")).toEqual([]);
    expect(outagesOf(run(data, scenario([lose("G", 0, 2, 0.5)])), "Z")).toEqual([[0, 2, 0.5]]);
  });

  it("a level is a share of the undisturbed one", () => {
    // 40 for 80 undisturbed; with G2 lost 30 for 80: 3/4 of what is usual.
    const data = fictionalDataset(
      "hand",
      [plant("G1", 30), plant("G2", 10), city("Z", 80)],
      [],
      [line("G1", "Z"), line("G2", "Z")],
    );
    expect(outagesOf(run(data, scenario([lose("G2", 0, 2)])), "Z")).toEqual([[0, 2, 0.75]]);
  });

  it("with an amount unknown the best producer counts; an unknown demand counts as none", () => {
    const unknown = fictionalDataset(
      "hand",
      [plant("G1"), plant("G2", 10), city("Z", 80)],
      [],
      [line("G1", "Z"), line("G2", "Z")],
    );
    expect(outagesOf(run(unknown, scenario([lose("G1", 0, 2, 0.25), lose("G2", 0, 2, 0.5)])), "Z")).toEqual([
      [0, 2, 0.5],
    ]);
    const mixed = fictionalDataset(
      "hand",
      [plant("G1", 30), plant("G2", 10), city("Y"), city("Z", 40)],
      [],
      [line("G1", "Z"), line("G2", "Z"), line("Y", "Z")],
    );
    expect(outagesOf(run(mixed, scenario([lose("G1", 0, 2)])), "Y")).toEqual([[0, 2, 0.25]]);
  });

  it("a network without a producer, or an island fed from outside the data, binds nobody", () => {
    const roads = fictionalDataset("hand", [fictionalAsset("N"), city("Z", 10)], [], [line("N", "Z")]);
    expect([...run(roads, scenario([lose("N", 0, 2)])).outages.keys()]).toEqual(["N"]);
    const assets = [plant("G", 10), city("Y", 10), fictionalAsset("N"), city("Z", 10)];
    const outside = fictionalDataset("hand", assets, [], [line("G", "Y"), line("N", "Z")]);
    expect([...run(outside, scenario([lose("N", 0, 2)])).outages.keys()]).toEqual(["N"]);
  });

  it("along directions only what a running producer reaches is served, the last step without conduction", () => {
    const slow = fictionalAsset("Z", { restartHours: 2, consumes: amount(5) });
    const data = fictionalDataset(
      "hand",
      [plant("G1", 10), plant("G2", 10), fictionalAsset("N"), slow],
      [],
      [line("G1", "N", true), line("N", "Z", true), line("Z", "G2", true)],
    );
    // G2 is downstream of Z: it feeds the island, but reaches nobody.
    const answer = run(data, scenario([lose("G1", 0, 3)]));
    expect(outagesOf(answer, "N")).toEqual([[0, 3, 0]]);
    expect(outagesOf(answer, "Z")).toEqual([[0, 5, 0]]);
    // Lost itself, Z does not conduct before 6 h, but is served from 4 h on: its restart counts once.
    expect(outagesOf(run(data, scenario([lose("Z", 0, 4)])), "Z")).toEqual([[0, 6, 0]]);
  });

  it("a row @c puts the network beside a generator set, and sets its buffer", () => {
    const sites = [plant("G"), city("Y"), city("Z"), fictionalAsset("D")];
    const data = fictionalDataset(
      "hand",
      sites,
      [
        row("1", "@electricity", "Z", { group: "power" }),
        row("2", "D", "Z", { group: "power" }),
        row("3", "@electricity", "Y", { bufferHours: 3 }),
      ],
      [line("G", "Y"), line("G", "Z")],
    );
    const answer = run(data, scenario([lose("G", 0, 4), lose("D", 1, 1)]));
    expect(outagesOf(answer, "Z")).toEqual([[1, 2, 0]]);
    expect(outagesOf(answer, "Y")).toEqual([[3, 4, 0]]);
  });

  it("what is left of a long fall does not lift a loop that is down", () => {
    const works = fictionalAsset("M", { produces: amount(60), consumes: amount(40) });
    const data = fictionalDataset(
      "hand",
      [fictionalAsset("K"), fictionalAsset("L"), works],
      [row("k", "K", "M", { group: "g", need: 1.2 }), row("l", "L", "M", { group: "g", share: 0.5 })],
      [line("K", "L"), line("L", "M")],
    );
    // Without K: M = L / 2.4 and L = 1.5 M, a loop that loses more than a third each turn, down to 0. With K back it
    // would gain each turn, but 0 gains nothing.
    const answer = run(data, scenario([lose("K", 0, 2)]));
    for (const id of ["K", "L", "M"]) expect(outagesOf(answer, id)).toEqual([[0, 100, 0]]);
    expect(answer.stuck).toEqual([["K", "L", "M"]]);
  });

  it("black start does not stand in for the network", () => {
    const station = fictionalAsset("N", { blackStart: true });
    const data = fictionalDataset("hand", [plant("G"), station], [row("n", "N", "G")], [line("G", "N")]);
    const answer = run(data, scenario([lose("G", 0, 2)]));
    expect(outagesOf(answer, "N")).toEqual([[0, 100, 0]]);
    expect(answer.stuck).toEqual([["G", "N"]]);
  });
});
