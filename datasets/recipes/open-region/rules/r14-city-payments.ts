import { assetsOfKind, stateOf } from "../draft.ts";
import { need, type Rule } from "./rule.ts";

/** R14: the payment system of its State serves a city. Group `payments`. Confidence 0.5. */
export const r14: Rule = {
  id: "R14",
  title: "national payment system to city",
  group: "payments",
  settable: [],
  join(draft) {
    for (const city of assetsOfKind(draft, "city")) {
      const system = `fin:${stateOf(city)}`;
      if (!draft.assets.has(system)) continue;
      draft.dependencies.push(
        need(draft, system, city.id, 0.5, { ruleId: "R14", kind: "logical", commodity: "payments", group: "payments" }),
      );
    }
  },
};
