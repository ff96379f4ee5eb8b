import { mount, unmount } from 'svelte';
import reliefUrl from '../geo/base/relief.webp?url';
import reliefPlaceUrl from '../geo/base/relief.json?url';
import topologyUrl from '../geo/base/levant.topo.json?url';
import levantUrl from '../geo/gazetteer/levant.geojson?url';
import placesUrl from '../geo/gazetteer/places.geojson?url';
import type { Basemap } from './style/basemap';
import { readBasemap } from './style/read-basemap';
import type { Language } from './style/strings';
import App from './ui/App.svelte';
import { Desk, type DossierHead, type Update } from './ui/desk/desk';
import Failure from './ui/Failure.svelte';
import { textOf } from './ui/desk/load';
import { dossierFiles, type DossierFiles } from './ui/dossier-files';
import type { Instead } from './ui/own/instead';
import OpeningNotice from './ui/Opening.svelte';
import { Opening } from './ui/opening.svelte';
import { parts, readyToSpeak, spoken } from './ui/parts.svelte';
import { inSlices } from './ui/slices';
import { parseView } from './view/address';
import { View } from './ui/view.svelte';
import { choicesOf, lensOf } from './view/wanted';

/** The page: ask the worker for the dossier → mount what comes back. The only file that knows everything. */

interface TrustedTypesWindow {
  readonly trustedTypes: { createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown };
}

// the map names its worker by a plain address: only this site's own may run
(window as Partial<TrustedTypesWindow>).trustedTypes?.createPolicy('default', {
  createScriptURL(address: string) {
    if (new URL(address, document.baseURI).origin === self.origin) return address;
    throw new TypeError(`A script from another site was refused: ${address}`);
  },
});

/** As the reader wants it; spoken once its catalogue is there. */
const language: Language = navigator.language.startsWith('ar') ? 'ar' : 'en';
const frame = document.getElementById('frame')!;
const gazetteer = new URL(placesUrl, document.baseURI).href;
const widerGazetteer = new URL(levantUrl, document.baseURI).href;
/** What is shown: another dossier can come in its place. */
let shown = null as { readonly close: () => void } | null;
// the ground and the reader's language are on their way while the dossier is read
const basemap = loadBasemap();
basemap.catch(() => {});
void readyToSpeak(language);

try {
  await open(dossierFiles(document, location), location.hash);
} catch (error) {
  shown?.close();
  frame.remove();
  await readyToSpeak(language);
  mount(Failure, { target: document.body, props: { error, language: spoken(language) } });
  document.documentElement.dataset.ready = 'failed';
}

/**
 * Opens a dossier with the view that a hash asks for. With `instead` it takes the place of the one that is shown, whole and at once; until then, and where
 * it fails, that stays.
 */
async function open(from: DossierFiles, hash: string, instead?: Instead): Promise<View> {
  let view: View | null = null;
  let begun = null as Promise<View> | null;
  const opening = new Opening(
    () => view?.language ?? spoken(language),
    () => desk.stop(),
  );
  const desk = new Desk({
    update: (update) => {
      if (!instead || !update.partial)
        void show(update).then((now) => {
          opening.partial = now.partial;
          opening.shown = true;
        });
    },
    progress: (progress) => {
      opening.progress = progress;
      if (view) view.progress = progress;
      else instead?.progress(progress);
    },
  });
  const notice = instead ? null : mount(OpeningNotice, { target: document.body, props: { opening } });
  const giveUp = () => begun ?? desk.close();
  instead?.signal.addEventListener('abort', giveUp);
  import.meta.hot?.dispose(() => desk.close());
  try {
    const { files, optional } = from;
    await desk.open({ files, optional, gazetteer }, lensAsked);
  } catch (error) {
    if (notice) void unmount(notice);
    throw error;
  }
  return begun!;

  /** The lens that the address asks for. */
  function lensAsked(head: DossierHead, days: readonly string[]) {
    const { state } = parseView(hash, choicesOf(head, days, language));
    // its catalogue is on its way while the dossier is read
    void readyToSpeak(state.language);
    return lensOf(state, head);
  }

  /** Shows an update, or, where a later one overtakes it, that; resolves with the one that is shown. */
  async function show(update: Update): Promise<Update> {
    if (begun) await (await begun).take(update);
    return (await (begun ??= begin(update))).update;
  }

  /** Puts the page in place of its frame, or of the one that is shown, with the first update. */
  async function begin(update: Update): Promise<View> {
    const made = (view = new View(update, language, from));
    made.read(hash);
    await readyToSpeak(made.state.language);
    await inSlices(made.making(update));
    // within somebody else's page there is less around the map
    const isEmbed = 'embed' in document.documentElement.dataset;
    if (isEmbed) await parts.embed.ready();
    const Page = (isEmbed && parts.embed.code?.default) || App;
    frame.remove();
    shown?.close();
    const app = mount(Page, { target: document.body, props: { view: made, desk, basemap, gazetteer: widerGazetteer, openInstead: open } });
    shown = { close: () => (desk.close(), void unmount(app)) };
    import.meta.hot?.dispose(() => void unmount(app));
    void made.taking.fill();
    return made;
  }
}

async function loadBasemap(): Promise<Basemap> {
  // without its relief the map is plainer, and still a map
  const relief = textOf('relief.json', reliefPlaceUrl).catch(() => null);
  const [topology, reliefPlace] = await Promise.all([textOf('levant.topo.json', topologyUrl), relief]);
  return readBasemap(topology, reliefPlace, new URL(reliefUrl, document.baseURI).href);
}
