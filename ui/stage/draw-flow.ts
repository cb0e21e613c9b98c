import { type Affine, toScreen } from "./canvas-layer.ts";
import type { Positions } from "./frame.ts";
import type { Palette } from "./palette.ts";

/** A link between two assets that is drawn because it means something now. */
interface FlowLink {
  readonly from: number;
  readonly to: number;
  readonly crossesBorder: boolean;
}

/** Links over which the loss came, and links of the selected asset. */
export interface FlowPicture {
  readonly losses: readonly FlowLink[];
  readonly chosen: readonly FlowLink[];
}

/** How far a link over a border bends, as a share of its length. */
const bend = 0.12;

/** Many links at once are drawn finer, or they would hide the very assets they lead to: 1 for few, down to a quarter. */
const crowding = (count: number) => Math.max(0.25, Math.min(1, Math.sqrt(50 / Math.max(1, count))));

interface Style {
  readonly colour: string;
  readonly width: number;
  readonly arrow: number;
  readonly opacity: number;
}

/** Draws the links; those over a border last, thick, bent off the faint line below, with an arrow head. */
export function drawFlow(
  context: CanvasRenderingContext2D,
  affine: Affine,
  positions: Positions,
  picture: FlowPicture,
  palette: Palette,
): void {
  const draw = (links: readonly FlowLink[], style: Style) => {
    context.strokeStyle = style.colour;
    context.fillStyle = style.colour;
    context.lineWidth = style.width;
    context.globalAlpha = style.opacity;
    for (const link of links) drawLink(context, affine, positions, link, style);
  };
  context.save();
  context.lineCap = "round";
  draw(picture.chosen, { colour: palette.colour("edge-chosen"), width: 1.2, arrow: 5, opacity: 0.75 });
  const loss = palette.colour("edge-loss");
  const inside = picture.losses.filter((link) => !link.crossesBorder);
  const across = picture.losses.filter((link) => link.crossesBorder);
  const thin = crowding(inside.length);
  draw(inside, { colour: loss, width: Math.max(0.8, 1.2 * thin), arrow: 5, opacity: 0.6 * thin });
  const thick = crowding(across.length);
  draw(across, { colour: loss, width: Math.max(0.9, 2.6 * thick), arrow: 4 + 5 * thick, opacity: 0.95 * thick });
  context.restore();
}

function drawLink(
  context: CanvasRenderingContext2D,
  affine: Affine,
  positions: Positions,
  link: FlowLink,
  style: Style,
): void {
  const from = toScreen(affine, positions.x[link.from] ?? NaN, positions.y[link.from] ?? NaN);
  const to = toScreen(affine, positions.x[link.to] ?? NaN, positions.y[link.to] ?? NaN);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  // Also false where a place is missing.
  if (!(length > 4)) return;
  const side = link.crossesBorder ? bend : 0;
  const control = { x: (from.x + to.x) / 2 + dy * side, y: (from.y + to.y) / 2 - dx * side };
  const angle = Math.atan2(to.y - control.y, to.x - control.x);
  const gap = Math.min(9, length / 3);
  const tip = { x: to.x - Math.cos(angle) * gap, y: to.y - Math.sin(angle) * gap };
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.quadraticCurveTo(
    control.x,
    control.y,
    tip.x - Math.cos(angle) * style.arrow * 0.6,
    tip.y - Math.sin(angle) * style.arrow * 0.6,
  );
  context.stroke();
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  for (const half of [-0.42, 0.42]) {
    context.lineTo(tip.x - Math.cos(angle + half) * style.arrow, tip.y - Math.sin(angle + half) * style.arrow);
  }
  context.closePath();
  context.fill();
}
