import { expect, test } from 'vitest';
import { checkDossier } from '../../../src/core/check/check';

import { filesOf, gazetteer as readGazetteer } from '../../geo/dossier';

const gazetteer = readGazetteer();
const files = () => filesOf('geo/syria-2024');

test.each([
  ['control.geojson', '"says": "took"', '"says": "tok"', 'did you mean "took"?'],
  ['control.geojson', '"holder"', '"holdr"', 'is "holdr" meant to be "holder"?'],
  ['control.geojson', '"place": "homs"', '"place": "hims"', 'did you mean "homs"?'],
  ['control.geojson', '"says": "took"', '"says": "conquered"', 'correct "says"'],
  ['dossier.json', '"span"', '"spam"', 'is "spam" meant to be "span"?'],
  [
    'sources.json',
    '"schemaVersion": 1',
    '"schemaVersion": 3',
    'this program reads version 1, and the dossier may be made for a newer Claimline: open it with that one',
  ],
  ['dossier.json', '"schemaVersion": 1', '"schemaVersion": "1"', 'this program reads version 1: write the number 1 if that is what it is'],
])('in %s %s for %s has a likely mend', (file, is, was, mend) => {
  const all = files();
  expect(all.get(file)).toContain(is);
  all.set(file, all.get(file)!.replace(is, was));
  expect(checkDossier(all, gazetteer).issues.map((issue) => issue.mend)).toContain(mend);
});

test('a column that is missing may be one that is misspelt', () => {
  const table = 'id,knd,source\na,control,b\n';
  const { issues } = checkDossier(new Map([...files(), ['claims.csv', table]]), gazetteer);
  expect(issues.map(({ mend }) => mend)).toContain('is "knd" meant to be "kind"?');
});
