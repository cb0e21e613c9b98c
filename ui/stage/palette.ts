/** Colours of the tokens as the stage needs them: `rgb(...)`, resolved for the present theme. */
export interface Palette {
  colour(token: string): string;
  sector(sector: string): string;
}

const unknownSector = "sector-other";

/** Reads the tokens of the page as it is now. Canvas and WebGL know no custom properties, and `light-dark()` has to be resolved. */
export function readPalette(): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const known = new Map<string, string>();
  const resolve = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  for (const token of [...stageTokens, ...sectorTokens]) known.set(token, resolve(token));
  probe.remove();
  const colour = (token: string) => known.get(token) ?? known.get(unknownSector) ?? "rgb(128, 128, 128)";
  return { colour, sector: (sector) => colour(`sector-${sector}`) };
}

const stageTokens = [
  "sea",
  "land",
  "border-line",
  "ground",
  "raised",
  "ink",
  "ink-soft",
  "ink-faint",
  "accent",
  "hit-1",
  "hit-2",
  "hit-3",
  "hit-4",
  "hit-5",
  "hit-ink",
  "hit-line",
  "loss-ring",
  "loss-cross",
  "edge",
  "edge-border",
  "edge-quiet",
  "edge-border-quiet",
  "edge-chosen",
  "edge-loss",
  unknownSector,
];

const sectorTokens = [
  "energy",
  "transport",
  "finance",
  "water",
  "food",
  "health",
  "digital",
  "government",
  "emergency",
  "supply",
  "population",
].map((sector) => `sector-${sector}`);

/** Red, green, blue and opacity of `rgb(...)` or `rgba(...)`, each 0..1. */
export function colourParts(colour: string): readonly [number, number, number, number] {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red / 255, green / 255, blue / 255, opacity];
}

/** A translucent colour with its channels multiplied by its opacity, as WebGL blends it; otherwise edges turn white. */
export function premultiply(colour: string): string {
  const [red, green, blue, opacity] = colourParts(colour);
  const channels = [red, green, blue].map((channel) => Math.round(channel * opacity * 255));
  return `rgba(${channels.join(",")},${opacity})`;
}
