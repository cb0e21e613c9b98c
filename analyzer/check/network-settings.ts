import type { Issue } from "../model/issue.ts";
import { mainState } from "../model/main-state.ts";
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
    if (settings.balance !== "zones" && (settings.sharing !== undefined || settings.transferLimits !== undefined)) {
      const text = `sharing and transferLimits of ${commodity} count only with "balance": "zones": add it or remove them.`;
      findings.push({ code: "NETWORK_SETTING_UNUSED", column: path, value: commodity, text });
    }
    findings.push(...limitFaults(facts, path, settings), ...unusedLimits(facts, commodity, settings));
    return findings.map((finding) => descriptionIssue(facts.context, finding));
  });
}

function limitFaults(facts: Facts, path: string, { transferLimits = [] }: NetworkSettings): Finding[] {
  const seen = new Set<string>();
  return transferLimits.flatMap(({ from, to, capacity }, index) => {
    const column = `${path}.transferLimits.${index}`;
    const value = `${from} to ${to}`;
    const faults: (Finding | null)[] = [
      stateCodeFault(facts, from, `${column}.from`),
      stateCodeFault(facts, to, `${column}.to`),
    ];
    if (from === to) {
      faults.push({ code: "NETWORK_LIMIT_TO_SELF", column, value, text: "A limit needs two different States." });
    }
    if (!(capacity >= 0 && capacity < Infinity)) {
      const text = "A limit needs a capacity of 0 or more.";
      faults.push({ code: "VALUE_OUT_OF_RANGE", column: `${column}.capacity`, value: capacity, text });
    }
    if (seen.has(value)) {
      faults.push({ code: "NETWORK_LIMIT_REPEATED", column, value, text: `${value} has a limit already: keep one.` });
    }
    seen.add(value);
    return faults.filter((fault) => fault !== null);
  });
}

/** Limits of pairs of States without a connection that carries that way. */
function unusedLimits(facts: Facts, commodity: string, { balance, transferLimits = [] }: NetworkSettings): Finding[] {
  if (balance !== "zones" || transferLimits.length === 0) return [];
  const { assets, connections } = facts.dataset;
  const stateOf = (id: string) => {
    const asset = assets[facts.assetIndex.get(id) ?? -1];
    return asset === undefined ? null : mainState(asset);
  };
  const carried = new Set(
    connections
      .filter((connection) => connection.commodity === commodity)
      .flatMap(({ a, b, directed }) => {
        const [from, to] = [stateOf(a), stateOf(b)];
        return directed === true ? [`${from} to ${to}`] : [`${from} to ${to}`, `${to} to ${from}`];
      }),
  );
  return transferLimits.flatMap(({ from, to }, index): Finding[] => {
    const value = `${from} to ${to}`;
    if (from === to || carried.has(value)) return [];
    const text = `No connection carries ${commodity} from ${from} to ${to}, so this limit has no effect.`;
    const column = `networks.${commodity}.transferLimits.${index}`;
    return [{ code: "NETWORK_SETTING_UNUSED", column, value, text }];
  });
}
