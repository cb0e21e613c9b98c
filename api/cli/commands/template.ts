import type { Command } from "commander";
import { writeXlsxTemplate } from "../../../datasets/formats/foreign/index.ts";
import type { Cli } from "../cli.ts";
import { assertNew, writeNewFile } from "../write-new.ts";

/** `template`: an empty workbook to be filled in. */
export function addTemplate(program: Command, cli: Cli): void {
  program
    .command("template")
    .summary("write an empty workbook to fill in")
    .description(
      "Writes an empty workbook (.xlsx) with every column of a dataset, words to pick from and what each column means. Filled in, it is read by check and import.",
    )
    .requiredOption("--out <file>", "workbook to make; nothing that is there is replaced")
    .addHelpText("after", "\nExample:\n  knockon template --out my-region.xlsx")
    .action(({ out }: { readonly out: string }) => template(cli, out));
}

async function template(cli: Cli, out: string): Promise<void> {
  await assertNew(out);
  await writeNewFile(out, await writeXlsxTemplate());
  cli.print([`${out}: fill in the sheets, then: knockon check ${out}`]);
}
