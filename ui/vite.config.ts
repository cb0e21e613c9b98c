import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The built page is served by the API from `dist/screen`; nothing in it may be inlined, so that the strict content policy holds. */
export default defineConfig({
  plugins: [react()],
  base: "./",
  build: {
    outDir: "../dist/screen",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // The core only exports; so the page takes the few values it uses at once and leaves the catalogue to its own chunk.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/analyzer\//, sideEffects: false }] },
    },
  },
  worker: { format: "es" },
});
