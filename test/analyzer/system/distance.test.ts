import { describe, expect, it } from "vitest";
import { distanceKm } from "../../../analyzer/index.ts";

const quarterKm = (Math.PI / 2) * 6371.0088;

describe("distanceKm", () => {
  it("is a quarter of a great circle from the equator to a pole, and along the equator", () => {
    expect(distanceKm({ lon: 20, lat: 0 }, { lon: -70, lat: 90 })).toBeCloseTo(quarterKm, 6);
    expect(distanceKm({ lon: 0, lat: 0 }, { lon: 90, lat: 0 })).toBeCloseTo(quarterKm, 6);
  });

  it("takes the short way over the date line, and is no problem at the other side of the world", () => {
    expect(distanceKm({ lon: 179.5, lat: 0 }, { lon: -179.5, lat: 0 })).toBeCloseTo(quarterKm / 90, 6);
    expect(distanceKm({ lon: 10, lat: 50 }, { lon: -170, lat: -50 })).toBeCloseTo(2 * quarterKm, 3);
  });

  it("narrows with the latitude: at 60 degrees a degree of longitude is half as long", () => {
    expect(distanceKm({ lon: 0, lat: 60 }, { lon: 0.01, lat: 60 })).toBeCloseTo(quarterKm / 90 / 200, 6);
  });

  it("is 0 to the point itself and the same both ways", () => {
    const [berlin, paris] = [
      { lon: 13.4, lat: 52.5 },
      { lon: 2.35, lat: 48.85 },
    ];
    expect(distanceKm(berlin, berlin)).toBe(0);
    expect(distanceKm(berlin, paris)).toBeCloseTo(distanceKm(paris, berlin), 9);
  });
});
