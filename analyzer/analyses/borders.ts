import { type BorderFlows, borderFlows } from "../measures/borders/border-flows.ts";
import { joinBorders } from "../measures/borders/join-borders.ts";
import { type BordersPlan, leastPairs, pairsOf, planBorders } from "../measures/borders/plan-borders.ts";
import type { RunGround } from "../measures/ground.ts";
import { pieceRange } from "../measures/round.ts";
import { compareIds } from "../model/dataset.ts";
import { Parameters } from "../run/parameters.ts";
import type { AnalysisHost, PiecedAnalysis, Planned, Refused } from "../run/protocol.ts";

/** What States can send each other. */
export const borders: PiecedAnalysis<BordersPlan, readonly BorderFlows[]> = {
  id: "borders",
  title: "Flows between States",
  question:
    "How much can each State send its neighbours, over how many ways, and which connections are the narrow place?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: {
      commodity: { type: "string", title: "One commodity (all that have connections unless said)" },
      states: {
        type: "array",
        title: "Every pair of these States, neighbours or not (every pair of neighbours unless said)",
        items: { type: "string" },
        default: [],
      },
    },
  },
  outputs:
    "Per commodity and pair of States the maximum flow and the connections that limit it, the number of ways that share no connection and the fewest connections that set the two apart; single links across borders",
  cost: "Three maximum flows per pair of States and commodity: milliseconds each",
  estimate: ({ connections }) => 1e-4 * connections,
  limits:
    "Capacities of connections only: neither production nor demand, losses or the laws of power flow. A connection of unknown capacity has no limit, so a flow over such alone is unknown, and a lower bound without them is given. All ways count, third States included; an asset of several States counts to the one with the largest share, ties to the first named",
  source: "model.md section 5; Ford and Fulkerson 1956; Dinic 1970; Menger 1927",
  checked: "CLRS network with all removals of one arc; equal to the smallest of all cuts on 1,000 random networks",
  plan: planned,
  piece,
  join: (ground, plan, parts) => ({
    kind: "done",
    result: joinBorders(ground.dataset.connections, plan, parts),
  }),
};

function planned({ dataset }: RunGround, parameters: unknown): Planned<BordersPlan> | Refused {
  const read = new Parameters(parameters, ["commodity", "states"]);
  const commodity = read.has("commodity") ? read.text("commodity") : null;
  const states = read.ids("states");
  const known = [...new Set(dataset.connections.map((connection) => connection.commodity))].sort(compareIds);
  if (read.issues.length === 0 && commodity !== null && !known.includes(commodity)) {
    read.refuse("commodity", commodity, `no connection carries it; there is ${known.join(", ")}`);
  }
  const codes = new Set(dataset.assets.flatMap((asset) => asset.states.map(({ state }) => state)));
  const stranger = states.find((state) => !codes.has(state));
  if (stranger !== undefined) read.refuse("states", stranger, "no asset of the dataset lies in this State");
  else if (new Set(states).size === 1) read.refuse("states", states, "must be two States or more, or none");
  if (read.issues.length > 0) return { kind: "refused", issues: read.issues };
  return planBorders(dataset, { commodity, states });
}

function piece(_: unknown, plan: BordersPlan, index: number, host: AnalysisHost): BorderFlows[] | null {
  const [from, to] = pieceRange(pairsOf(plan), leastPairs, index);
  const flows: BorderFlows[] = [];
  let first = 0;
  for (const network of plan.networks) {
    const end = first + network.from.length;
    for (let pair = Math.max(from, first); pair < Math.min(to, end); pair += 1) {
      if (host.aborted()) return null;
      flows.push(borderFlows(network, pair - first));
      host.progress(pair + 1 - from, to - from);
    }
    first = end;
  }
  return flows;
}
