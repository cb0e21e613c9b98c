import type { LineServer } from "./line-server.ts";
import type { Answer, Contender } from "./side-by-side.ts";

/** A request to `peers.py`. */
export interface PeerRequest {
  readonly do: "scan" | "betweenness" | "pagerank" | "components" | "dominators" | "trials" | "columns";
  readonly peer: string;
  readonly input: string;
  readonly [more: string]: unknown;
}

interface PeerReply {
  readonly milliseconds: number;
  readonly checksum?: string;
  readonly values?: readonly number[];
}

/** What a Python peer answers; `values` are its own account, kept by whoever asked. */
export async function askPeer(peers: LineServer, request: PeerRequest): Promise<PeerReply> {
  return (await peers.ask(JSON.stringify(request))) as PeerReply;
}

/**
 * A Python peer in the bench.
 *
 * @param timesOver by how much its time is multiplied, where it does a part of the work
 * @param values takes the values it gives; without them its checksum counts
 */
export function pythonContender(
  peers: LineServer,
  request: PeerRequest,
  more: {
    readonly note?: string;
    readonly timesOver?: number;
    readonly values?: (values: readonly number[]) => string;
  } = {},
): Contender {
  const { note = "", timesOver = 1, values } = more;
  return {
    name: request.peer,
    note,
    run: async (turn): Promise<Answer> => {
      const reply = await askPeer(peers, { ...request, turn });
      const checksum = values === undefined ? reply.checksum : values(reply.values ?? []);
      if (checksum === undefined) throw new Error(`${request.peer} gave no checksum`);
      return { milliseconds: reply.milliseconds * timesOver, checksum };
    },
  };
}
