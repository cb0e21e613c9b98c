import { writeFile } from "node:fs/promises";
import { chancyLoss, longQuestion } from "../jobs/long-question.ts";
import { writeChain } from "./chain-bundle.ts";

/** Words of a command that takes much longer than a test waits, over files of its own. */
export async function longCommand(scratch: (name: string) => string, assets: number): Promise<string[]> {
  const chain = await writeChain(scratch("long-chain.json"), assets);
  const scenario = scratch("chancy.json");
  await writeFile(scenario, JSON.stringify(chancyLoss));
  const { analysis, parameters } = longQuestion;
  return ["analyse", analysis, chain, "--scenario", scenario, "--trials", String(parameters.trials), "--json"];
}
