import { type LayoutTask, layoutNetwork } from "./network-layout.ts";

/** Lays a network out beside the page's own thread: takes a `LayoutTask`, posts a `LayoutStep` now and then. */
addEventListener("message", (event: MessageEvent<LayoutTask>) => {
  layoutNetwork(event.data, (step) => postMessage(step));
});
