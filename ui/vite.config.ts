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
  },
  worker: { format: "es" },
});
