import { createServer } from "node:net";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lossScenario } from "../../analyzer/index.ts";
import { ServeError, startService } from "../../api/server.ts";
import { readSettings } from "../../api/settings.ts";

interface Listed {
  readonly datasets: readonly { readonly id: string; readonly revision: number }[];
}

async function datasetsAt(address: string): Promise<Listed["datasets"]> {
  const answer = await fetch(`${address}/api/datasets`);
  return ((await answer.json()) as Listed).datasets;
}

/** Asks for a run and reads what the store keeps of it. */
async function runGolden(address: string): Promise<{ readonly id: string }> {
  const parameters = { scenario: lossScenario(["P1"], 96, 240) };
  const asked = await fetch(`${address}/api/jobs`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-knockon": "1" },
    body: JSON.stringify({ analysis: "run", dataset: "golden", parameters }),
  });
  const { id } = (await asked.json()) as { id: string };
  await (await fetch(`${address}/api/jobs/${id}/events`)).text();
  const run = (await (await fetch(`${address}/api/runs/${id}`)).json()) as { id: string; result: { totals: object } };
  expect(run.result.totals).toMatchObject({ outageHours: 631 });
  return run;
}

describe("the service", () => {
  it("brings the bundled datasets into its store once, and keeps its runs", async () => {
    const store = `sqlite:${join(mkdtempSync(join(tmpdir(), "knockon-")), "knockon.db")}`;
    const settings = readSettings({ store, port: "0" }, {});
    const said: string[] = [];
    const first = await startService(settings, (text) => said.push(text));
    const datasets = await datasetsAt(first.address);
    expect(datasets.map(({ id }) => id)).toEqual(expect.arrayContaining(["golden", "golden-loop", "golden-network"]));
    expect(said.join("\n")).toContain("golden: importing");
    expect((await first.opened())?.description.id).toBe("europe");
    const run = await runGolden(first.address);
    await first.close();
    const again: string[] = [];
    const second = await startService(settings, (text) => again.push(text));
    expect(await datasetsAt(second.address)).toEqual(datasets);
    expect(again).toEqual([]);
    const kept = await fetch(`${second.address}/api/runs/${run.id}`);
    expect(await kept.json(), "a run outlives the service").toEqual(run);
    await second.close();
  });

  it("says that a port is in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const taken = other.address();
    const port = typeof taken === "object" && taken !== null ? String(taken.port) : "";
    const start = startService(readSettings({ store: "memory:", port }, {}), () => {});
    await expect(start).rejects.toThrow(ServeError);
    await expect(start).rejects.toMatchObject({ code: "SERVE_PORT_IN_USE" });
    await expect(start).rejects.toThrow(port);
    await new Promise((resolve) => other.close(resolve));
  });
});
