import { useEffect, useRef, useState } from "react";
import { between, type Positions } from "./frame.ts";

const moveMs = 180;
/** More assets than this jump: a frame would take longer than the motion is worth. */
const mostMoved = 4_000;

/** Positions on their way to `target`; there with the next frame where the user wants no motion. */
export function useMovedPositions(target: Positions): Positions {
  const [positions, setPositions] = useState(target);
  const present = useRef(target);
  useEffect(() => {
    const from = present.current;
    if (from === target) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const length = still || target.x.length > mostMoved || from.x.length !== target.x.length ? 0 : moveMs;
    let start: number | null = null;
    let frame = 0;
    const step = (now: number) => {
      start ??= now;
      const share = length === 0 ? 1 : Math.min(1, (now - start) / length);
      present.current = share === 1 ? target : between(from, target, 1 - (1 - share) ** 3);
      setPositions(present.current);
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return positions.x.length === target.x.length ? positions : target;
}
