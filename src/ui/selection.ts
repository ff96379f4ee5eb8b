import { tick } from 'svelte';
import type { View } from './view.svelte';

/** Goes back from a mark to the whole situation, with the focus on the mark's line where it has one. */
export async function leaveSelection(view: View): Promise<void> {
  const id = view.selection;
  if (id === null) return;
  view.selection = null;
  await tick();
  document.querySelector<HTMLElement>(`[data-mark="${CSS.escape(id)}"]`)?.focus();
}
