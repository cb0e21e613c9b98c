import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { type Finding, rowIssue } from "./make-issue.ts";

/** Codes of ISO 3166-1 alpha-2 that mean nothing by themselves: AA, QM to QZ, XA to XZ, ZZ. */
const userAssigned = /^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/** What is wrong with a State code: not known, or user-assigned and not named by the dataset. */
export function stateCodeFault({ context, ownStates }: Facts, code: string, column: string): Finding | null {
  if (ownStates.has(code) || context.knownState?.(code) === true) return null;
  const found = { column, value: code };
  if (userAssigned.test(code)) {
    const text = `${code} is a user-assigned code: give it a name in states of dataset.json.`;
    return { ...found, code: "STATE_UNNAMED", text };
  }
  if (context.knownState === undefined && /^[A-Z]{2}$/.test(code)) return null;
  const text = `${code} is no State code: use two capital letters of ISO 3166-1, or add it to states of dataset.json.`;
  return { ...found, code: "STATE_UNKNOWN", text };
}

const none: readonly string[] = [];

/** Is every State of an asset and of its operator known? */
export function checkStateCodes(facts: Facts): Issue[] {
  const { assets } = facts.dataset;
  const issues: Issue[] = [];
  // Of the codes of all assets few are different: each that is fine is judged once.
  const fine = new Set<string>();
  const ask = (index: number, code: string, column: string): void => {
    if (fine.has(code)) return;
    const fault = stateCodeFault(facts, code, column);
    if (fault === null) fine.add(code);
    else issues.push(rowIssue(facts.context, "assets", index, fault));
  };
  for (let index = 0; index < assets.length; index += 1) {
    const { states, operatorStates } = assets[index]!;
    for (const { state } of states) ask(index, state, "states");
    for (const state of operatorStates ?? none) ask(index, state, "operator_states");
  }
  return issues;
}
