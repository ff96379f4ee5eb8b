import { describe, expect, test } from 'vitest';
import { dossierOf, holds, homs, short, situationOf, situationsOf, took, ZONE } from './fixture';
import { changeDays, changesBetween, situationAt } from '../../src/core/situation';
import { intervalOf } from '../../src/core/edtf';
import { lastInstant } from '../../src/core/time';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';

const before = () => holds('gov', '../2024-11-26', ['paper6'], { implied: true });
const taken = () => took('hts', '2024-12-05', ['copy1', 'copy2', 'copy3']);

describe('when a claim counts', () => {
  test('a take-over counts from the end of its date', () => {
    const claims = [took('hts', '[2024-11-30..2024-12-01]', ['paper5'])];
    expect(short(homs(claims, '2024-11-30', { knownBy: 'now' }))).toBe('nothing');
    expect(short(homs(claims, '2024-12-01', { knownBy: 'now' }))).toBe('held: hts 1');
  });
  test('and at the latest from its publication', () => {
    const claims = [took('hts', '2024-12', ['paper5'])];
    expect(short(homs(claims, '2024-12-04', { knownBy: 'now' }))).toBe('nothing');
    expect(short(homs(claims, '2024-12-05', { knownBy: 'now' }))).toBe('held: hts 1');
  });
  test('but never before it can have happened, whenever it was published', () => {
    const claims = [took('hts', '2024-12-07', ['paper5'])];
    expect(['2024-12-05', '2024-12-06', '2024-12-07'].map((day) => short(homs(claims, day)))).toEqual(['nothing', 'nothing', 'held: hts 1']);
  });

  test('a holding counts from its beginning, and only its end or a change ends it', () => {
    const claims = [holds('gov', '2024-12-01/2024-12-03', ['paper5'])];
    expect(short(homs(claims, '2024-12-01', { knownBy: 'now' }))).toBe('held: gov 1');
    expect(short(homs(claims, '2024-12-07', { knownBy: 'now' }))).toBe('held: gov 1');
    expect(short(homs([{ ...claims[0]!, until: '2024-12-04' }], '2024-12-04', { knownBy: 'now' }))).toBe('unknown: ');
  });
  test('background is known at every date, but what it says of the span waits for its publication', () => {
    const stillTheirs = holds('gov', '../2024-12-06', ['paper6']);
    const holding = homs([stillTheirs, taken()], '2024-11-26');
    expect(short(holding)).toBe('held: gov 1');
    expect(holding!.positions[0]!.background).toBe(true);
    expect(short(homs([stillTheirs, taken()], '2024-12-05'))).toBe('held: hts 1');
    expect(short(homs([stillTheirs, taken()], '2024-12-06'))).toBe('disputed: gov 1, hts 1');
  });
});

