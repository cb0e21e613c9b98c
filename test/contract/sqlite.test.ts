import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { openStore } from "../../api/store/open-store.ts";
import { storeContract } from "./store.contract.ts";

describe("SQLite store", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const open = () => openStore(`sqlite:${join(folder, "new folder", "store.db")}`, {});
  storeContract({ open, randomDatasets: 100, randomQueries: 300, randomHistories: 40 });
});
