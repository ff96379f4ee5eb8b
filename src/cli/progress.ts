import type { Progress } from '../formats/import/workplace';

/** How often a line of progress is written, in milliseconds. */
const EVERY = 500;

/** A line on standard error that says how far a long work is, written over itself; nothing where nobody sees it. */
export class ProgressLine {
  readonly #what: string;
  #last = performance.now();
  #isThere = false;

  constructor(what: string) {
    this.#what = what;
  }

  readonly tell = ({ doing, done, rows }: Progress): void => {
    if (!process.stderr.isTTY || performance.now() - this.#last < EVERY) return;
    this.#last = performance.now();
    this.#isThere = true;
    const share = done === null || !Number.isFinite(done) ? '' : `, ${Math.round(done * 100)} %`;
    process.stderr.write(`\r\u001b[K${this.#what}: ${doing === 'checking' ? 'checking the dossier' : `${rows} rows`}${share}`);
  };

  clear(): void {
    if (this.#isThere) process.stderr.write('\r\u001b[K');
    this.#isThere = false;
  }
}
