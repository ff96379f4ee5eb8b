import { expect, test } from 'vitest';
import type { Labels } from '../../src/core/model';
import { labelsJson, noLabels, readLabels, withLabel, writeLabels } from '../../src/style/label-address';

const labels: Labels = {
  places: new Map([
    ['homs', { hidden: true }],
    ['hama', { offset: [40, -20] as const, text: { en: 'Hama, city: 1%', ar: 'حماة' } }],
  ]),
  movements: new Map([['march', { text: { en: 'the_march' } }]]),
};

test('what an address holds of labels reads back the same', () => {
  expect(readLabels(writeLabels(labels))).toEqual(labels);
  expect(writeLabels(noLabels)).toBe('');
  expect(readLabels('')).toEqual(noLabels);
});

test.each(['x:homs:h', 'p:../homs:h', 'p:homs:o1_2000', 'p:homs:o121_0', 'p:homs:z', 'p:homs:ten_%', 'p:homs:tfr_a', 'constructor:homs:h'])(
  '%s is no label',
  (written) => expect(readLabels(written)).toBeUndefined(),
);

test('the text for dossier.json is that member, and parses', () => {
  const { labels: read } = JSON.parse(`{${labelsJson(labels)}}`) as { labels: { places: object; movements: object } };
  expect(read.places).toEqual(Object.fromEntries(labels.places));
  expect(read.movements).toEqual(Object.fromEntries(labels.movements));
});

test('a label is changed alone, and is as usual again', () => {
  const changed = withLabel(labels, 'places', 'homs', null);
  expect([...changed.places.keys()]).toEqual(['hama']);
  expect(changed.movements).toBe(labels.movements);
  expect(labels.places.size).toBe(2);
});