describe('what changes hands', () => {
  test('a supported, undisputed take-over ends every earlier holding', () => {
    expect(short(homs([before(), taken()], '2024-12-05'))).toBe('held: hts 1');
  });
  test('who entered, or holds a part, stands beside the holder and never is one', () => {
    const claims = [before(), took('hts', '2024-12-05', ['paper5'], { extent: 'entered' })];
    expect(short(homs(claims, '2024-12-05'))).toBe('held: gov 1, hts entered 1');
    expect(short(homs([took('hts', '2024-12-05', ['paper5'], { extent: 'outskirts' })], '2024-12-05'))).toBe('unknown: hts outskirts 1');
  });
  test('first entered and then taken is a sequence and no dispute', () => {
    const claims = [
      before(),
      took('hts', '2024-12-05', ['paper5'], { extent: 'entered' }),
      took('hts', '[2024-12-05..2024-12-06]', ['paper6']),
    ];
    expect(short(homs(claims, '2024-12-05'))).toBe('held: gov 1, hts entered 1');
    expect(short(homs(claims, '2024-12-06'))).toBe('held: hts 1');
    expect(situationOf(claims, '2024-12-06').disputes).toEqual([]);
  });
  test('a holder of the day before does not dispute a take-over that may have come later', () => {
    const claims = [holds('gov', '2024-12-05', ['paper5']), took('hts', '[2024-12-05..2024-12-06]', ['paper6'])];
    expect(short(homs(claims, '2024-12-06', { knownBy: 'now' }))).toBe('held: hts 1');
  });
  test('a holder that took the place back in between disputes nothing', () => {
    const claims = [took('hts', '2024-12-02', ['paper5']), took('gov', '2024-12-04', ['paper5']), holds('gov', '2024-12-06', ['paper6'])];
    expect(short(homs(claims, '2024-12-03', { knownBy: 'now' }))).toBe('held: hts 1');
    expect(short(homs(claims, '2024-12-06', { knownBy: 'now' }))).toBe('held: gov 2');
  });
  test('who took the place before the other did, disputes it by a later holding', () => {
    const claims = [took('gov', '2024-12-02', ['paper5']), took('hts', '2024-12-04', ['paper5']), holds('gov', '2024-12-06', ['paper6'])];
    expect(short(homs(claims, '2024-12-04', { knownBy: 'now' }))).toBe('disputed: gov 2, hts 1');
  });
  test('a holding after the end of a take-over does not dispute it', () => {
    const claims = [{ ...took('hts', '2024-12-02', ['paper5']), until: '2024-12-04' }, holds('gov', '2024-12-06', ['paper6'])];
    expect(short(homs(claims, '2024-12-03', { knownBy: 'now' }))).toBe('held: hts 1');
    expect(short(homs(claims, '2024-12-06', { knownBy: 'now' }))).toBe('held: gov 1');
  });
  test('what was said of a holder before the take-over is no support of it', () => {
    const claims = [
      holds('hts', '../2024-11-26', ['herald6']),
      took('gov', '2024-12-01', ['paper5']),
      took('hts', '2024-12-05', ['paper5']),
    ];
    expect(short(homs(claims, '2024-12-06', { knownBy: 'now' }))).toBe('held: hts 1');
  });
  test('a disputed or claimed take-over with an end is gone after it', () => {
    const claims = [before(), { ...took('hts', '2024-12-04', ['paper5 claims/rebels']), until: '2024-12-06' }];
    expect(short(homs(claims, '2024-12-05', { knownBy: 'now' }))).toBe('held: gov 1, hts 0');
    expect(short(homs(claims, '2024-12-06', { knownBy: 'now' }))).toBe('held: gov 1');
  });
  test('who entered and then took, in dispute, is said once', () => {
    const claims = [
      before(),
      took('hts', '2024-12-04', ['paper5'], { extent: 'entered' }),
      taken(),
      holds('gov', '2024-12-06', ['paper6']),
    ];
    expect(short(homs(claims, '2024-12-06'))).toBe('disputed: gov 1, hts 1');
  });
  test('support counts from when it does, whatever its beneficiary said earlier', () => {
    const claims = [
      before(),
      took('hts', '[2024-12-01..2024-12-05]', ['paper5 claims/rebels@2024-12-02']),
      took('hts', '2024-12-05', ['paper6']),
    ];
    expect(short(homs(claims, '2024-12-03', { knownBy: 'now' }))).toBe('held: gov 1');
    expect(short(homs(claims, '2024-12-05', { knownBy: 'now' }))).toBe('held: hts 1');
  });
  test('a denial that came first does not make a take-over count earlier', () => {
    const claims = [before(), took('hts', '2024-12', ['paper6', 'paper5 denies/army@2024-12-02'])];
    expect(short(homs(claims, '2024-12-04', { knownBy: 'now' }))).toBe('held: gov 1');
    expect(homs(claims, '2024-12-06', { knownBy: 'now' })!.state).toBe('disputed');
  });
  test('a take-over with an end leaves nobody', () => {
    const claims = [before(), { ...took('hts', '2024-12-05', ['paper5']), until: '2024-12-06' }];
    expect(short(homs(claims, '2024-12-06', { knownBy: 'now' }))).toBe('unknown: ');
  });
});

