import { type Driver, int, type Session } from "neo4j-driver";

const held = "UNWIND range(1, $count) AS x WITH collect(toString(x) + $text) AS texts UNWIND texts AS text RETURN text";
const text = "x".repeat(1_000);
/** About 110 MB first, then less and less, so that what is left over in the end is small. */
const counts = [100_000, 20_000, 4_000, 1_000];

/** Takes memory for transactions from a server until there is none left; the returned function gives it back. */
export async function useUpMemory(driver: Driver): Promise<() => Promise<void>> {
  const sessions: Session[] = [];
  for (const count of counts) {
    for (let isRefused = false; !isRefused; ) {
      const session = driver.session({ fetchSize: 1 });
      sessions.push(session);
      // The query stays open with all it has collected as long as its rows are not fetched.
      const rows = session.run(held, { count: int(count), text });
      isRefused = await rows[Symbol.asyncIterator]()
        .next()
        .then(
          () => false,
          () => true,
        );
    }
  }
  return async () => {
    for (const session of sessions) await session.close();
  };
}
