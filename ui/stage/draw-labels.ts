import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import { stageState } from "../data/stage-state.ts";
import type { NodeStates, StageNodeData } from "./node-program.ts";
import type { Palette } from "./palette.ts";

const size = 12;
const family = '"Inter Variable", system-ui, sans-serif';

/** Names beside nodes, with a halo of the ground, fainter where the run has not come. */
export function labelDrawer(states: NodeStates, palette: () => Palette): NodeLabelDrawingFunction {
  return (context, data) => {
    if (!data.label) return;
    const asset = (data as unknown as StageNodeData).asset;
    const untouched = states.values[asset] === stageState.untouched;
    const gap = data.size + 5;
    const y = data.y + size / 3;
    context.font = `400 ${size}px ${family}`;
    const width = context.measureText(data.label).width;
    const room = context.canvas.clientWidth - data.x;
    const x = data.x + (room < gap + width && data.x > gap + width ? -gap - width : gap);
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.globalAlpha = untouched ? 0.55 : 1;
    context.strokeStyle = palette().colour("land");
    context.strokeText(data.label, x, y);
    context.fillStyle = palette().colour(untouched ? "ink-faint" : "ink");
    context.fillText(data.label, x, y);
    context.globalAlpha = 1;
  };
}

/** The name of the node under the pointer, on a ground of its own. */
export function hoverDrawer(palette: () => Palette): NodeHoverDrawingFunction {
  return (context, data) => {
    if (!data.label) return;
    context.font = `600 ${size}px ${family}`;
    const width = context.measureText(data.label).width;
    const x = data.x + data.size + 4;
    context.beginPath();
    context.roundRect(x - 2, data.y - 11, width + 14, 22, 6);
    context.fillStyle = palette().colour("raised");
    context.fill();
    context.strokeStyle = palette().colour("border-line");
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = palette().colour("ink");
    context.fillText(data.label, x + 5, data.y + size / 3);
  };
}
