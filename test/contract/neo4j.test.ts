import { describe } from "vitest";
import { openStore } from "../../api/store/open-store.ts";
import { neo4jSkipReason, neo4jStoreArguments, useNeo4jServer } from "../support/neo4j.ts";
import { storeContract } from "./store.contract.ts";

describe.skipIf((await neo4jSkipReason()) !== null)("Neo4j store", () => {
  const server = useNeo4jServer();
  const open = () => openStore(...neo4jStoreArguments(server()));
  storeContract({ open, randomDatasets: 25, randomQueries: 60, randomHistories: 8 });
});
