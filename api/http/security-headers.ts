import { createHash } from "node:crypto";
import type { FastifyHelmetOptions } from "@fastify/helmet";

/** The one style sheet that the interface library writes into the page itself; any other text in its place is refused. */
const libraryStyle = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`;
const libraryStyleHash = `'sha256-${createHash("sha256").update(libraryStyle).digest("base64")}'`;

/**
 * What a browser may do with our pages (security.md G-W): everything from this origin, nothing inline, nothing foreign, no
 * framing. `blob:` and `data:` pictures are the exported ones.
 */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", libraryStyleHash],
      imgSrc: ["'self'", "data:", "blob:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: true,
  crossOriginOpenerPolicy: { policy: "same-origin" },
  crossOriginResourcePolicy: { policy: "same-origin" },
  referrerPolicy: { policy: "no-referrer" },
  // Served over plain http on loopback: a promise of https would lock the browser out.
  strictTransportSecurity: false,
};
