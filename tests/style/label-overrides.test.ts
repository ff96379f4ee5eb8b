import { expect, test } from 'vitest';
import type { Dossier, LabelOverride, Labels } from '../../src/core/model';
import { situationAt } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { overridesIn } from '../../src/style/label-overrides';
import { looks } from '../../src/style/palette';
import { pictureOf } from '../../src/style/picture';
import { recordsOf } from '../../src/style/records/records-of';
import type { Language } from '../../src/style/strings';
import { syria } from '../geo/dossier';

const dossier = syria();
const labelsOf = (places: Record<string, LabelOverride>, movements: Record<string, LabelOverride> = {}): Labels => ({
  places: new Map(Object.entries(places)),
  movements: new Map(Object.entries(movements)),
});

function picture(labels: Labels | undefined, language: Language = 'en', ofView?: Labels) {
  const of: Dossier = { ...dossier, ...(labels && { labels }) };
  const ledger = weigh(of, defaultLens);
  const situation = situationAt(ledger, lastInstant('2024-12-06', dossier.timeZone));
  return pictureOf(situation, recordsOf(ledger), { palette: looks.light, language, zoom: 8, labels: ofView });
}
const propertiesOf = (of: ReturnType<typeof picture>) => of.labels!.map(({ properties }) => properties);
const homs = (of: ReturnType<typeof picture>) => propertiesOf(of).find(({ id }) => id === 'control:homs');
const usual = picture(undefined);

test('a hidden label is gone, and the mark of its dispute is where it was', () => {
  const hidden = picture(labelsOf({ homs: { hidden: true } }));
  expect(homs(usual)?.text).toBe('Homs');
  expect(homs(hidden)).toBeUndefined();
  expect([...hidden.marks.records.data]).toEqual([...usual.marks.records.data]);
  expect(hidden.labels).toHaveLength(usual.labels!.length - 1);
});

test('a reworded label keeps what is said of an area, and another language its own name', () => {
  const text = { homs: { text: { en: 'Homs city' } }, 'northwest-syria': { text: { en: 'The north-west' } } };
  expect(homs(picture(labelsOf(text)))?.text).toBe('Homs city');
  expect(homs(picture(labelsOf(text), 'ar'))?.text).toBe(homs(picture(undefined, 'ar'))?.text);
  const area = propertiesOf(usual).find(({ text: words }) => words.endsWith(': parts'))!;
  const id = area.id.slice('control:'.length);
  const reworded = propertiesOf(picture(labelsOf({ [id]: { text: { en: 'Elsewhere' } } })));
  expect(reworded.find((each) => each.id === area.id)?.text).toBe('Elsewhere: parts');
});

test('a moved label stands by the mark in pixels at mark scale 1, whatever its size', () => {
  const { shift, size } = homs(picture(labelsOf({ homs: { offset: [40, -20] } })))!;
  expect(homs(usual)!.shift).toBeUndefined();
  expect(shift![0] / shift![1]).toBeCloseTo(-2, 1);
  // at zoom 8 names keep off marks of the level above: 1.153 times
  expect(shift![0] * size).toBeCloseTo(40 * 1.153, 0);
});

test('the words of a flow are hidden and reworded by its claim', () => {
  const words = propertiesOf(usual).find(({ label }) => label === 'words')!;
  const claim = words.id.slice(words.id.indexOf(':') + 1);
  expect(propertiesOf(picture(labelsOf({}, { [claim]: { hidden: true } }))).map(({ id }) => id)).not.toContain(words.id);
  const reworded = propertiesOf(picture(labelsOf({}, { [claim]: { text: { en: 'many' } } })));
  expect(reworded.find(({ id }) => id === words.id)?.text).toBe('many');
});

test('what a view says goes before what the dossier says, label by label', () => {
  const both = overridesIn({ labels: labelsOf({ homs: { hidden: true }, hama: { hidden: true } }) }, labelsOf({ homs: {} }));
  expect([...both!.places]).toEqual([
    ['homs', {}],
    ['hama', { hidden: true }],
  ]);
  expect(homs(picture(labelsOf({ homs: { hidden: true } }), 'en', labelsOf({ homs: {} })))?.text).toBe('Homs');
});
