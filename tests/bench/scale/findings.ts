import { estimate, type Estimate } from './statistics';

/** Everything that is measured, as it comes in: numbers by part, way, size and quantity; and what failed. */

interface Name {
  readonly part: string;
  readonly way: string;
  readonly count: number;
  readonly quantity: string;
}
export type NamedFigure = Name & Estimate;

export interface Failure {
  readonly part: string;
  readonly way: string;
  readonly count: number;
  readonly reason: string;
}

export class Findings {
  readonly #samples = new Map<string, Name & { readonly values: number[] }>();
  readonly failures: Failure[] = [];

  add(part: string, way: string, count: number, quantity: string, ...values: number[]): void {
    const key = keyOf(part, way, count, quantity);
    const known = this.#samples.get(key);
    if (known) known.values.push(...values);
    else this.#samples.set(key, { part, way, count, quantity, values });
  }

  /** The median of everything that was measured. */
  figures(): NamedFigure[] {
    return [...this.#samples.values()].map(({ values, ...name }) => ({ ...name, ...estimate(values) }));
  }

  /** Empty where nothing was measured. */
  of(part: string, way: string, count: number, quantity: string): readonly number[] {
    return this.#samples.get(keyOf(part, way, count, quantity))?.values ?? [];
  }

  /** Does some work within a time; what fails or takes longer is noted and does not stop the rest. `end` is called in any case. */
  async attempt(about: Omit<Failure, 'reason'>, limitMs: number, work: () => Promise<void>, end: () => Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error(`not done in ${limitMs / 1000} s`)), limitMs);
    });
    const began = performance.now();
    try {
      await Promise.race([work(), late]);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      this.failures.push({ ...about, reason });
      process.stderr.write(`  ${about.way} failed: ${reason}\n`);
    } finally {
      clearTimeout(timer);
      await end();
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      process.stderr.write(`  ${about.part}, ${about.way}, ${about.count.toLocaleString('en')}: ${seconds} s\n`);
    }
  }
}

function keyOf(...parts: (string | number)[]): string {
  return parts.join(' ');
}
