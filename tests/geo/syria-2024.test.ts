import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Lens } from '../../src/core/ledger';
import { lineageOf, threshold } from '../../src/core/lineage/copies';
import { shingled } from '../../src/core/lineage/shingles';
import type { FigureClaim, FlowClaim } from '../../src/core/model';
import { situationAt, type Situation } from '../../src/core/situation';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { wordsOf } from '../../src/style/words';
import { articleOf, articlesAtHand, checked, syria } from './dossier';

const dossier = syria();
const situation = (day: string, lens: Partial<Lens> = {}): Situation =>
  situationAt(weigh(dossier, { ...defaultLens, ...lens }), lastInstant(day, dossier.timeZone));
const place = (id: string, day: string, lens: Partial<Lens> = {}) => situation(day, lens).holdings.find((holding) => holding.place === id);
const claims = [...dossier.claims];
const reports = claims.flatMap((claim) => claim.reports.map((report) => ({ claim: claim.id, ...report })));

test('the dossier has no issues', () => expect(checked('geo/syria-2024').issues).toEqual([]));

describe('what comes out', () => {
  test('Homs on the 5th as known then: taken, on one origin and its copies', () => {
    const holding = place('homs', '2024-12-05')!;
    expect(holding.state).toBe('held');
    expect(holding.positions[0]).toMatchObject({ holder: 'hts-led', origins: ['source:common-text'], copies: 1 });
  });
  test('Homs on the 6th as known then: in dispute, each position with its origins', () => {
    const holding = place('homs', '2024-12-06')!;
    expect(holding).toMatchObject({ state: 'disputed', contenders: 2 });
    const [government, opposition] = holding.positions;
    expect(government).toMatchObject({
      holder: 'government',
      origins: ['source:iran-hezbollah-bolster-assad', 'speaker:wasim-marouh'],
      claimedBy: ['speaker:syrian-military'],
    });
    expect(opposition).toMatchObject({ holder: 'hts-led', origins: ['source:common-text'], copies: 3 });
    expect(situation('2024-12-06').disputes.map(({ id }) => id)).toEqual(['holder:homs']);
  });
  test('Homs on the 5th as known now: in dispute too', () =>
    expect(place('homs', '2024-12-05', { knownBy: 'now' })!.state).toBe('disputed'));
  test('without the fifth article nothing contradicts the capture', () =>
    expect(place('homs', '2024-12-06', { without: ['iran-hezbollah-bolster-assad'] })!.state).toBe('held'));

  test('Hama: entered beside its holder on the 5th, taken on the 6th, and never in dispute', () => {
    const [holder, guest] = place('hama', '2024-12-05')!.positions;
    expect(holder).toMatchObject({ holder: 'government', extent: 'held', implied: true });
    expect(guest).toMatchObject({ holder: 'hts-led', extent: 'entered' });
    expect(place('hama', '2024-12-06')).toMatchObject({ state: 'held', positions: [{ holder: 'hts-led' }] });
    for (const day of ['2024-12-05', '2024-12-06'])
      for (const knownBy of ['then', 'now'] as const) expect(place('hama', day, { knownBy })!.state).toBe('held');
  });
  test('Aleppo: HTS-led, on more than one origin', () => {
    expect(place('aleppo', '2024-12-06')).toMatchObject({ state: 'held', positions: [{ holder: 'hts-led' }] });
    expect(place('aleppo', '2024-12-06')!.positions[0]!.origins.length).toBeGreaterThan(1);
  });
  test.each(['talbisa', 'rastan'])('%s: claimed by HTS alone, beside nobody', (id) => {
    const holding = place(id, '2024-12-06')!;
    expect(holding).toMatchObject({
      state: 'claimed',
      contenders: 0,
      positions: [{ holder: 'hts-led', origins: [], claimedBy: ['speaker:hts'] }],
    });
  });
  test('Raqqa and Deir ez-Zor are held by nobody', () => {
    expect(place('raqqa', '2024-12-06')).toMatchObject({ state: 'unknown', positions: [{ holder: 'islamic-state', extent: 'outskirts' }] });
    expect(place('deir-ez-zor-governorate', '2024-12-06')!.state).toBe('unknown');
    expect(place('deir-ez-zor', '2024-12-06')).toBeUndefined();
  });
  test('the three figures of displacement are three lines', () => {
    const { figures } = situation('2024-12-06');
    const figureOf = new Map(claims.map((claim) => [claim.id, claim as FigureClaim]));
    const people = figures.filter(({ claim }) => ['un-48500', 'wfp-280000', 'un-forecast'].includes(claim));
    expect(new Set(people.map(({ series }) => series)).size).toBe(3);
    expect(people.map(({ claim }) => figureOf.get(claim)!.measure)).toEqual(['cumulative', 'forecast', 'cumulative']);
    expect(figureOf.get('un-forecast')!.amount).toMatchObject({ min: null, max: 1_500_000 });
  });
  test('flows carry the words of their source and no number; the exodus from Tal Rifaat has no destination', () => {
    const flows = new Map(
      claims.filter((claim): claim is FlowClaim => claim.kind === 'displacement' && claim.displacement === 'flow').map((f) => [f.id, f]),
    );
    expect(flows.get('homs-to-the-coast')).toMatchObject({
      to: ['latakia-governorate', 'tartus-governorate'],
      people: { min: null, max: null, words: 'thousands' },
    });
    expect(flows.get('tal-rifaat-exodus')!.to).toBeUndefined();
    expect(flows.size).toBe(2);
  });
  test('forces that go to Syria go to no town', () => {
    for (const id of ['iraqi-militias-cross', 'hezbollah-supervisors', 'iran-missiles-advisers'])
      expect(claims.find((claim) => claim.id === id)).toMatchObject({ to: 'syria' });
  });
  test('a counting window is no date: nothing happens on 26 November', () => {
    const day = situation('2024-11-26', { knownBy: 'now' });
    expect([day.movements, day.flows, day.incidents, day.figures]).toEqual([[], [], [], []]);
  });
});

