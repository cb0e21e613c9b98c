import { type Command, Option } from "commander";
import { copyStore } from "../../store/backup/copy-store.ts";
import type { Cli } from "../cli.ts";
import { collect, type JsonOption, jsonOption } from "../options.ts";
import { isChange, type Parts, partLines, settleParts } from "../settle-parts.ts";
import { type SideOptions, sideEnvironment } from "../side-environment.ts";
import { assertStoreThere, withStore } from "../with-store.ts";

interface CopyOptions extends JsonOption {
  readonly from: string;
  readonly to: string;
  readonly dataset?: readonly string[];
  readonly dryRun?: true;
  readonly fromUser?: string;
  readonly fromPasswordFile?: string;
  readonly toUser?: string;
  readonly toPasswordFile?: string;
}

/** What `copy --json` prints. */
interface CopyReport extends Parts {
  readonly kind: "copy";
  readonly dryRun: boolean;
  readonly from: string;
  readonly to: string;
}

const stores = "sqlite:PATH, neo4j://HOST:PORT/DATABASE or bolt://...";

const secrets = `
For Neo4j user and password are those of KNOCKON_NEO4J_USER and KNOCKON_NEO4J_PASSWORD or KNOCKON_NEO4J_PASSWORD_FILE; for one
side alone KNOCKON_FROM_NEO4J_USER, KNOCKON_TO_NEO4J_PASSWORD and so on, or the options.

Examples:
  knockon copy --from sqlite:./work.db --to neo4j://127.0.0.1:7687/neo4j
  knockon copy --from neo4j://127.0.0.1:7687/neo4j --to sqlite:./work.db --dataset my-region`;

/** `copy`: from one store to another. */
export function addCopy(program: Command, cli: Cli): void {
  program
    .command("copy")
    .summary("copy datasets and runs to another store")
    .description(
      "Copies datasets with their history, scenarios and overlays, and the runs made from them, to another store, and compares hashes afterwards. What is there already, the same, stays; something else under the same name is refused before anything is written.",
    )
    .requiredOption("--from <url>", stores)
    .requiredOption("--to <url>", stores)
    .addOption(new Option("--dataset <id>", "only this dataset and its runs; may be repeated").argParser(collect))
    .option("--dry-run", "look at both stores only; write nothing")
    .option("--from-user <name>", "user of Neo4j at --from")
    .option("--from-password-file <file>", "file with the password at --from in its first line")
    .option("--to-user <name>", "user of Neo4j at --to")
    .option("--to-password-file <file>", "file with the password at --to in its first line")
    .addOption(jsonOption())
    .addHelpText("after", secrets)
    .action((options: CopyOptions) => copy(cli, options));
}

async function copy(cli: Cli, options: CopyOptions): Promise<void> {
  const dryRun = options.dryRun ?? false;
  const source = side(cli, "FROM", { user: options.fromUser, passwordFile: options.fromPasswordFile });
  const target = side(cli, "TO", { user: options.toUser, passwordFile: options.toPasswordFile });
  assertStoreThere(source, { store: options.from });
  const report = await withStore(source, { store: options.from }, (openFrom) =>
    withStore(target, { store: options.to }, async (openTo) => {
      const [from, to] = [await openFrom(), await openTo()];
      const wanted = options.dataset === undefined ? {} : { datasets: options.dataset };
      const parts = await settleParts(cli, dryRun, "parts compared", (transfer) =>
        copyStore(from, to, { ...transfer, ...wanted }),
      );
      return { kind: "copy", dryRun, from: from.address, to: to.address, ...parts } satisfies CopyReport;
    }),
  );
  if (options.json) cli.printJson(report);
  else cli.print(reportLines(report));
}

function side({ io }: Cli, name: "FROM" | "TO", options: SideOptions): Parameters<typeof withStore>[0] {
  return { environment: sideEnvironment(io.environment, name, options) };
}

function reportLines(report: CopyReport): string[] {
  const { from, to, dryRun } = report;
  return [
    ...partLines(report, dryRun),
    `  from ${from}`,
    `  to ${to}${dryRun || !isChange(report) ? "; nothing was written" : ""}`,
  ];
}
