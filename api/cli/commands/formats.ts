import type { Command } from "commander";
import { foreignFormats } from "../../../datasets/formats/foreign/index.ts";
import type { Cli } from "../cli.ts";
import { type JsonOption, jsonOption } from "../options.ts";
import { tableLines } from "../table.ts";

interface FormatLine {
  readonly id: string;
  readonly title: string;
  readonly reads: boolean;
  readonly writes: boolean;
}

const own: readonly FormatLine[] = [
  { id: "folder", title: "Folder of CSV files, or a zip of it", reads: true, writes: true },
  { id: "bundle", title: "One JSON bundle", reads: true, writes: true },
];

/** `formats`: what can be read and written. */
export function addFormats(program: Command, cli: Cli): void {
  program
    .command("formats")
    .summary("list the formats of files that can be read and written")
    .description("Lists the formats of files: those read by check, import and inspect, and those written by export.")
    .addOption(jsonOption())
    .action(({ json }: JsonOption) => {
      const others = foreignFormats.map(({ id, title, read, write }): FormatLine => {
        return { id, title, reads: read !== null, writes: write !== null };
      });
      const formats = [...own, ...others];
      if (json) cli.printJson({ kind: "formats", formats });
      else cli.print(tableLines(columns, formats, cli.paint));
    });
}

const word = (can: boolean): string => (can ? "yes" : "");
const columns = [
  { title: "format", cell: ({ id }: FormatLine) => id },
  { title: "reads", cell: ({ reads }: FormatLine) => word(reads) },
  { title: "writes", cell: ({ writes }: FormatLine) => word(writes) },
  { title: "what", cell: ({ title }: FormatLine) => title },
];
