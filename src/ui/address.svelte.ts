import { formatView } from './url';
import type { View } from './view.svelte';

/** How long the view rests before the address follows: scrubbing writes once, and no browser's limit on history is met. */
const REST_MS = 200;

/**
 * Writes the view into the address and the document (title, language, direction, look), and reads the address when the
 * reader goes back. A new selection is a step in the history, so that the back button undoes it; scrubbing and moving
 * the map are not. One of the app's two effects; call it while a component is made.
 */
export function followAddress(view: View): void {
  let selected = view.selection;
  window.addEventListener('popstate', () => {
    view.read(location.hash);
    selected = view.selection;
  });
  $effect(() => {
    const hash = formatView(view.state, view.choices.usual);
    const { selection } = view.state;
    const root = document.documentElement;
    root.lang = view.language;
    root.dir = view.mirrored ? 'rtl' : 'ltr';
    if (view.chosenLook) root.dataset.look = view.chosenLook;
    else delete root.dataset.look;
    const timer = setTimeout(() => {
      if (hash !== location.hash.slice(1)) {
        const address = hash ? `#${hash}` : `${location.pathname}${location.search}`;
        if (selection !== selected && selection !== null) history.pushState(null, '', address);
        else history.replaceState(null, '', address);
      }
      selected = selection;
    }, REST_MS);
    return () => clearTimeout(timer);
  });
}