describe('origins', () => {
  test('copies share the origin of a text that nobody has seen', () => {
    const [position] = homs([taken()], '2024-12-06')!.positions;
    expect(position).toMatchObject({ origins: ['source:wire'], copies: 3 });
  });
  test('as known on the 5th there is one copy', () => {
    expect(homs([taken()], '2024-12-05')!.positions[0]).toMatchObject({ origins: ['source:wire'], copies: 1 });
  });
  test('a text that was seen itself is no copy', () => {
    expect(homs([took('hts', '2024-12-05', ['wire', 'copy1'])], '2024-12-05')!.positions[0]).toMatchObject({
      origins: ['source:wire'],
      copies: 1,
    });
  });
  test('a named speaker is the origin, whoever quotes it', () => {
    const claims = [took('hts', '2024-12-05', ['paper6 asserts/monitor', 'herald6 asserts/monitor', 'copy1'])];
    expect(homs(claims, '2024-12-06')!.positions[0]).toMatchObject({ origins: ['source:wire', 'speaker:monitor'], copies: 2 });
  });
  test('support is pooled over claims of one holder whose dates overlap', () => {
    const claims = [took('hts', '2024-12-05', ['paper5']), took('hts', '[2024-12-04..2024-12-06]', ['paper6'])];
    expect(short(homs(claims, '2024-12-06'))).toBe('held: hts 2');
  });
  test('counting articles, every text counts', () => {
    expect(homs([taken()], '2024-12-06', { counting: 'articles' })!.positions[0]).toMatchObject({ copies: 0, origins: { length: 3 } });
  });
  test('counting articles, a claim is still its speaker’s', () => {
    const claims = [took('hts', '2024-12-05', ['paper5 claims/rebels'])];
    expect(homs(claims, '2024-12-06', { counting: 'articles' })!.positions[0]!.claimedBy).toEqual(['speaker:rebels']);
  });
  test('what is left out takes the copies made from it along', () => {
    expect(short(homs([taken()], '2024-12-06', { without: ['copy2'] }))).toBe('held: hts 1');
    expect(homs([taken()], '2024-12-06', { without: ['copy2'] })!.positions[0]!.copies).toBe(1);
    expect(short(homs([taken()], '2024-12-06', { without: ['wire'] }))).toBe('nothing');
  });
});

describe('corrections', () => {
  test('a retraction voids what its text and the copies of it said', () => {
    const own = [before(), took('hts', '2024-12-05', ['wire', 'copy1', 'wire retracts@2024-12-06'])];
    expect(short(homs(own, '2024-12-05'))).toBe('held: hts 1');
    expect(short(homs(own, '2024-12-06'))).toBe('held: gov 1');
    const copy = [before(), took('hts', '2024-12-05', ['wire', 'copy1', 'copy1 retracts@2024-12-06'])];
    expect(homs(copy, '2024-12-06')!.positions[0]).toMatchObject({ origins: ['source:wire'], copies: 0 });
  });
  test('a retraction voids nothing that was said after it', () => {
    const claims = [took('hts', '2024-12-05', ['wire retracts@2024-12-05', 'wire asserts@2024-12-06'])];
    expect(short(homs(claims, '2024-12-06', { knownBy: 'now' }))).toBe('held: hts 1');
  });
  test('a speaker’s own retraction voids what it said, whoever carried it', () => {
    const claims = [took('hts', '2024-12-05', ['paper5 asserts/monitor', 'wire', 'herald6 retracts/monitor'])];
    expect(homs(claims, '2024-12-06')!.positions[0]!.origins).toEqual(['source:wire']);
  });
  test('what we withdrew is in no lens', () => {
    const claim = { ...taken(), withdrawn: { on: '2024-12-08', reason: 'misread' } };
    expect(short(homs([before(), claim], '2024-12-06', { knownBy: 'now' }))).toBe('held: gov 1');
  });
});

test('at any hour, as known then means by the end of its day', () => {
  const ledger = weigh(dossierOf([before(), taken(), holds('gov', '2024-12-06', ['paper6'])]), defaultLens);
  const noon = intervalOf('2024-12-06T12:00', ZONE).start;
  expect(short(situationAt(ledger, noon).holdings[0])).toBe('disputed: gov 1, hts 1');
  expect(short(situationAt(ledger, intervalOf('2024-12-06', ZONE).start).holdings[0])).toBe('disputed: gov 1, hts 1');
  expect(short(situationAt(ledger, intervalOf('2024-12-06', ZONE).start - 1).holdings[0])).toBe('held: hts 1');
  const late = weigh(dossierOf([took('hts', '2024-12-05', ['paper6'])]), defaultLens);
  expect(short(situationAt(late, intervalOf('2024-12-06', ZONE).start).holdings[0])).toBe('held: hts 1');
});

test('what changed names the place, and the days of change are those on which it did', () => {
  const ledger = weigh(dossierOf([before(), taken()]), defaultLens);
  expect(changeDays(ledger)).toEqual(['2024-12-05']);
  const [day4, day5] = situationsOf([before(), taken()], ['2024-12-04', '2024-12-05']);
  expect(changesBetween(day4!, day5!)).toEqual([{ id: 'control:homs', kind: 'control', subject: 'homs' }]);
  expect(changesBetween(day5!, day5!)).toEqual([]);
  expect(lastInstant('2024-12-05', ZONE)).toBe(day5!.at);
});
