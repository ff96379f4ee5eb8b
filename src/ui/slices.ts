/** How long the page may be kept from everything else at once. */
const SLICE_MS = 5;

/** Lets everything else have its turn. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Does work that stops now and then, a slice at a time; what takes but one slice is done before anything is drawn. */
export async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  let start = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - start < SLICE_MS) continue;
    await pause();
    start = performance.now();
  }
}
