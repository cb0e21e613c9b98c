import { formatHours } from "../data/numbers.ts";
import { type Affine, toScreen } from "./canvas-layer.ts";
import type { LandPicture, StateMark } from "./draw-land.ts";
import type { Positions } from "./frame.ts";
import type { Palette } from "./palette.ts";

const font = '"Inter Variable", system-ui, sans-serif';

/** A sign over the ground: the name of a State and, where the loss has come, its hour. */
interface Sign {
  readonly name: string;
  readonly hour: string | null;
  readonly left: number;
  readonly top: number;
  readonly nameWidth: number;
  readonly width: number;
}

const signHeight = 20;
const signPadding = 7;
const signGap = 5;
const edgeGap = 4;
const strong = `600 12px ${font}`;
const plain = `400 12px ${font}`;

/**
 * Writes over the nodes: the hour of the first hit on each State that was reached, and the names of grounds drawn around assets.
 * A sign that would stand on another waits until there is room; coming closer makes some, and the table has them all.
 */
export function drawMarks(
  context: CanvasRenderingContext2D,
  affine: Affine,
  land: LandPicture,
  palette: Palette,
): void {
  const drawn: Sign[] = [];
  context.save();
  context.textBaseline = "middle";
  const signs = land.shapes.flatMap(({ code, label, marginPx }) => {
    if (code === null || (marginPx === 0 && !land.marks.has(code))) return [];
    const place = toScreen(affine, label.x, label.y);
    const name = marginPx > 0 ? (land.names.get(code) ?? code) : code;
    const mark = land.marks.get(code);
    return [makeSign(context, name, mark && hourOf(mark), place.x, place.y - (marginPx > 0 ? marginPx + 14 : 0))];
  });
  for (const sign of signs.sort((a, b) => Number(a.hour === null) - Number(b.hour === null))) {
    if (drawn.some((other) => overlap(other, sign))) continue;
    drawn.push(sign);
    drawSign(context, sign, palette);
  }
  context.restore();
}

const hourOf = ({ firstHours }: StateMark) => (firstHours === null ? "shock" : formatHours(firstHours));

function makeSign(
  context: CanvasRenderingContext2D,
  name: string,
  hour: string | undefined,
  x: number,
  y: number,
): Sign {
  context.font = strong;
  const nameWidth = context.measureText(name).width;
  context.font = plain;
  const hourWidth = hour === undefined ? 0 : context.measureText(hour).width + signGap;
  const width = nameWidth + hourWidth + 2 * signPadding;
  const most = context.canvas.clientWidth - width - edgeGap;
  const left = hour === undefined ? x - width / 2 : Math.max(edgeGap, Math.min(most, x - width / 2));
  return { name, hour: hour ?? null, left, top: y - signHeight / 2, nameWidth, width };
}

const overlap = (a: Sign, b: Sign) =>
  a.left < b.left + b.width && b.left < a.left + a.width && Math.abs(a.top - b.top) < signHeight + 1;

function drawSign(context: CanvasRenderingContext2D, sign: Sign, palette: Palette): void {
  const middle = sign.top + signHeight / 2 + 0.5;
  if (sign.hour !== null) {
    context.beginPath();
    context.roundRect(sign.left, sign.top, sign.width, signHeight, 6);
    context.fillStyle = palette.colour("raised");
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = palette.colour("hit-line");
    context.stroke();
  }
  context.fillStyle = palette.colour(sign.hour === null ? "ink-faint" : "hit-ink");
  context.font = strong;
  context.fillText(sign.name, sign.left + signPadding, middle);
  if (sign.hour === null) return;
  context.font = plain;
  context.fillText(sign.hour, sign.left + signPadding + sign.nameWidth + signGap, middle);
}

/** A double ring: dark on light and light on dark, whatever lies below. */
export function drawSelection(
  context: CanvasRenderingContext2D,
  affine: Affine,
  positions: Positions,
  asset: number,
  radiusPx: number,
  palette: Palette,
): void {
  const place = toScreen(affine, positions.x[asset] ?? NaN, positions.y[asset] ?? NaN);
  if (Number.isNaN(place.x)) return;
  for (const [colour, width] of [["raised", 6] as const, ["accent", 2.5] as const]) {
    context.beginPath();
    context.arc(place.x, place.y, radiusPx + 5, 0, 2 * Math.PI);
    context.strokeStyle = palette.colour(colour);
    context.lineWidth = width;
    context.stroke();
  }
}
