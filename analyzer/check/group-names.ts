import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Is a group name free to use? Names with an at sign are those of the networks' own groups. */
export function checkGroupNames({ dataset, context, screen }: Facts): Issue[] {
  return screen.dependencies.suspects.flatMap((index) => {
    const { group } = dataset.dependencies[index]!;
    if (group === undefined || !group.startsWith("@")) return [];
    const text = "A group name may not start with @: to join a network with others, give its row a group of your own.";
    return [
      rowIssue(context, "dependencies", index, { code: "GROUP_NAME_RESERVED", column: "group", value: group, text }),
    ];
  });
}
