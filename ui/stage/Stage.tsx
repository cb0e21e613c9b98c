import "./Stage.css";
import { useEffect, useMemo } from "react";
import { hourText } from "../data/hour-text.ts";
import { linksOf, lossLinks } from "../data/loss-links.ts";
import { countsAt } from "../data/run-view.ts";
import { writeStageStates } from "../data/stage-state.ts";
import { useExplore } from "../screens/explore-context.ts";
import { useScreen } from "../state/screen-store.ts";
import { mapFrame, mapPositions } from "./frame.ts";
import { StageTools } from "./StageTools.tsx";
import { useStateMarks } from "./use-state-marks.ts";
import { useCamera } from "./use-camera.ts";
import { useMovedPositions } from "./use-moved-positions.ts";
import { useNetworkPositions } from "./use-network-positions.ts";
import { useScene } from "./use-scene.ts";
import { useShapes } from "./use-shapes.ts";
import { useStageClicks } from "./use-stage-clicks.ts";

/** The picture: map or network of one dataset, with the run that is shown at the present hour. */
export function Stage({ view }: { readonly view: "map" | "network" }) {
  const { graph, run, shown, links } = useExplore();
  const hour = useScreen((screen) => screen.hour);
  const selection = useScreen((screen) => screen.selection);
  const onMap = useMemo(() => mapPositions(graph), [graph]);
  const frame = useMemo(() => mapFrame(onMap), [onMap]);
  const network = useNetworkPositions(graph, frame, view === "network");
  const drawn = view === "network" && network.positions ? "network" : "map";
  const target = drawn === "network" && network.positions ? network.positions : onMap;
  const positions = useMovedPositions(target);
  const shapes = useShapes(graph, drawn, target);
  const { scene, attach } = useScene(graph, frame, onMap);
  const asset = selection?.kind === "asset" ? (graph.indexById.get(selection.id) ?? null) : null;
  const carried = useMemo(() => (run ? lossLinks(graph, run.view) : []), [graph, run]);
  const chosen = useMemo(() => (asset === null || run ? [] : linksOf(graph, asset)), [graph, asset, run]);

  useEffect(() => scene?.setShown(shown, links.links, run !== null), [scene, shown, links, run]);
  useEffect(() => scene?.setPositions(positions, shown), [scene, positions, shown]);
  useEffect(() => {
    scene?.setStates((states) => writeStageStates(graph, run?.view ?? null, hour, states));
    scene?.setFlow({ losses: carried.filter((link) => link.fromHours <= hour && hour < link.toHours), chosen });
  }, [scene, graph, run, hour, carried, chosen]);
  // Most steps of the timeline leave the States as they are; their ground is then not drawn again.
  const marks = useStateMarks(run?.view ?? null, hour);
  useEffect(() => {
    const selected = selection?.kind === "state" ? selection.id : null;
    scene?.setLand({ shapes, marks, selected, names: graph.stateNames });
  }, [scene, graph, shapes, marks, selection]);
  useEffect(() => scene?.setSelected(asset), [scene, asset]);
  useStageClicks(scene, graph, shapes);
  useCamera(scene, asset);

  return (
    <section className="stage" aria-label="Stage" data-testid="stage" data-view={view}>
      <div
        ref={attach}
        className="stage-canvas"
        role="img"
        aria-label={`${view === "network" ? "Network" : "Map"} of ${graph.assetCount} assets`}
        aria-describedby="stage-summary"
      />
      <p id="stage-summary" className="hidden-text">
        {run ? hourText(hour, countsAt(run.view, hour)) : `${shown.count} of ${graph.assetCount} assets are drawn`}. The
        table view says the same in words.
      </p>
      {view === "network" && network.arranging && (
        <p className="stage-note" role="status">
          Arranging the network…
        </p>
      )}
      <StageTools scene={scene} />
    </section>
  );
}
