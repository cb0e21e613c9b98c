import { rm } from "node:fs/promises";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const outDir = join(import.meta.dirname, "..", "dist", "ui");

/**
 * The built page is served by the API from `dist/ui`; nothing in it may be inlined, so that the strict content policy holds. The
 * compiler keeps the room's declarations in the same folder, so only what Vite itself made is taken away before a build.
 */
export default defineConfig({
  plugins: [
    react(),
    { name: "remove-old-assets", buildStart: () => rm(join(outDir, "assets"), { recursive: true, force: true }) },
  ],
  base: "./",
  build: {
    outDir,
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  worker: { format: "es" },
});
