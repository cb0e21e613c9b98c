import type { Assumption } from "../../../analyzer/index.ts";
import { autonomies } from "./autonomy.ts";

/** What this dataset assumes beyond its sources; the rows list the columns concerned in `assumed`. */
export const assumptions: readonly Assumption[] = [
  {
    id: "A1-city-demand",
    text:
      "The mean electricity consumption of a State (World Factbook, 2023) is asked for by those of its cities that the " +
      "grid of the data reaches, in proportion to their people. States without such a city ask for nothing.",
  },
  {
    id: "A2-domestic-supply",
    text:
      "The plant list ends at Europe's edge. A State without any plant in it gets assumed domestic supply of 1.25 times its " +
      "demand, on the substations that feed its cities, in step with their demand (without a city: on the substation with " +
      "the most lines). These become power plants of the subsector 'assumed domestic supply'; no asset is added. Of Russia " +
      "only a sliver of grid is in the data: neither its demand nor its supply is stated.",
  },
  {
    id: "A3-gas-sources",
    text:
      "The pipes name no source of gas. Sources without an amount are assumed at pipe ends in BY, NO, RU, TR and UA, at " +
      "the node with most pipes of every other State that wins 1 billion m3 a year or more, and at the node nearest to each " +
      "LNG terminal and sea pipe landing of a stated list. Nobody's gas demand is stated, so gas is a question of connection.",
  },
  {
    id: "A4-second-sites",
    text:
      "A payment system has a second site in the largest city of its State at least 50 km away; one substation of that " +
      "city is one more alternative for its power.",
  },
  {
    id: "A5-city-rings",
    text:
      "Where the two feeds of a city are on grids that the data do not join, an assumed connection joins the two substations. " +
      "Feeds into a stub that also lies in another State are left out: such a stub belongs to a foreign grid.",
  },
  {
    id: "plants-at-full-output",
    text: "A power plant gives its installed capacity to its island at all times; wind, sun and outages are not modelled.",
  },
  {
    id: "copper-plate",
    text:
      "Electricity and gas are balanced over a whole connected island: what one State loses, the rest covers, whatever the " +
      "lines can carry. Lines have a voltage (x_voltage_kv) and no capacity.",
  },
  {
    id: "city-feeds",
    text:
      "A city is connected to its two nearest substations (R6) and sees the better of the two; like every asset of a network " +
      "it hands power on from one to the other, as its distribution ring would.",
  },
  {
    id: "two-feeders",
    text: "Where two substations stand in for one another (R3, R9), two at half level add up to one whole feeder.",
  },
  {
    id: "weak-rules",
    text:
      "R13 (reservoir to city) and R17 (reservoir to cooled plant) are weak (confidence 0.3): their loss takes a tenth of " +
      "the dependent's function. Two reservoirs of one city cover a half each.",
  },
  {
    id: "directions",
    text: "All pipes convey both ways: the merged raw set does not keep the direction of a pipe.",
  },
  {
    id: "places",
    text:
      "Places are rounded to 0.1 degree (class Z3); distances were computed before rounding. 15 of the 528 reservoir and " +
      "plant pairs (O4, same JRC id) lie 20 to 394 km apart: one of their places is wrong in the sources, the pair is kept.",
  },
  {
    id: "state-codes",
    text:
      "State codes are those of the sources. 87 places (near borders, in Crimea, in Kosovo) lie outside the stated State on " +
      "coarse outlines; rounding moves more. Disputed areas are not decided here.",
  },
  {
    id: "names",
    text:
      "Names of substations, junctions and gas nodes are made up from type, voltage and the nearest city (column assumed). " +
      "Payment systems stand at the capital of their State.",
  },
  ...autonomies.map(({ kind, group, bufferHours, loss, why }) => ({
    id: `autonomy-${kind.replaceAll(" ", "-")}-${group}`,
    text: `Without ${group}, the asset kind ${kind} runs ${bufferHours} h, then loses ${loss} of its function: ${why}.`,
  })),
];
