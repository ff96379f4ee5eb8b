import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gazetteerOf, readGazetteer } from '../../../src/core/gazetteer/gazetteer';
import { RowReader } from '../../../src/core/import/claims-of-rows';
import type { Draft, Rejected } from '../../../src/core/import/draft';
import { guessMapping, type Mapping } from '../../../src/core/import/mapping';
import { Namer } from '../../../src/core/import/naming';
import { PlaceResolver } from '../../../src/core/import/places';
import { syria } from '../../geo/dossier';

/** What rows of tables become, by the guess that is made of their headings. */

const packaged = gazetteerOf(readGazetteer(readFileSync('geo/gazetteer/places.geojson', 'utf8'), 'places').places);
const dossier = syria();

/** The first row below the headings as a draft, or why it is none; `columns`: as a person said. */
function readRow(headings: string, row: string, columns: Mapping['columns'] = {}): Draft | Rejected {
  const head = { headings: headings.split(','), hashtags: null };
  const cells = row.split(',');
  const { mapping } = guessMapping(head.headings, null, [cells], 'day-first');
  const reader = new RowReader(
    { ...mapping, columns: { ...mapping.columns, ...columns } },
    head,
    new PlaceResolver([packaged], new Map()),
    new Namer(dossier, packaged.places, new Map()),
  );
  return reader.read({ cells, number: 2, start: 0, end: 0 });
}

test('each column of people is claims of its own: whom it counts is its heading, and so is no line of another', () => {
  const read = (column: string) =>
    readRow('Year,Country of Origin,Country of Asylum,Refugees,Asylum-seekers', '2024,Syria,Turkey,100,20', { people: { column } });
  expect(read('Refugees')).toMatchObject({
    id: 'row-2-Refugees',
    claim: { who: 'Refugees from Syria', summary: '100 people (Refugees from Syria) in Turkey (stock).' },
  });
  expect(read('Asylum-seekers')).toMatchObject({
    id: 'row-2-Asylum-seekers',
    claim: { who: 'Asylum-seekers from Syria', amount: { min: 20 } },
  });
  const flows = readRow('origin,destination,date,refugees,returnees', 'Homs,Hama,2024-12-05,5,6', { people: { column: 'returnees' } });
  expect(flows).toMatchObject({ claim: { displacement: 'flow', who: 'returnees', people: { min: 6 } } });
});

test('of who they are, and from where, neither is left out', () => {
  expect(readRow('Year,Country of Origin,Country of Asylum,Individuals,Group', '2024,Syria,Turkey,100,Women')).toMatchObject({
    claim: { who: 'Women from Syria' },
  });
});
