/** How long nothing moves before all is told in full. */
const REST_MS = 150;

/** Tells when what keeps moving has come to rest. */
export class Rest {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #told: () => void;

  constructor(told: () => void) {
    this.#told = told;
  }

  /** Something moved: it rests once that is a while ago. */
  moved(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), REST_MS);
  }

  /** Ends the wait. */
  now(): void {
    clearTimeout(this.#timer);
    this.#told();
  }
}
