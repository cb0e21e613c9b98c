import type { Assumption } from "../../../analyzer/index.ts";

/** What is assumed in the dataset, in words; the rows it touches name the columns in `assumed`. */
export const assumptions: readonly Assumption[] = [
  {
    id: "peak-load",
    text: "Each State asks for the load of a cold winter evening (states.csv), spread over its cities of at least 100,000 people and its capital by their people. Smaller places are in these figures but have no asset of their own.",
  },
  {
    id: "available-plants",
    text: "A plant counts with the share of its capacity that is typically there in winter, by fuel (fuels.csv), not with its full capacity.",
  },
  {
    id: "domestic-supply",
    text: "The facts hold the large plants only. The rest of each grid is one assumed producer at each grid hub ('Other power supply around ...'), sized so that the grid reaches the supply ratio of its State or island.",
  },
  {
    id: "grid-hubs",
    text: "The transmission grid of a State is a few hubs at its largest cities, joined to their neighbours. Hubs stand for the substations of a region; one hub lost is a regional event, not the loss of one station.",
  },
  {
    id: "zones",
    text: "Electricity is balanced State by State: each meets its own load first, and what is over flows to those that lack it, within the transfer limits of each pair and direction (transfer-limits.csv). There are no limits inside a State, and islands that a cable joins to the same grid count with it. Where a limit is what the lines of the pair add up to, the lines state it; elsewhere a new line does not raise it. Losses, loop flows and what operators would do are left out.",
  },
  {
    id: "gas-winter-day",
    text: "Gas is balanced for a cold day, State by State as electricity is, within the capacity of the border points: national loads spread over the grid regions, storages give their working volume within 80 days, terminals and landings their technical capacity. Pipes between gas nodes of one State are inferred.",
  },
  {
    id: "autonomy",
    text: "How long a kind of asset runs without a service, what it loses then, and how many second sites it has is one table (autonomy.csv); restart times are another (kinds.csv). Nothing in them is measured at a single asset.",
  },
  {
    id: "parts-and-alternatives",
    text: "Several hospitals, water works, food hubs or control centres of one dependent each carry an equal part; several hubs, exchanges, airports, ports and refineries can stand in for each other.",
  },
  {
    id: "people",
    text: "People are counted at cities only (GeoNames). What an asset says it supplies is kept in x_people_supplied and is not added, so that nobody is counted twice.",
  },
  {
    id: "places",
    text: "Places are rounded to 0.1 degree (class Z3); distances were measured before. Hubs, gas regions and assumed supply stand at the city they are named after. A clearing house or payment system stands at its public address, not at its data centre.",
  },
  {
    id: "edge",
    text: "Algeria, Azerbaijan, Belarus, Libya, Morocco and Tunisia are the edge of the dataset: a capital, its airport, their grid in one piece, and what crosses into Europe. Egypt appears with the Suez Canal. Russia is not part of it: what comes from there begins at its landing.",
  },
  {
    id: "not-operational",
    text: "A planning model made of public figures, many of them rounded or from several years: no forecast, no statement about the security of any operator.",
  },
];
