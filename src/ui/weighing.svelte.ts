import type { Desk } from './desk/desk';
import { sameLens } from './wanted';
import type { View } from './view.svelte';

/**
 * Asks the desk for the lens that is wanted; call it while a component is made. The third of the app's effects: the answer comes from
 * a worker, later or never, and a lens that is not wanted any more is given up. What is shown changes when the desk's update comes.
 */
export function followLens(view: View, desk: Pick<Desk, 'weigh'>): void {
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
}
