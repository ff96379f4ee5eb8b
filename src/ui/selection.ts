import { tick } from 'svelte';
import type { View } from './view.svelte';

/** Goes back from a mark to the whole situation, with the focus on the mark's line where it has one. */
export async function leaveSelection(view: View): Promise<void> {
  const id = view.selection;
  if (id === null) return;
  view.selection = null;
  await tick();
  lineOf(id)?.focus();
}

/** Makes a change after which the line that has the focus may be gone: its mark's other line takes it, else the situation. */
export async function keepFocus(change: () => void | Promise<void>): Promise<void> {
  const focused = document.activeElement;
  const panel = focused?.closest<HTMLElement>('#situation');
  await change();
  if (!focused || !panel) return;
  await tick();
  if (focused.isConnected || (document.activeElement ?? document.body) !== document.body) return;
  const id = focused.getAttribute('data-mark');
  ((id && lineOf(id)) || panel).focus({ preventScroll: true });
}

function lineOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-mark="${CSS.escape(id)}"]`);
}
