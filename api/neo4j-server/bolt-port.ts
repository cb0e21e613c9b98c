import { connect, createServer } from "node:net";

const host = "127.0.0.1";
const answerMs = 2_000;

/**
 * Bolt's opening: its magic number, then four versions offered, each as 0, how many minor versions below, minor,
 * major. Here 5.8 down to 5.0, 4.4 down to 4.2, and two slots left empty.
 */
const opening = Buffer.from("6060b01700080805000204040000000000000000", "hex");

/** Whether a server on this port of this machine picks a Bolt version: only then it takes queries. */
export function boltAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(answerMs, () => end(false));
    socket.once("error", () => end(false));
    socket.once("close", () => end(false));
    socket.once("connect", () => socket.write(opening));
    socket.once("data", (bytes) => end(bytes.length >= 4 && bytes.readUInt32BE(0) !== 0));
  });
}

/** A port of this machine that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no port to be had"));
        else resolve(address.port);
      });
    });
  });
}
