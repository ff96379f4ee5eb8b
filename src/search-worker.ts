/// <reference lib="webworker" />
import { find, gazetteerOf, readGazetteer, type Gazetteer } from './core/gazetteer';
import type { Place } from './core/model';
import type { Answer, Question } from './ui/finder';

/** Search away from the page: with a hundred thousand places, making the index and going through it take longer than a frame. */

const own: Place[] = [];
let gazetteer: Gazetteer | null = null;

onmessage = async ({ data }: MessageEvent<Question>) => {
  switch (data.kind) {
    case 'places':
      own.push(...data.places);
      return;
    case 'gazetteer':
      gazetteer = gazetteerOf(own);
      return answer({ kind: 'ready', isWhole: await widen(data.address) });
    case 'find':
      return answer({ kind: 'found', ticket: data.ticket, found: gazetteer ? find(gazetteer, data.text).slice(0, data.most) : [] });
  }
};

/** Adds the places of a gazetteer's file that the dossier does not have itself; false where it did not arrive. */
async function widen(address: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    if (!response.ok) return false;
    const ids = new Set(own.map((place) => place.id));
    const codes = new Set(own.map((place) => place.geonames).filter((code) => code !== null));
    const { places } = readGazetteer(await response.text(), 'levant.geojson');
    gazetteer = gazetteerOf([...own, ...places.filter((place) => !ids.has(place.id) && !codes.has(place.geonames ?? -1))]);
    return true;
  } catch {
    return false;
  }
}

function answer(message: Answer): void {
  postMessage(message);
}
