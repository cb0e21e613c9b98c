import { expect, it } from "vitest";
import { foreignClasses, stateClasses } from "../../../../analyzer/algorithms/brandes/state-classes.ts";

const states = [[0], [1, 0], [0], [0, 1], [2], []];
const start = Int32Array.from([0, 1, 3, 4, 6, 7, 7]);

it("stateClasses puts nodes of the same States together, in whatever order they are named", () => {
  const classes = stateClasses(start, Int32Array.from(states.flat()));
  expect([...classes.classOf]).toEqual([0, 1, 0, 1, 2, 3]);
  expect([...classes.start]).toEqual([0, 1, 3, 4, 4]);
  expect([...classes.state]).toEqual([0, 0, 1, 2]);
});

it("foreignClasses are those that share no State", () => {
  const classes = stateClasses(start, Int32Array.from(states.flat()));
  expect([0, 1, 2, 3].map((of) => [...foreignClasses(classes, of)])).toEqual([
    [0, 0, 1, 1],
    [0, 0, 1, 1],
    [1, 1, 0, 1],
    [1, 1, 1, 1],
  ]);
});
