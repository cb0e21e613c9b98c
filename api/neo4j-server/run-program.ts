import { spawn } from "node:child_process";

/** How a program ended: its exit code and all it printed. */
export interface ProgramEnd {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end, without a shell. Rejects only where it cannot be started at all. */
export function runProgram(program: string, args: readonly string[], env = process.env): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], env });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
