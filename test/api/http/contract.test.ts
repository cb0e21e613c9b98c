import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contractText } from "../../../api/http/contract.ts";
import { projectFolder } from "../../../api/project-folder.ts";

describe("the screen's contract", () => {
  it("is what the schemas give now (npm run contract writes it)", async () => {
    const written = await readFile(join(projectFolder(), "ui", "data", "contract.gen.ts"), "utf8");
    expect(written).toBe(await contractText());
  });
});
