import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { StoreError, storeErrors } from "../../../api/store/store-error.ts";

const folder = fileURLToPath(new URL("../../../api/store", import.meta.url));

describe("store errors", () => {
  it("say what is the matter, then what to do", () => {
    const error = new StoreError("STORE_NOT_FOUND", 'There is no run "x"');
    expect(error.code).toBe("STORE_NOT_FOUND");
    expect(error.message).toMatch(/^There is no run "x"\. The store does not hold/);
  });

  it("have no code that nothing raises", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".ts") && !name.endsWith("store-error.ts"),
    );
    const text = `${files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n")}"STORE_NOT_FOUND"`;
    for (const code of Object.keys(storeErrors)) expect(text).toContain(`"${code}"`);
  });
});
