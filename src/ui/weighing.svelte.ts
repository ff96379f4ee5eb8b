import type { Desk } from './desk/desk';
import { sameLens } from '../view/wanted';
import type { View } from './view.svelte';

/**
 * Asks the desk for the lens that either side wants; call it while a component is made. The third of the app's effects: the answer comes from
 * a worker, later or never, and a lens that is not wanted any more is given up. What is shown changes when the desk's update comes.
 */
export function followLens(view: View, desk: Pick<Desk, 'weigh' | 'weighBeside'>): void {
  $effect(() => {
    const lens = view.wanted;
    if (sameLens(lens, view.ledger.lens)) return;
    const asked = new AbortController();
    view.failure = null;
    desk.weigh(lens, asked.signal).catch((error: unknown) => {
      if (asked.signal.aborted) return;
      view.failure = error instanceof Error ? error.message : String(error);
      view.stay();
    });
    return () => asked.abort();
  });
  // the right side of a comparison waits for its own answer, and neither gives up the other's
  $effect(() => {
    const { wanted, isWeighing } = view.beside;
    if (!isWeighing) return;
    const asked = new AbortController();
    view.failure = null;
    desk
      .weighBeside(wanted, asked.signal)
      .then((weighed) => view.beside.take(weighed))
      .catch((error: unknown) => {
        if (asked.signal.aborted) return;
        view.failure = error instanceof Error ? error.message : String(error);
        view.beside.stay();
      });
    return () => asked.abort();
  });
}
