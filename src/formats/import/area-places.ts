import { gazetteerOf, readGazetteer } from '../../core/gazetteer/gazetteer';
import { isSpot } from '../../core/import/areas/table';
import type { Dossier, Place } from '../../core/model';

/** The places that areas are asked for, each once: the dossier's, those of its `places.geojson` that no claim names yet among them (`own`: its text), and others that are at hand. */
export function areaPlaces(own: string | null, dossier: Pick<Dossier, 'places'>, others: Iterable<Place>): Place[] {
  const unnamed = own === null ? [] : readGazetteer(own, 'places.geojson').places;
  const { places } = gazetteerOf([...unnamed, ...dossier.places.values(), ...others]);
  return [...places.values()].filter(isSpot);
}