describe('in words', () => {
  test('every mark of a day has exactly one sentence, in both languages', () => {
    for (const day of ['2024-11-26', '2024-12-04', '2024-12-06'])
      for (const language of ['en', 'ar'] as const) {
        const now = situation(day);
        const sentences = wordsOf(now, language);
        const marks = [...now.holdings, ...now.movements, ...now.flows, ...now.incidents, ...now.figures];
        expect(sentences).toHaveLength(marks.length);
        expect(new Set(sentences.map(({ id }) => id)).size).toBe(marks.length);
        for (const { text } of sentences) expect(text).not.toMatch(/\{\w+\}|undefined|null|NaN/);
      }
  });
  test('Homs on the 6th is said with both sides and who says so', () => {
    const text = wordsOf(situation('2024-12-06'), 'en').find(({ id }) => id === 'control:homs')!.text;
    for (const part of ['in dispute', 'Syrian Government', 'HTS-led opposition', '1 origin, 3 copies', 'Wasim Marouh', 'Syrian military'])
      expect(text).toContain(part);
  });
});

const withArticles = describe.skipIf(!articlesAtHand);
withArticles('against the articles (skipped where they are not at hand)', () => {
  const paragraphStart = (text: string, wanted: number) => {
    let [count, offset] = [0, 0];
    for (const line of text.split('\n')) {
      if (line.trim() && ++count === wanted) return { start: offset, end: offset + line.length };
      offset += line.length + 1;
    }
    throw new Error(`no paragraph ${wanted}`);
  };
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

  test('the texts are those that were read', () => {
    for (const source of dossier.sources.values())
      if (source.text) expect(sha256(articleOf(dossier, source.id)), source.id).toBe((source.text as { sha256: string }).sha256);
  });
  test('every anchor points at the words that it was made from, in the paragraph that it names', () => {
    expect(reports.length).toBeGreaterThan(50);
    for (const { claim, source, anchor } of reports) {
      const text = articleOf(dossier, source);
      const paragraph = paragraphStart(text, anchor.paragraph);
      expect(sha256(text.slice(anchor.start, anchor.end)), `${claim} in ${source}`).toBe(anchor.sha256);
      expect(anchor.start >= paragraph.start && anchor.end <= paragraph.end, `${claim} in ${source}`).toBe(true);
    }
  });
  test('the texts confirm what is declared, and propose nothing else: copies share 27 runs and 5.7 % or more, others 6 and 1.3 % at most', () => {
    const seen = [...dossier.sources.values()].filter((source) => source.text);
    const lineage = lineageOf(
      seen.map((source) => ({ name: source.id, source, text: articleOf(dossier, source.id) })),
      dossier.sources,
    );
    const most = ({ firstInSecond, secondInFirst }: { firstInSecond: number; secondInFirst: number }) =>
      Math.max(firstInSecond, secondInFirst);
    expect(lineage.pairs.map(({ kinship, overlap }) => [kinship, overlap.shared])).toEqual([
      ['confirmed', 86],
      ['confirmed', 52],
      ['confirmed', 27],
    ]);
    expect(lineage.compared).toBe(10);
    expect(lineage.nearest!.overlap.shared).toBe(6);
    // the bounds are the geometric means of what lies on either side, rounded
    const [copy, other] = [lineage.pairs[2]!.overlap, lineage.nearest!.overlap];
    expect(Math.sqrt(copy.shared * other.shared)).toBeCloseTo(threshold.shared, -1);
    expect(Math.sqrt(most(copy) * most(other))).toBeCloseTo(threshold.containment, 2);
    expect(most(other) * 1.9).toBeLessThan(threshold.containment);
    expect(most(copy) / 1.9).toBeGreaterThan(threshold.containment);
  });
  test('none of the copies is the text that the others were made from: each lacks passages that the other two share', () => {
    const copies = [...dossier.sources.values()]
      .filter(({ derivedFrom }) => derivedFrom === 'common-text')
      .map(({ id }) => new Set(shingled(articleOf(dossier, id)).shingles.keys()));
    expect(copies).toHaveLength(3);
    copies.forEach((own, i) => {
      const [a, b] = copies.filter((_, j) => j !== i) as [Set<string>, Set<string>];
      expect([...a].filter((run) => b.has(run) && !own.has(run)).length).toBeGreaterThan(0);
    });
  });
});
