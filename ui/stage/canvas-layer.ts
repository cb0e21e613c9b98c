import type Sigma from "sigma";

/** A canvas between sigma's own, in screen pixels, sharp on every screen. */
export interface CanvasLayer {
  /** Empties the layer and hands out its context, scaled to screen pixels; null where `inputs` are those of the last drawing. */
  begin(...inputs: readonly unknown[]): CanvasRenderingContext2D | null;
}

type Place = { readonly beforeLayer: string } | { readonly afterLayer: string };

export function addCanvasLayer(sigma: Sigma, name: string, place: Place): CanvasLayer {
  const canvas = sigma.createCanvas(name, { ...place, style: { pointerEvents: "none" } });
  const context = canvas.getContext("2d");
  let drawn: readonly unknown[] = [];
  return {
    begin(...inputs) {
      const { width, height } = sigma.getDimensions();
      const ratio = window.devicePixelRatio || 1;
      const now = [width, height, ratio, ...inputs];
      if (drawn.length === now.length && now.every((input, index) => input === drawn[index])) return null;
      drawn = now;
      if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
        canvas.width = width * ratio;
        canvas.height = height * ratio;
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      context?.setTransform(ratio, 0, 0, ratio, 0, 0);
      context?.clearRect(0, 0, width, height);
      return context;
    },
  };
}

/** Screen pixels of a drawing-plane point: `x = a*X + c*Y + e`, `y = b*X + d*Y + f`. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** The present way from the drawing plane to the screen, from three points; the camera only moves, scales and turns. */
export function planeToScreen(sigma: Sigma): Affine {
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const east = sigma.graphToViewport({ x: 1, y: 0 });
  const north = sigma.graphToViewport({ x: 0, y: 1 });
  return {
    a: east.x - origin.x,
    b: east.y - origin.y,
    c: north.x - origin.x,
    d: north.y - origin.y,
    e: origin.x,
    f: origin.y,
  };
}

export const toScreen = ({ a, b, c, d, e, f }: Affine, x: number, y: number) => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});
