import type { Dataset } from "../../analyzer/index.ts";
import { figuresReport } from "../cli/reports/figures-report.ts";
import { serve } from "../server.ts";
import { ownAddress, relayPort } from "./relay-port.ts";

/**
 * The service in a container (compose.yaml). It has no sign-in and so listens on the loopback, as anywhere; but what a
 * container publishes arrives at its own address, and that is passed on to the loopback as it comes. Who may reach it is
 * decided outside: by the network of the container and by where the port is published (compose.yaml: on the machine's
 * loopback). Requests still have to name 127.0.0.1 or localhost with the same port.
 */
const port = 4242;
const relay = await relayPort(ownAddress(), port);
try {
  const listener = {
    say: (text: string) => console.log(text),
    opened: (dataset: Dataset) => console.log(figuresReport(dataset).join("\n")),
  };
  await serve({ host: "127.0.0.1", port: String(port) }, listener);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 3;
} finally {
  relay.close();
}
