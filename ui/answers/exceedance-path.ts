import type { TrialsResult } from "../../analyzer/index.ts";

type Curve = NonNullable<TrialsResult["consequences"]["outageHours"]>["exceedance"];

/**
 * The curve as an SVG path from a loss of 0 to `most`: steps where every value has its point, straight lines between the
 * points that are left of a long curve.
 *
 * @param x place of a loss, `y` place of a share of trials
 */
export function exceedancePath(curve: Curve, x: (loss: number) => number, y: (share: number) => number): string {
  const parts = [`M${round(x(0))} ${round(y(1))}`];
  for (const { value, share } of curve.points) {
    // What exceeds a value that lies between two points is told by the upper one.
    parts.push(curve.complete ? `V${round(y(share))}H${round(x(value))}` : `L${round(x(value))} ${round(y(share))}`);
  }
  return `${parts.join("")}V${round(y(0))}`;
}

const round = (value: number): number => Number(value.toFixed(1));

/** Round numbers from 0 to `most`, about five of them, 0 and the last at or below `most` included. */
export function axisTicks(most: number): readonly number[] {
  if (!(most > 0)) return [0];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  );
}
