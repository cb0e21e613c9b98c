import { describe } from "vitest";
import { openStore } from "../../api/store/open-store.ts";
import { storeContract } from "./store.contract.ts";

describe("memory store", () => {
  storeContract({ open: () => openStore("memory:", {}), randomDatasets: 100, randomQueries: 100, randomHistories: 5 });
});
