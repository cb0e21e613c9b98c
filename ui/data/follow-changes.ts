const pollEveryMs = 700;

/** Something that goes on at the service until it ends. */
interface Followed {
  readonly status: "queued" | "running" | "done" | "failed" | "cancelled";
}

/** Where its states come from. */
interface Source<State> {
  /** Address of its server-sent events. */
  readonly events: string;
  readonly event: string;
  readonly read: () => Promise<State>;
}

export interface Follower<State> {
  changed(state: State): void;
  failed(error: Error): void;
}

export const isFinal = ({ status }: Followed): boolean =>
  status === "done" || status === "failed" || status === "cancelled";

/**
 * Follows something until it ends: by server-sent events, and by asking again and again where those do not get through.
 * Returns the way to stop; what is followed goes on.
 */
export function followChanges<State extends Followed>(source: Source<State>, follower: Follower<State>): () => void {
  let stopped = false;
  let timer = 0;
  const events = new EventSource(source.events);
  const stop = () => {
    stopped = true;
    events.close();
    clearTimeout(timer);
  };
  const take = (state: State) => {
    if (stopped) return;
    if (isFinal(state)) stop();
    follower.changed(state);
  };
  const poll = async () => {
    try {
      take(await source.read());
      if (!stopped) timer = window.setTimeout(() => void poll(), pollEveryMs);
    } catch (error) {
      if (stopped) return;
      stop();
      follower.failed(error instanceof Error ? error : new Error(String(error)));
    }
  };
  events.addEventListener(source.event, (event: MessageEvent<string>) => take(JSON.parse(event.data) as State));
  events.addEventListener("error", () => {
    events.close();
    if (!stopped) void poll();
  });
  return stop;
}
