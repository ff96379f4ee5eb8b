import { mount } from 'svelte';
import { fill, type Language } from '../../style/strings';
import { laterStrings } from '../../style/strings/later';
import type { DossierFiles } from '../dossier-files';
import type { View } from '../view.svelte';
import { belonging, isData } from './belonging';
import type { Instead, OpenInstead } from './instead';
import type { GivenFile } from './looking-into';
import OwnNotice from './OwnNotice.svelte';

/** Opens a dossier of the reader's own files in the place of the one that is shown. Nothing of it leaves the machine. */

/** The dossier among files, as the page opens it. Throws NoDossier. */
export function ownDossier(given: readonly GivenFile[]): DossierFiles {
  const { folder, files, below } = belonging(given);
  return filesInMemory(new Map(Array.from([...files, ...below], ([path, { content }]) => [path, content])), (language) => {
    const say = laterStrings(language);
    return folder ? fill(say['own.folder'], { folder }) : say['own.files'];
  });
}

/** A dossier's folder of which all is at hand, by path. `whence` says beside the title where it is from. */
export function filesInMemory(all: ReadonlyMap<string, Blob>, whence: (language: Language) => string): DossierFiles {
  const isRead = (path: string): boolean => isData(path) && !path.includes('/');
  return {
    files: new Map([...all].filter(([path]) => isRead(path))),
    optional: new Set(),
    others: new Map([...all].filter(([path]) => !isRead(path))),
    whereIs: (name) => all.get(name) ?? null,
    whence,
  };
}

/** Shows it with the reader's language and look, and nothing else of the view before. Rejects as `open` does. */
export async function openOwn(from: DossierFiles, view: View, open: OpenInstead, instead: Instead): Promise<void> {
  const { language, chosenLook } = view;
  const shown = await open(from, new URLSearchParams({ lang: language, ...(chosenLook && { look: chosenLook }) }).toString(), instead);
  leaveAddress(view);
  mount(OwnNotice, { target: document.querySelector('.notices')!, props: { view: shown } });
  focusNotice('data-own-notice');
}

/** Leads the keyboard to the notice of what was opened: what had the focus went with the page before. */
export function focusNotice(mark: 'data-own-notice' | 'data-import-notice'): void {
  document.querySelector<HTMLElement>(`[${mark}]`)?.focus();
}

/** Goes to an entry of the history of its own: the address is that of the site's own dossier, to which reloading and going back lead. `before`: what was shown. */
export function leaveAddress(before: View): void {
  const here = `${location.pathname}${location.search}`;
  if (before.from.whence) history.replaceState('own', '', here);
  else history.pushState('own', '', here);
}
