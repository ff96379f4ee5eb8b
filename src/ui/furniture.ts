import type { Box } from '../map/furniture-room';

/** What lies over the map in its pane and says so (`data-furniture`), in CSS pixels from the pane's top left corner. */
export function furnitureOf(pane: HTMLElement | null): Box[] {
  if (!pane) return [];
  const from = pane.getBoundingClientRect();
  return [...pane.querySelectorAll('[data-furniture]')].map((piece) => {
    const { left, top, width, height } = piece.getBoundingClientRect();
    return { left: left - from.left, top: top - from.top, width, height };
  });
}
