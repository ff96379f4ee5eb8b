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
let view: View | null = null;
let app: Record<string, unknown> | null = null;
let begun: Promise<View> | null = null;
let own: DossierFiles;

try {
  await start();
} catch (error) {
  if (app) void unmount(app);
  frame.remove();
  await readyToSpeak(language);
  mount(Failure, { target: document.body, props: { error, language: spoken(language) } });
  document.documentElement.dataset.ready = 'failed';
}

async function start(): Promise<void> {
  own = dossierFiles(document, location);
  // the ground and the reader's language are on their way while the dossier is read
  const basemap = loadBasemap();
  void readyToSpeak(language);
  basemap.catch(() => {});
  const opening = new Opening(
    () => view?.language ?? spoken(language),
    () => desk.stop(),
  );
  const desk = new Desk({
    update: (update) => {
      void show(update, desk, basemap).then((shown) => {
        opening.partial = shown.partial;
        opening.shown = true;
      });
    },
    progress: (progress) => {
      opening.progress = progress;
      if (view) view.progress = progress;
    },
  });
  const notice = mount(OpeningNotice, { target: document.body, props: { opening } });
  import.meta.hot?.dispose(() => desk.close());
  try {
    const { files, optional } = own;
    await desk.open({ files, optional, gazetteer: new URL(placesUrl, document.baseURI).href }, lensAsked);
  } catch (error) {
    void unmount(notice);
    throw error;
  }
}

/** The lens that the address asks for. */
function lensAsked(head: DossierHead, days: readonly string[]) {
  const { state } = parseView(location.hash, choicesOf(head, days, language));
  // its catalogue is on its way while the dossier is read
  void readyToSpeak(state.language);
  return lensOf(state, head);
}

/** Shows an update, or, where a later one overtakes it, that; resolves with the one that is shown. */
async function show(update: Update, desk: Desk, basemap: Promise<Basemap>): Promise<Update> {
  if (begun) await (await begun).take(update);
  return (await (begun ??= begin(update, desk, basemap))).update;
}

/** Puts the page in place of its frame, with the first update. */
async function begin(update: Update, desk: Desk, basemap: Promise<Basemap>): Promise<View> {
  const made = (view = new View(update, language));
  made.read(location.hash);
  await readyToSpeak(made.state.language);
  await inSlices(made.making(update));
  frame.remove();
  const gazetteer = new URL(levantUrl, document.baseURI).href;
  const props = { view: made, desk, basemap, gazetteer, ownFile: own.addressOf };
  // within somebody else's page there is less around the map
  const isEmbed = 'embed' in document.documentElement.dataset;
  if (isEmbed) await parts.embed.ready();
  const Page = (isEmbed && parts.embed.code?.default) || App;
  app = mount(Page, { target: document.body, props });
  import.meta.hot?.dispose(() => app && void unmount(app));
  void made.taking.fill();
  return made;
}

async function loadBasemap(): Promise<Basemap> {
  // without its relief the map is plainer, and still a map
  const relief = textOf('relief.json', reliefPlaceUrl).catch(() => null);
  const [topology, reliefPlace] = await Promise.all([textOf('levant.topo.json', topologyUrl), relief]);
  return readBasemap(topology, reliefPlace, new URL(reliefUrl, document.baseURI).href);
}
