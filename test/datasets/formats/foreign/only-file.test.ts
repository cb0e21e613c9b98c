import { expect, it } from "vitest";
import { onlyFile } from "../../../../datasets/formats/foreign/only-file.ts";
import { filesOf } from "../../../support/foreign-formats.ts";

const files = filesOf("upload", new Map());

it("is the one of the ending, or the only one whatever it is called", () => {
  expect(onlyFile({ files, paths: ["LICENCE.txt", "data.CSV"] }, /\.csv$/iu)).toBe("data.CSV");
  expect(onlyFile({ files, paths: ["upload"] }, /\.csv$/iu)).toBe("upload");
});

it.each([[[]], [["a.csv", "b.csv"]], [["a.txt", "b.txt"]]])("is none among %j", (paths) => {
  expect(() => onlyFile({ files, paths }, /\.csv$/iu)).toThrow(
    expect.objectContaining({ issue: expect.objectContaining({ code: "FILE_KIND_UNKNOWN", file: "upload" }) }),
  );
});
