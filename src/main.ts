import { mount, unmount } from 'svelte';
import controlUrl from '../geo/syria-2024/control.geojson?url';
import displacementUrl from '../geo/syria-2024/displacement.geojson?url';
import dossierUrl from '../geo/syria-2024/dossier.json?url';
import incidentsUrl from '../geo/syria-2024/incidents.geojson?url';
import movementsUrl from '../geo/syria-2024/movements.geojson?url';
import sourcesUrl from '../geo/syria-2024/sources.json?url';
import reliefUrl from '../geo/base/relief.webp?url';
import reliefPlaceUrl from '../geo/base/relief.json?url';
import topologyUrl from '../geo/base/levant.topo.json?url';
import levantUrl from '../geo/gazetteer/levant.geojson?url';
import placesUrl from '../geo/gazetteer/places.geojson?url';
import { checkDossier } from './core/check';
import { gazetteerOf, readGazetteer } from './core/gazetteer';
import type { Basemap } from './style/basemap';
import { readBasemap } from './style/read-basemap';
import type { Language } from './style/strings';
import App from './ui/App.svelte';
import Failure from './ui/Failure.svelte';
import { dossierFolder, NotArrived, textOf } from './ui/load';
import { View } from './ui/view.svelte';

/** The page: read → check → mount. The only file that knows everything. */

interface TrustedTypesWindow {
  readonly trustedTypes: { createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown };
}

// the map names its worker by a plain address: only this site's own may run
(window as Partial<TrustedTypesWindow>).trustedTypes?.createPolicy('default', {
  createScriptURL(address: string) {
    if (new URL(address, document.baseURI).origin === location.origin) return address;
    throw new TypeError(`A script from another site was refused: ${address}`);
  },
});

const bundled: ReadonlyMap<string, string> = new Map([
  ['dossier.json', dossierUrl],
  ['sources.json', sourcesUrl],
  ['control.geojson', controlUrl],
  ['movements.geojson', movementsUrl],
  ['displacement.geojson', displacementUrl],
  ['incidents.geojson', incidentsUrl],
]);
const language: Language = navigator.language.startsWith('ar') ? 'ar' : 'en';
const frame = document.getElementById('frame')!;

try {
  await start();
} catch (error) {
  frame.remove();
  mount(Failure, { target: document.body, props: { error, language } });
  document.documentElement.dataset.ready = 'failed';
}

async function start(): Promise<void> {
  const folder = dossierFolder(location.search, location.href);
  // the ground is on its way while the dossier is read
  const basemap = loadBasemap();
  basemap.catch(() => {});
  const [files, places] = await Promise.all([readDossier(folder), textOf('places.geojson', placesUrl)]);
  const known = readGazetteer(places, 'places.geojson');
  const { dossier, issues } = checkDossier(files, gazetteerOf(known.places));
  const all = [...known.issues, ...issues];
  frame.remove();
  if (!dossier) {
    mount(Failure, { target: document.body, props: { issues: all, language } });
    document.documentElement.dataset.ready = 'failed';
    return;
  }
  const view = new View(dossier, language);
  view.read(location.hash);
  const app = mount(App, {
    target: document.body,
    props: {
      view,
      issues: all,
      basemap,
      loadPlaces: async () => readGazetteer(await textOf('levant.geojson', levantUrl), 'levant.geojson').places,
    },
  });
  import.meta.hot?.dispose(() => void unmount(app));
}

async function loadBasemap(): Promise<Basemap> {
  const [topology, reliefPlace] = await Promise.all([textOf('levant.topo.json', topologyUrl), textOf('relief.json', reliefPlaceUrl)]);
  return readBasemap(topology, reliefPlace, new URL(reliefUrl, document.baseURI).href);
}

/** The dossier's files by name; a folder of the reader's own may hold places.geojson too, and lack the kinds of claim that it has none of. */
async function readDossier(folder: URL | null): Promise<Map<string, string>> {
  const optional = new Set(['control.geojson', 'movements.geojson', 'displacement.geojson', 'incidents.geojson', 'places.geojson']);
  const names = folder ? [...bundled.keys(), 'places.geojson'] : [...bundled.keys()];
  const texts = await Promise.all(
    names.map(async (name): Promise<[string, string] | null> => {
      try {
        return [name, await textOf(name, folder ? new URL(name, folder).href : bundled.get(name)!)];
      } catch (error) {
        if (folder && optional.has(name) && error instanceof NotArrived && error.status === 404) return null;
        throw error;
      }
    }),
  );
  return new Map(texts.filter((entry) => entry !== null));
}
