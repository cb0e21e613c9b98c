import { expect, it } from "vitest";
import { LineServer } from "./line-server.ts";

const echo = `
require("readline").createInterface(process.stdin).on("line", (line) => {
  if (line === "fail") { console.error("it broke"); process.exit(1); }
  console.log(JSON.stringify({ heard: line }));
});`;

it("answers line by line", async () => {
  const server = new LineServer(process.execPath, ["-e", echo]);
  expect(await server.ask("one")).toEqual({ heard: "one" });
  expect(await server.ask("two")).toEqual({ heard: "two" });
  server.close();
});

it("throws with what a program said before it ended", async () => {
  const server = new LineServer(process.execPath, ["-e", echo]);
  await expect(server.ask("fail")).rejects.toThrow("ended");
});
