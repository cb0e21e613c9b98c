import { expect, it } from "vitest";
import { foreignFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { xlsx } from "../../../../datasets/formats/foreign/xlsx.ts";
import { readForeign } from "../../../../datasets/formats/foreign/read-foreign.ts";
import { fileSetFromBytes } from "../../../../datasets/formats/index.ts";
import { readFiles } from "../../../support/foreign-formats.ts";
import { asGrid, told } from "../../../support/foreign-outcome.ts";
import { assetRow, connectionRow, datasetOf } from "../../../support/rows.ts";

const folders = foreignFormats.filter(({ read, write, ending }) => read !== null && write !== null && ending === null);

it.each(folders)("$title tells a file that it does not read, and no other", async (format) => {
  const { files } = (await format.write?.(
    datasetOf({ assets: [assetRow("a"), assetRow("b")], connections: [connectionRow("a", "b")] }),
  )) ?? { files: new Map<string, string>() };
  const outcome = await readFiles(format, new Map([...files, ["notes/README.md", "# Read me"]]));
  expect(told(outcome, "FILE_NOT_USED")).toEqual([
    {
      severity: "info",
      code: "FILE_NOT_USED",
      file: "notes/README.md",
      row: null,
      column: null,
      value: null,
      text: `The file is not read: ${format.title} has no place for a file of this name. Nothing of it is in the dataset.`,
    },
  ]);
});

it("takes the parts of a workbook for one file", async () => {
  const { files } = (await xlsx.write?.(
    datasetOf({ assets: [assetRow("a"), assetRow("b")], connections: [connectionRow("a", "b")] }),
  )) ?? { files: new Map<string, string>() };
  const [bytes = ""] = files.values();
  const upload = fileSetFromBytes("upload", typeof bytes === "string" ? Buffer.from(bytes) : bytes);
  expect((await upload.list()).length).toBeGreaterThan(3);
  expect(told(await readForeign(upload, xlsx, asGrid), "FILE_NOT_USED")).toEqual([]);
});
