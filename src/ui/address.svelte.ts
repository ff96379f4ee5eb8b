import { onDestroy } from 'svelte';
import { nameIn } from '../style/naming';
import { formatView } from '../view/address';
import type { View } from './view.svelte';

/** How long the view rests before the address follows: scrubbing writes once, and no browser's limit on history is met. */
const REST_MS = 200;

/** Marks the entries of the history that the page wrote itself. */
const OURS = 'claimline';

/**
 * Writes the view into the address and the document (title, language, direction, look), and reads the address when the
 * reader goes back. A new selection is a step in the history, so that the back button undoes it; scrubbing and moving
 * the map are not; with `replace` nothing is, since an embed's steps would stand in the history of the page around it. One of the app's two
 * effects; call it while a component is made. An address leads nobody to a dossier of the reader's own: of that it says nothing, and where it changes it
 * leads back to the site's.
 */
export function followAddress(view: View, manner: 'push' | 'replace' = 'push'): void {
  let selected = view.selection;
  const { whence } = view.from;
  // the entry that the page opens with is ours too: going back to it leaves the map as it is
  history.replaceState(OURS, '');
  const goBack = (event: PopStateEvent) => {
    if (whence) return location.reload();
    const { camera, ground, visit } = view;
    view.read(location.hash);
    selected = view.selection;
    // going back leaves the map where it is; an address that was typed says where it should be
    if (event.state === OURS) Object.assign(view, { camera, ground });
    else {
      if (JSON.stringify([view.camera, view.ground]) !== JSON.stringify([camera, ground])) view.visit = visit + 1;
      history.replaceState(OURS, '');
    }
  };
  window.addEventListener('popstate', goBack);
  onDestroy(() => window.removeEventListener('popstate', goBack));
  $effect(() => {
    const hash = formatView(view.state, view.choices.usual);
    const { selection } = view.state;
    const root = document.documentElement;
    document.title = [nameIn(view.dossier.title, view.language), ...(whence ? [whence(view.language)] : []), 'Claimline'].join(' · ');
    root.lang = view.language;
    root.dir = view.mirrored ? 'rtl' : 'ltr';
    if (view.chosenLook) root.dataset.look = view.chosenLook;
    else delete root.dataset.look;
    const timer = setTimeout(() => {
      if (!whence && hash !== location.hash.slice(1)) {
        const address = hash ? `#${hash}` : `${location.pathname}${location.search}`;
        if (manner === 'push' && selection !== selected && selection !== null) history.pushState(OURS, '', address);
        else history.replaceState(OURS, '', address);
      }
      selected = selection;
    }, REST_MS);
    return () => clearTimeout(timer);
  });
}
