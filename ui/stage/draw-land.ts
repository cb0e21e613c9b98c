import type { Affine } from "./canvas-layer.ts";
import type { Palette } from "./palette.ts";
import type { StateShape } from "./state-shapes.ts";

/** What the ground of a State says. */
export interface StateMark {
  /** Hour at which the loss reached it; null where only assets that the scenario itself hits are there. */
  readonly firstHours: number | null;
  /** Token of its tint; null for the plain ground. */
  readonly token: string | null;
}

export interface LandPicture {
  readonly shapes: readonly StateShape[];
  readonly marks: ReadonlyMap<string, StateMark>;
  readonly selected: string | null;
  readonly names: ReadonlyMap<string, string>;
}

/** Draws the ground: land, tinted States, borders. Lines keep their width on the screen whatever the zoom. */
export function drawLand(
  context: CanvasRenderingContext2D,
  affine: Affine,
  picture: LandPicture,
  palette: Palette,
): void {
  const scale = Math.hypot(affine.a, affine.b);
  context.save();
  context.transform(affine.a, affine.b, affine.c, affine.d, affine.e, affine.f);
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const shape of picture.shapes) drawState(context, shape, picture, palette, scale);
  for (const shape of picture.shapes) drawOutline(context, shape, picture, palette, scale);
  context.restore();
}

function groundOf(shape: StateShape, picture: LandPicture, palette: Palette): string {
  const token = shape.code === null ? null : picture.marks.get(shape.code)?.token;
  return palette.colour(token ?? "land");
}

function drawState(
  context: CanvasRenderingContext2D,
  shape: StateShape,
  picture: LandPicture,
  palette: Palette,
  scale: number,
): void {
  const ground = groundOf(shape, picture, palette);
  const { marginPx } = shape;
  if (marginPx > 0) {
    context.strokeStyle = palette.colour("border-line");
    context.lineWidth = (2 * marginPx + 2) / scale;
    context.stroke(shape.path);
    context.strokeStyle = ground;
    context.lineWidth = (2 * marginPx) / scale;
    context.stroke(shape.path);
  }
  context.fillStyle = ground;
  context.fill(shape.path, "evenodd");
  if (marginPx > 0) return;
  context.strokeStyle = palette.colour("border-line");
  context.lineWidth = 0.8 / scale;
  context.stroke(shape.path);
}

/** Drawn after all grounds, so that no neighbour covers it: States that were hit, and the selected one. */
function drawOutline(
  context: CanvasRenderingContext2D,
  shape: StateShape,
  picture: LandPicture,
  palette: Palette,
  scale: number,
): void {
  if (shape.code === null || shape.marginPx > 0) return;
  const mark = picture.marks.get(shape.code);
  const selected = shape.code === picture.selected;
  if (!mark && !selected) return;
  context.strokeStyle = palette.colour(selected ? "accent" : "hit-line");
  context.lineWidth = (selected ? 2.2 : 1.2) / scale;
  context.setLineDash(mark && mark.token === null && !selected ? [4 / scale, 3 / scale] : []);
  context.stroke(shape.path);
  context.setLineDash([]);
}
