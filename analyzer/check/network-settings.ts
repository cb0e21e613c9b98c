import type { Issue } from "../model/issue.ts";
import type { NetworkSettings } from "../model/network.ts";
import type { Facts } from "./facts.ts";
import { descriptionIssue, type Finding } from "./make-issue.ts";
import { stateCodeFault } from "./state-codes.ts";

/** Can what dataset.json says about networks be followed? */
export function checkNetworkSettings(facts: Facts): Issue[] {
  return Object.entries(facts.dataset.description.networks ?? {}).flatMap(([commodity, settings]) => {
    const path = `networks.${commodity}`;
    const findings: Finding[] = [];
    if (!facts.words.commodities.has(commodity)) {
      const text = `networks names ${commodity}, which is not one of the commodities.`;
      findings.push({ code: "COMMODITY_UNKNOWN", column: path, value: commodity, text });
    }
    if (settings.balance === "zones") {
      const text = `Balancing ${commodity} by "zones" is not supported yet by this version: use "island", or leave balance out.`;
      findings.push({ code: "NETWORK_ZONES_UNSUPPORTED", column: `${path}.balance`, value: settings.balance, text });
    }
    findings.push(...limitFaults(facts, path, settings));
    return findings.map((finding) => descriptionIssue(facts.context, finding));
  });
}

function limitFaults(facts: Facts, path: string, { transferLimits = [] }: NetworkSettings): Finding[] {
  const seen = new Set<string>();
  return transferLimits.flatMap(({ from, to }, index) => {
    const column = `${path}.transferLimits.${index}`;
    const value = `${from} to ${to}`;
    const faults: (Finding | null)[] = [
      stateCodeFault(facts, from, `${column}.from`),
      stateCodeFault(facts, to, `${column}.to`),
    ];
    if (from === to) {
      faults.push({ code: "NETWORK_LIMIT_TO_SELF", column, value, text: "A limit needs two different States." });
    }
    if (seen.has(value)) {
      faults.push({ code: "NETWORK_LIMIT_REPEATED", column, value, text: `${value} has a limit already: keep one.` });
    }
    seen.add(value);
    return faults.filter((fault) => fault !== null);
  });
}
