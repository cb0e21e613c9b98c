import { useEffect } from "react";
import { useScreen } from "../state/screen-store.ts";
import type { StageScene } from "./stage-scene.ts";

/** The camera at its first look, the wish to see all again, and the selected asset brought into the picture. */
export function useCamera(scene: StageScene | null, asset: number | null): void {
  const fits = useScreen((screen) => screen.fits);
  useEffect(() => {
    const { camera } = useScreen.getState();
    if (camera !== null) scene?.setCamera(camera);
  }, [scene]);
  useEffect(() => {
    if (fits > 0) void scene?.fit(matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180);
  }, [scene, fits]);
  useEffect(() => {
    if (asset !== null) scene?.reveal(asset);
  }, [scene, asset]);
}
