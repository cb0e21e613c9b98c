import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { BackupError, backupErrors } from "../../../../api/store/backup/backup-error.ts";

const folder = fileURLToPath(new URL("../../../../api/store/backup", import.meta.url));

describe("backup errors", () => {
  it("say what is the matter, then what to do", () => {
    const error = new BackupError("BACKUP_DAMAGED", "x, line 7: it is no JSON");
    expect(error.message).toBe(`x, line 7: it is no JSON. ${backupErrors.BACKUP_DAMAGED}.`);
  });

  it("have no code that nothing raises", () => {
    const files = readdirSync(folder).filter((name) => name !== "backup-error.ts");
    const text = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
    for (const code of Object.keys(backupErrors)) expect(text).toContain(`"${code}"`);
  });
});
