import { expect, test } from 'vitest';
import { claimsAsKml } from '../../src/formats/kml';
import { syria } from '../geo/dossier';

const dossier = syria();
const claims = [...dossier.claims];
const kml = claimsAsKml(dossier, claims);

test('every claim is a placemark with its name, its time and what its file says', () => {
  expect(kml.match(/<Placemark/g)).toHaveLength(claims.length);
  const homs = kml.slice(kml.indexOf('id="homs-taken"'), kml.indexOf('</Placemark>', kml.indexOf('id="homs-taken"')));
  expect(homs).toContain(`<name>${dossier.claims.get('homs-taken')!.summary}</name>`);
  // a day in Damascus, three hours ahead
  expect(homs).toContain('<TimeSpan><begin>2024-12-04T21:00:00.000Z</begin><end>2024-12-05T21:00:00.000Z</end></TimeSpan><ExtendedData>');
  expect(homs).toContain('<Data name="holder"><value>hts-led</value></Data>');
  expect(homs).toMatch(/<(Point|Polygon|MultiGeometry)>/);
});

test('what looks like markup stays text', () => {
  const summary = '</name><ExtendedData><script>alert(1)</script> & "so on"';
  const text = claimsAsKml(dossier, [{ ...dossier.claims.get('homs-taken')!, summary }]);
  expect(text).not.toContain('<script>');
  expect(text.match(/<ExtendedData>/g)).toHaveLength(1);
});
