import { describe, expect, it } from "vitest";
import { RoundBoard } from "../../../api/jobs/round-board.ts";

describe("the board of a round", () => {
  it("gives every piece once, whoever asks, then none", () => {
    const board = RoundBoard.open(3, 2);
    const other = new RoundBoard(3, board.cells);
    expect([board.take(), other.take(), board.take(), other.take(), board.take()]).toEqual([0, 1, 2, -1, -1]);
  });

  it("has nothing to take once it is closed", () => {
    const board = RoundBoard.open(3, 2);
    board.take();
    board.close();
    expect(board.take()).toBe(-1);
  });

  it("adds up finished pieces and those under way, whatever their measures", () => {
    const board = RoundBoard.open(4, 3);
    expect(board.progress()).toEqual({ done: 0, total: 4000 });
    board.report(0, 5, 10);
    board.report(2, 3_000_000, 4_000_000);
    expect(board.progress()).toEqual({ done: 1250, total: 4000 });
    board.finish(2);
    expect(board.progress()).toEqual({ done: 1500, total: 4000 });
    board.report(0, 11, 10);
    expect(board.progress()).toEqual({ done: 2000, total: 4000 });
  });

  it("tells the only piece in its own measure", () => {
    const board = RoundBoard.open(1, 1);
    expect(board.progress()).toEqual({ done: 0, total: 0 });
    board.report(0, 7, 20);
    expect(board.progress()).toEqual({ done: 7, total: 20 });
    board.finish(0);
    expect(board.progress()).toEqual({ done: 20, total: 20 });
  });
});
