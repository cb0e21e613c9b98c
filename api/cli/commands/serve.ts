import type { Command } from "commander";
import type { Cli } from "../cli.ts";
import { storeOption } from "../options.ts";
import { figuresReport } from "../reports/figures-report.ts";

interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
  readonly store?: string;
}

/** `serve`: HTTP and screen, until Ctrl-C. */
export function addServe(program: Command, cli: Cli): void {
  program
    .command("serve")
    .summary("open the screen in a browser")
    .description("Serves the screen and the HTTP interface on this machine until Ctrl-C.")
    .option("--host <host>", "loopback address to listen on (default: 127.0.0.1)")
    .option("--port <port>", "port to listen on, 0 for any free one (default: 4242)")
    .addOption(storeOption())
    .addHelpText("after", "\nExample:\n  knockon serve --port 8080")
    .action(async (options: ServeOptions) => {
      // Only here: the other commands start sooner without the server's modules.
      const { serve } = await import("../../server.ts");
      await serve(options, {
        say: (text) => cli.print([text]),
        opened: (dataset) => cli.print(figuresReport(dataset)),
      });
    });
}
