import { consequenceNames } from "../data/consequence-names.ts";

/** Choices of the catalogue that are not said by their own words. */
const names: Readonly<Record<string, string>> = {
  ...consequenceNames,
  assetsLost: "Assets lost",
  peopleServed: "People served",
  worst: "The worst of them",
  mean: "Their mean",
  auto: "Exact where it is quick, else sampled",
};

/** A choice as people read it: `foreignOutageHours` is Outage hours abroad, `exact` is Exact. */
export function choiceName(choice: string): string {
  return names[choice] ?? choice.charAt(0).toUpperCase() + choice.slice(1);
}
