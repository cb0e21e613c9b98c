import { setTimeout as sleep } from "node:timers/promises";
import { SeededRandom } from "../../support/seeded-random.ts";
import type { KillBed } from "./kill-bed.ts";
import { type KillFigures, type KillPlan, noFigures, startServer } from "./kill-rounds.ts";
import { ServedLane } from "./served-lane.ts";
import { ServiceProcess } from "./service-process.ts";

const lanes = ["served-a", "served-b"] as const;
const mostAcknowledged = 8;
/** Where acknowledgements do not come, the kill does not wait for them. */
const longestMs = 10_000;

/** As `killRounds`, of the service itself, used over HTTP. */
export async function servedRounds(bed: KillBed, plan: KillPlan): Promise<KillFigures> {
  const figures = noFigures();
  const random = new SeededRandom(plan.seed);
  const writers = lanes.map((id) => new ServedLane(id));
  let service = new ServiceProcess(bed);
  let address = await service.ready();
  for (const [round, victim] of plan.victims.entries()) {
    let heard = 0;
    const after = random.below(mostAcknowledged);
    let writing: Promise<void>[] = [];
    const reached = new Promise<void>((resolve) => {
      const acknowledge = (): void => {
        heard += 1;
        if (heard > after) resolve();
      };
      writing = writers.map((writer) => writer.writeOn(address, acknowledge));
    });
    await Promise.race([reached, sleep(longestMs)]);
    await sleep(random.unit() * plan.writeMs);
    if (writers.some((writer) => writer.hasOpenWrite)) figures.duringWrite += 1;
    if (victim !== "service") await bed.killServer();
    if (victim !== "server") await service.kill();
    await Promise.all(writing);
    if (victim !== "service") await startServer(bed, figures);
    const begun = performance.now();
    if (victim !== "server") service = new ServiceProcess(bed);
    address = await service.ready();
    const spent = performance.now() - begun;
    if (victim === "server") figures.slowestReturnMs = Math.max(figures.slowestReturnMs, spent);
    else figures.slowestRestartMs = Math.max(figures.slowestRestartMs, spent);
    figures.kills[victim] += 1;
    for (const writer of writers) {
      const fault = await writer.judge(address);
      if (fault !== null) figures.lost.push(fault);
    }
    if ((round + 1) % 10 === 0) plan.say(`${bed.name}, served: ${round + 1} of ${plan.victims.length} kills`);
  }
  await service.kill();
  for (const { acknowledged, refused } of writers) {
    figures.acknowledged += acknowledged;
    figures.wrongErrors.push(...refused);
  }
  return figures;
}
