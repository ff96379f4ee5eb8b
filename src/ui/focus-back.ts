/** Where the focus goes when a dialog closes. */

/**
 * The first that can be seen: what had the focus before, unless that was the page itself, the button that opens the dialog, and the one behind which
 * that button lies on a phone. Null where there is none.
 */
export function focusBack(before: Element | null, dialog: string): HTMLElement | null {
  const candidates = [
    before === document.body ? null : before,
    ...document.querySelectorAll(`[data-opens="${dialog}"], [data-opens="tools"]`),
  ];
  return candidates.find((each): each is HTMLElement => each instanceof HTMLElement && each.isConnected && each.checkVisibility()) ?? null;
}
