/** A place where gas enters the network from outside the data. */
export interface GasEntryPoint {
  readonly name: string;
  readonly state: string;
  readonly lon: number;
  readonly lat: number;
}

/** LNG terminals and landing points of sea pipes, places at class Z3. Public knowledge, stated by the authors, state of 2024. */
export const gasEntryPoints: readonly GasEntryPoint[] = [
  { name: "Zeebrugge LNG", state: "BE", lon: 3.2, lat: 51.3 },
  { name: "Wilhelmshaven LNG", state: "DE", lon: 8.1, lat: 53.6 },
  { name: "Almeria, sea pipe from Algeria", state: "ES", lon: -2.4, lat: 36.8 },
  { name: "Barcelona LNG", state: "ES", lon: 2.2, lat: 41.3 },
  { name: "Bilbao LNG", state: "ES", lon: -3.1, lat: 43.4 },
  { name: "Cartagena LNG", state: "ES", lon: -1.0, lat: 37.6 },
  { name: "Huelva LNG", state: "ES", lon: -6.9, lat: 37.2 },
  { name: "Sagunto LNG", state: "ES", lon: -0.2, lat: 39.6 },
  { name: "Inkoo LNG", state: "FI", lon: 24.0, lat: 60.0 },
  { name: "Dunkirk LNG", state: "FR", lon: 2.2, lat: 51.0 },
  { name: "Fos LNG", state: "FR", lon: 4.9, lat: 43.4 },
  { name: "Montoir LNG", state: "FR", lon: -2.1, lat: 47.3 },
  { name: "Isle of Grain LNG", state: "GB", lon: 0.7, lat: 51.4 },
  { name: "Milford Haven LNG", state: "GB", lon: -5.0, lat: 51.7 },
  { name: "Revithoussa LNG", state: "GR", lon: 23.4, lat: 38.0 },
  { name: "Krk LNG", state: "HR", lon: 14.5, lat: 45.2 },
  { name: "Gela, sea pipe from Libya", state: "IT", lon: 14.2, lat: 37.1 },
  { name: "Mazara del Vallo, sea pipe from Tunisia", state: "IT", lon: 12.6, lat: 37.6 },
  { name: "Panigaglia LNG", state: "IT", lon: 9.8, lat: 44.1 },
  { name: "Rovigo LNG", state: "IT", lon: 12.6, lat: 45.1 },
  { name: "Klaipeda LNG", state: "LT", lon: 21.1, lat: 55.7 },
  { name: "Rotterdam LNG", state: "NL", lon: 4.0, lat: 51.9 },
  { name: "Swinoujscie LNG", state: "PL", lon: 14.3, lat: 53.9 },
  { name: "Sines LNG", state: "PT", lon: -8.8, lat: 37.9 },
];
