import { spawn } from 'node:child_process';

/** Runs a command of this bench in a Node of its own, which can be stopped whatever it does; what it prints, once it ends well. */
export function runNode(...command: readonly string[]): { readonly text: Promise<string>; readonly stop: () => void } {
  const child = spawn(process.execPath, ['--max-old-space-size=6000', process.argv[1]!, ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  const text = new Promise<string>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done(printed) : fail(new Error(`Node ended with ${code}`))));
  });
  // whoever waits for it hears of a failure
  text.catch(() => {});
  return { text, stop: () => void child.kill('SIGKILL') };
}
