import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A Firefox that is driven through Marionette, its own protocol of a line of JSON after its length: playwright-core cannot drive Debian's. */

/** Where a Firefox lies, and a virtual display for it where there is none of the machine's (WebGL needs one); null: there is none. */
export function findFirefox(): { readonly command: string; readonly before: readonly string[] } | null {
  const on = (name: string) =>
    (process.env.PATH ?? '')
      .split(delimiter)
      .map((folder) => join(folder, name))
      .find((path) => existsSync(path));
  const command = process.env.FIREFOX_PATH ?? on('firefox-esr') ?? on('firefox');
  const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;
  const virtual = display ? [] : on('xvfb-run') ? [on('xvfb-run')!, '-a', '-s', '-screen 0 1400x1000x24'] : null;
  return command && virtual ? { command, before: virtual } : null;
}

const preferences = {
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'webgl.force-enabled': true,
  'ui.prefersReducedMotion': 1,
};

/** Thrown where Firefox does not come up, or a command fails there. */
export class FirefoxFault extends Error {}

/** One window of a Firefox of its own, with a new profile. */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  #socket: Socket | null = null;
  #received = Buffer.alloc(0);
  #last = 0;
  readonly #waiting = new Map<number, (answer: readonly [error: { message: string } | null, result: unknown]) => void>();

  private constructor(process: ChildProcess, profile: string) {
    this.#process = process;
    this.#profile = profile;
  }

  /** Starts it; `at` as `findFirefox` gives it. */
  static async start({ command, before }: NonNullable<ReturnType<typeof findFirefox>>, [width, height] = [1280, 800]): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'claimline-firefox-'));
    const saving = { 'browser.download.folderList': 2, 'browser.download.dir': join(profile, 'downloads') };
    const lines = Object.entries({ ...preferences, ...saving }).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const [program, ...args] = [...before, command, '--marionette', '--no-remote', '--profile', profile];
    // a group of its own, so that all of it can be ended
    const child = spawn(program!, args, { stdio: 'ignore', detached: true });
    const firefox = new Firefox(child, profile);
    try {
      await firefox.#connect();
      await firefox.#ask('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: false } } });
      await firefox.#ask('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });
      await firefox.#ask('WebDriver:SetWindowRect', { width, height });
      return firefox;
    } catch (error) {
      await firefox.close();
      throw error;
    }
  }

  async #connect(): Promise<void> {
    const file = join(this.#profile, 'MarionetteActivePort');
    for (let tries = 0; !existsSync(file); tries++) {
      if (tries > 300 || this.#process.exitCode !== null) throw new FirefoxFault('Firefox did not open its port.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const socket = createConnection(Number(readFileSync(file, 'utf8')), 'localhost');
    this.#socket = socket;
    await new Promise((resolve, reject) => {
      socket.once('data', resolve);
      socket.once('error', reject);
    });
    this.#received = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
  }

  #take(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const length = Number(this.#received.subarray(0, colon).toString());
      if (colon < 0 || this.#received.length < colon + 1 + length) return;
      const message = this.#received.subarray(colon + 1, colon + 1 + length).toString();
      this.#received = this.#received.subarray(colon + 1 + length);
      const [, id, error, result] = JSON.parse(message) as [number, number, { message: string } | null, unknown];
      this.#waiting.get(id)?.([error, result]);
      this.#waiting.delete(id);
    }
  }

  async #ask(name: string, parameters: object): Promise<unknown> {
    const id = ++this.#last;
    const message = Buffer.from(JSON.stringify([0, id, name, parameters]));
    const answer = new Promise<readonly [{ message: string } | null, unknown]>((resolve) => this.#waiting.set(id, resolve));
    this.#socket!.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    const [error, result] = await answer;
    if (error) throw new FirefoxFault(`${name}: ${error.message}`);
    return (result as { value?: unknown } | null)?.value ?? result;
  }

  /** The folder of what is saved, once something is. */
  get downloads(): string {
    return join(this.#profile, 'downloads');
  }

  /** Opens an address. */
  async open(address: string): Promise<void> {
    await this.#ask('WebDriver:Navigate', { url: address });
  }

  /** Runs the body of a function in the page, where `arguments` are those given; a promise is waited for. */
  async run<T>(body: string, ...given: unknown[]): Promise<T> {
    return (await this.#ask('WebDriver:ExecuteScript', { script: body, args: given, sandbox: null })) as T;
  }

  /** Waits until something in the page matches a selector. */
  async find(selector: string, latestMs = 60_000): Promise<void> {
    for (const end = performance.now() + latestMs; ;) {
      if (await this.run<boolean>('return document.querySelector(arguments[0]) !== null', selector)) return;
      if (performance.now() > end)
        throw new FirefoxFault(`Nothing matches ${selector}: ${await this.run('return document.body.innerText')}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** What the window shows, as PNG. */
  async screenshot(): Promise<Buffer> {
    return Buffer.from((await this.#ask('WebDriver:TakeScreenshot', { full: false })) as string, 'base64');
  }

  async close(): Promise<void> {
    this.#socket?.destroy();
    const isGone = new Promise((resolve) => this.#process.once('exit', resolve));
    if (this.#process.exitCode === null) {
      process.kill(-this.#process.pid!, 'SIGTERM');
      await isGone;
    }
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
