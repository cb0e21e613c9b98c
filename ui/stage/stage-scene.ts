import { MultiUndirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";
import type { GraphIndex } from "../data/graph-index.ts";
import { stageState } from "../data/stage-state.ts";
import type { CameraPlace } from "../state/permalink.ts";
import { addCanvasLayer, type CanvasLayer, planeToScreen } from "./canvas-layer.ts";
import { drawFlow, type FlowPicture } from "./draw-flow.ts";
import { hoverDrawer, labelDrawer } from "./draw-labels.ts";
import { drawLand, type LandPicture } from "./draw-land.ts";
import { drawMarks, drawSelection } from "./draw-marks.ts";
import type { Frame, Positions } from "./frame.ts";
import { type NodeStates, nodeStateProgram } from "./node-program.ts";
import { type Palette, premultiply } from "./palette.ts";
import type { Shown, StageLink } from "./shown.ts";

/** What the stage tells its surroundings. */
export interface StageEvents {
  clickAsset(asset: number): void;
  clickGround(place: { readonly x: number; readonly y: number }): void;
  moveCamera(camera: CameraPlace): void;
}

/** Radius in screen pixels of an asset without links: the more assets, the smaller. */
function baseSize(assetCount: number): number {
  if (assetCount <= 60) return 8;
  if (assetCount <= 800) return 4.5;
  return assetCount <= 5_000 ? 3 : 2;
}

const nodeKey = (asset: number) => String(asset);

/**
 * The picture of one dataset: sigma, and the canvases between its layers. It derives what is drawn from what it is given and
 * changes no data. One per dataset; `kill` gives its WebGL contexts back.
 */
export class StageScene {
  readonly #graph: GraphIndex;
  readonly #sigma: Sigma;
  readonly #nodes = new MultiUndirectedGraph();
  readonly #states: NodeStates;
  readonly #layers: { readonly land: CanvasLayer; readonly flow: CanvasLayer; readonly marks: CanvasLayer };
  #palette: Palette;
  #positions: Positions;
  #land: LandPicture = { shapes: [], marks: new Map(), selected: null, names: new Map() };
  #flow: FlowPicture = { losses: [], chosen: [] };
  #selected: number | null = null;
  #killed = false;
  #quiet = false;
  readonly #resizes: ResizeObserver;

  constructor(container: HTMLElement, graph: GraphIndex, frame: Frame, positions: Positions, palette: Palette) {
    this.#graph = graph;
    this.#palette = palette;
    this.#positions = positions;
    this.#states = {
      values: new Float32Array(graph.assetCount).fill(stageState.plain),
      ringColour: palette.colour("loss-ring"),
      crossColour: palette.colour("loss-cross"),
      groundColour: palette.colour("raised"),
    };
    this.#addNodes();
    const currentPalette = () => this.#palette;
    this.#sigma = new Sigma(this.#nodes, container, {
      allowInvalidContainer: true,
      defaultNodeType: "asset",
      defaultEdgeType: "line",
      nodeProgramClasses: { asset: nodeStateProgram(this.#states) },
      edgeProgramClasses: { line: EdgeLineProgram },
      defaultDrawNodeLabel: labelDrawer(this.#states, currentPalette),
      defaultDrawNodeHover: hoverDrawer(currentPalette),
      enableCameraRotation: false,
      hideEdgesOnMove: graph.dependencyCount > 3_000,
      labelDensity: graph.assetCount <= 60 ? 1 : 0.25,
      labelGridCellSize: 140,
      labelRenderedSizeThreshold: 5.5,
      stagePadding: 16,
      minCameraRatio: 0.004,
      maxCameraRatio: 3,
      zoomDuration: 120,
    });
    this.#sigma.setCustomBBox(frame);
    this.#layers = {
      land: addCanvasLayer(this.#sigma, "land", { beforeLayer: "edges" }),
      flow: addCanvasLayer(this.#sigma, "flow", { afterLayer: "edgeLabels" }),
      marks: addCanvasLayer(this.#sigma, "marks", { afterLayer: "labels" }),
    };
    this.#sigma.on("afterRender", () => this.#drawLayers());
    this.#sigma.refresh();
    this.#resizes = new ResizeObserver(() => this.#sigma.refresh({ schedule: true }));
    this.#resizes.observe(container);
  }

  #addNodes(): void {
    const { assets } = this.#graph.columns;
    const most = Math.max(1, ...this.#graph.byImportance.subarray(0, 1).map((asset) => this.#graph.links[asset] ?? 0));
    const base = baseSize(this.#graph.assetCount);
    for (let asset = 0; asset < this.#graph.assetCount; asset++) {
      this.#nodes.addNode(nodeKey(asset), {
        asset,
        ...this.#place(asset),
        hidden: true,
        label: assets.name[asset],
        color: this.#palette.sector(this.#graph.sectorOf(asset)),
        size: base + 5 * Math.sqrt((this.#graph.links[asset] ?? 0) / most),
      });
    }
  }

  #place(asset: number) {
    const x = this.#positions.x[asset] ?? Number.NaN;
    const y = this.#positions.y[asset] ?? Number.NaN;
    return Number.isNaN(x) ? { x: 0, y: 0 } : { x, y };
  }

  listen(events: StageEvents): void {
    this.#sigma.on("clickNode", ({ node }) => events.clickAsset(Number(node)));
    this.#sigma.on("clickStage", ({ event }) => events.clickGround(this.#sigma.viewportToGraph(event)));
    this.#sigma.getCamera().on("updated", ({ x, y, ratio }) => events.moveCamera({ x, y, ratio }));
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#states.ringColour = palette.colour("loss-ring");
    this.#states.crossColour = palette.colour("loss-cross");
    this.#states.groundColour = palette.colour("raised");
    this.#nodes.updateEachNodeAttributes((_, attributes) => {
      attributes.color = palette.sector(this.#graph.sectorOf(attributes.asset));
      return attributes;
    });
    this.#nodes.updateEachEdgeAttributes((_, attributes) => {
      attributes.color = this.#linkColour(attributes.crossesBorder);
      return attributes;
    });
    this.#sigma.refresh({ schedule: true });
  }

  #linkColour(crossesBorder: boolean): string {
    const token = crossesBorder ? "edge-border" : "edge";
    return premultiply(this.#palette.colour(this.#quiet ? `${token}-quiet` : token));
  }

  /** Which assets are drawn, and the faint links between them, fainter still behind a run. Assets without a place in this view are left out. */
  setShown({ assets }: Shown, links: readonly StageLink[], quiet: boolean): void {
    this.#quiet = quiet;
    this.#nodes.clearEdges();
    this.#nodes.updateEachNodeAttributes((_, attributes) => {
      const asset: number = attributes.asset;
      attributes.hidden = !assets[asset] || Number.isNaN(this.#positions.x[asset]);
      return attributes;
    });
    for (const { key, from, to, crossesBorder } of links) {
      const color = this.#linkColour(crossesBorder);
      this.#nodes.addEdgeWithKey(key, nodeKey(from), nodeKey(to), { color, crossesBorder, size: 1 });
    }
    this.#sigma.refresh({ schedule: true });
  }

  setPositions(positions: Positions, { assets }: Shown): void {
    this.#positions = positions;
    this.#nodes.updateEachNodeAttributes((_, attributes) => {
      const asset: number = attributes.asset;
      Object.assign(attributes, this.#place(asset));
      attributes.hidden = !assets[asset] || Number.isNaN(positions.x[asset]);
      return attributes;
    });
    this.#sigma.refresh({ schedule: true });
  }

  /** The state of every asset at the present hour: `write` fills the array the node program reads. About a millisecond. */
  setStates(write: (states: Float32Array) => void): void {
    write(this.#states.values);
    this.#sigma.scheduleRender();
  }

  setLand(land: LandPicture): void {
    this.#land = land;
    this.#sigma.scheduleRender();
  }

  setFlow(flow: FlowPicture): void {
    this.#flow = flow;
    this.#sigma.scheduleRender();
  }

  setSelected(asset: number | null): void {
    const previous = this.#selected;
    this.#selected = asset;
    for (const changed of [previous, asset]) {
      if (changed !== null) this.#nodes.setNodeAttribute(nodeKey(changed), "forceLabel", changed === asset);
    }
    this.#sigma.scheduleRender();
  }

  #drawLayers(): void {
    const affine = planeToScreen(this.#sigma);
    const { a, b, c, d, e, f } = affine;
    const seen = [a, b, c, d, e, f, this.#palette];
    const land = this.#layers.land.begin(...seen, this.#land);
    if (land) drawLand(land, affine, this.#land, this.#palette);
    const flow = this.#layers.flow.begin(...seen, this.#positions, this.#flow);
    if (flow) drawFlow(flow, affine, this.#positions, this.#flow, this.#palette);
    const marks = this.#layers.marks.begin(...seen, this.#positions, this.#land, this.#selected);
    if (!marks) return;
    if (this.#selected !== null) {
      const size = Number(this.#nodes.getNodeAttribute(nodeKey(this.#selected), "size"));
      drawSelection(marks, affine, this.#positions, this.#selected, this.#sigma.scaleSize(size), this.#palette);
    }
    drawMarks(marks, affine, this.#land, this.#palette);
  }

  /** Shows all again. */
  async fit(durationMs: number): Promise<void> {
    await this.#sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1 }, { duration: Math.max(1, durationMs) });
  }

  zoomBy(factor: number): void {
    const camera = this.#sigma.getCamera();
    camera.setState({ ratio: camera.getBoundedRatio(camera.getState().ratio * factor) });
  }

  setCamera({ x, y, ratio }: CameraPlace): void {
    this.#sigma.getCamera().setState({ x, y, ratio });
  }

  /** Brings an asset into the picture, without moving it if it is well inside already. */
  reveal(asset: number): void {
    const data = this.#sigma.getNodeDisplayData(nodeKey(asset));
    if (!data || data.hidden) return;
    const place = this.#sigma.framedGraphToViewport(data);
    const { width, height } = this.#sigma.getDimensions();
    const margin = 60;
    const inside = place.x > margin && place.y > margin && place.x < width - margin && place.y < height - margin;
    if (!inside) this.#sigma.getCamera().setState({ x: data.x, y: data.y });
  }

  redraw(): void {
    if (this.#killed) return;
    // The same picture, but to the layers another one: they have to be drawn anew.
    this.#land = { ...this.#land };
    this.#sigma.scheduleRender();
  }

  kill(): void {
    this.#killed = true;
    this.#resizes.disconnect();
    this.#sigma.kill();
  }
}
