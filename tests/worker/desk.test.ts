import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimFiles, dossierFiles } from '../../src/core/claim-schema';
import type { Ledger } from '../../src/core/ledger';
import { defaultLens, weigh } from '../../src/core/weigh/weigh';
import { tableAsCsv } from '../../src/formats/table';
import { recordsOf } from '../../src/style/records/records-of';
import { Desk, Unreadable, WorkerMissing, type Progress, type Update } from '../../src/ui/desk/desk';
import { NotArrived } from '../../src/ui/desk/load';
import { filesOf, syria } from '../geo/dossier';
import { deskOf, siteOf } from './desk-in-node';

const gazetteer = readFileSync('geo/gazetteer/places.geojson', 'utf8');
const good = new Map([...filesOf('tests/good'), ['gazetteer', gazetteer]]);
const bundled = new Map([...filesOf('geo/syria-2024'), ['gazetteer', gazetteer]]);
const request = {
  files: new Map(dossierFiles.map((name) => [name, name])),
  optional: new Set<string>(dossierFiles.slice(2)),
  gazetteer: 'gazetteer',
};
const withoutArticle = { ...defaultLens, without: ['guterres-de-escalation'] };

function opened(files: ReadonlyMap<string, string | Uint8Array>, now?: () => number) {
  const updates: Update[] = [];
  const progress: (Progress | null)[] = [];
  const { desk, worker } = deskOf(
    { update: (each) => void updates.push(each), progress: (each) => void progress.push(each) },
    siteOf(files),
    now,
  );
  return { desk, worker, updates, progress };
}

/** A ledger without its dossier: what has to be the same wherever it was weighed. */
const bare = ({ dossier: _, ...rest }: Ledger) => rest;

describe('a dossier through the worker', () => {
  test('is the same dossier, ledger and records as without it', async () => {
    const { desk, updates, progress } = opened(bundled);
    const update = await desk.open(request, () => defaultLens);
    const dossier = syria();
    const ledger = weigh(dossier, defaultLens);
    expect([...update.dossier.claims]).toEqual([...dossier.claims]);
    expect(update.dossier.claims.columns).toEqual(dossier.claims.columns);
    expect([...update.dossier.places]).toEqual([...dossier.places]);
    expect([...update.dossier.sources]).toEqual([...dossier.sources]);
    expect(update.dossier.sources.get('guterres-de-escalation')).toEqual(dossier.sources.get('guterres-de-escalation'));
    expect(update.dossier.sources.has('nothing')).toBe(false);
    const { claims: _c, places: _p, sources: _s, ...head } = update.dossier;
    expect(dossier).toMatchObject(head);
    expect(bare(update.ledger)).toEqual(bare(ledger));
    expect(update.records).toEqual(recordsOf(ledger));
    expect(update).toMatchObject({ issues: [], issueCount: 0, partial: null });
    expect(updates).toEqual([update]);
    expect(progress.at(-1)).toBeNull();
  });

  test('another lens gives another ledger of the same dossier object', async () => {
    const { desk, updates } = opened(bundled);
    const first = await desk.open(request, () => defaultLens);
    const second = await desk.weigh(withoutArticle);
    expect(second.dossier).toBe(first.dossier);
    expect(second.ledger.dossier).toBe(first.dossier);
    expect(bare(second.ledger)).toEqual(bare(weigh(syria(), withoutArticle)));
    expect(bare(second.ledger)).not.toEqual(bare(first.ledger));
    expect(updates).toHaveLength(2);
  });

  test('the lens to begin with is asked for once, of the head', async () => {
    const { desk } = opened(bundled);
    const heads: string[] = [];
    const update = await desk.open(request, (head) => {
      heads.push(head.id, ...[...head.sources.keys()].slice(0, 1));
      return withoutArticle;
    });
    expect(heads).toHaveLength(2);
    expect(update.ledger.lens).toEqual(withoutArticle);
  });

  test('a later lens overtakes an earlier one', async () => {
    const { desk, updates } = opened(bundled);
    await desk.open(request, () => defaultLens);
    const early = desk.weigh({ ...defaultLens, counting: 'articles' });
    const late = desk.weigh(withoutArticle);
    await expect(early).rejects.toMatchObject({ name: 'AbortError' });
    expect((await late).ledger.lens).toEqual(withoutArticle);
    expect(updates.map(({ ledger }) => ledger.lens)).toEqual([defaultLens, withoutArticle]);
  });

  test('a lens beside gives a ledger of the same dossier object, and what is shown stays', async () => {
    const { desk, updates } = opened(bundled);
    const first = await desk.open(request, () => defaultLens);
    const overtaken = desk.weighBeside({ ...defaultLens, counting: 'articles' });
    const beside = desk.weighBeside(withoutArticle);
    await expect(overtaken).rejects.toMatchObject({ name: 'AbortError' });
    const { ledger, records } = await beside;
    expect(ledger.dossier).toBe(first.dossier);
    expect(bare(ledger)).toEqual(bare(weigh(syria(), withoutArticle)));
    expect(records).toEqual(recordsOf(ledger));
    expect(updates).toEqual([first]);
  });

  test('both lenses that are asked for at once come, and one that is given up does not', async () => {
    const { desk } = opened(bundled);
    await desk.open(request, () => defaultLens);
    const asked = new AbortController();
    const givenUp = desk.weighBeside({ ...defaultLens, counting: 'articles' }, asked.signal);
    asked.abort();
    await expect(givenUp).rejects.toMatchObject({ name: 'AbortError' });
    const [beside, shown] = await Promise.all([desk.weighBeside(withoutArticle), desk.weigh({ ...defaultLens, knownBy: 'now' })]);
    expect(beside.ledger.lens).toEqual(withoutArticle);
    expect(shown.ledger.lens.knownBy).toBe('now');
  });

  test('a lens that is given up changes nothing, and the next one comes', async () => {
    const { desk, updates } = opened(bundled);
    await desk.open(request, () => defaultLens);
    const asked = new AbortController();
    const given = desk.weigh(withoutArticle, asked.signal);
    asked.abort();
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    await desk.weigh({ ...defaultLens, counting: 'articles' });
    expect(updates.map(({ ledger }) => ledger.lens.counting)).toEqual(['origins', 'articles']);
    expect(updates[1]!.ledger.lens.without).toEqual([]);
  });

  test('after closing nothing comes any more', async () => {
    const { desk, updates } = opened(bundled);
    const opening = desk.open(request, () => defaultLens);
    desk.close();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((done) => setTimeout(done, 50));
    expect(updates).toEqual([]);
    await expect(desk.weigh(defaultLens)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

/** The bundled dossier `times` over, as a CSV table. */
function many(times: number): Map<string, string> {
  const { claims } = syria();
  const copies = Array.from({ length: times }, (_, i) => [...claims].map((claim) => ({ ...claim, id: `${claim.id}-${i}` })));
  const table = [...tableAsCsv(copies.flat())].join('');
  return new Map([...[...bundled].filter(([name]) => !Object.hasOwn(claimFiles, name)), ['claims.csv', table]]);
}

/** A clock on which every look takes a second, so that there is always time for a picture. */
function hurry(): () => number {
  let seconds = 0;
  return () => 1000 * seconds++;
}

describe('while a big table is read', () => {
  const files = many(40);

  test('pictures of what is read come first, at doubling sizes, and the whole last', async () => {
    const { desk, updates, progress } = opened(files, hurry());
    const whole = await desk.open(request, () => defaultLens);
    expect(updates.length).toBeGreaterThan(3);
    expect(updates.at(-1)).toBe(whole);
    expect(whole.partial).toBeNull();
    const reports = updates.slice(0, -1).map(({ partial }) => partial!.reports);
    for (let i = 1; i < reports.length; i++) expect(reports[i]).toBeGreaterThanOrEqual(reports[i - 1]! * 2);
    const all = whole.dossier.claims.columns.source.length;
    for (const { partial, dossier, ledger } of updates.slice(0, -1)) {
      expect(partial!.stopped).toBe(false);
      expect(dossier.claims.columns.source.length).toBe(partial!.reports);
      expect(partial!.of! / all).toBeGreaterThan(0.5);
      expect(partial!.of! / all).toBeLessThan(2);
      expect(bare(ledger)).toEqual(bare(weigh(dossier, defaultLens)));
    }
    expect([...whole.dossier.places.keys()]).toEqual([...whole.dossier.places.keys()].sort());
    expect(progress.filter((each) => each?.phase === 'reading').every((each) => each!.done! >= 0 && each!.done! <= 1)).toBe(true);
  });

  test('a lens that is asked for meanwhile is the lens from then on', async () => {
    const { desk, updates } = opened(files, hurry());
    let asked: Promise<Update> | null = null;
    const opening = desk.open(request, () => defaultLens);
    const timer = setInterval(() => {
      if (asked === null && updates.length > 0) asked = desk.weigh(withoutArticle);
    }, 1);
    const whole = await opening;
    clearInterval(timer);
    expect(await asked!).toMatchObject({ ledger: { lens: withoutArticle } });
    expect(whole.ledger.lens).toEqual(withoutArticle);
    expect(bare(whole.ledger)).toEqual(bare(weigh(whole.dossier, withoutArticle)));
  });

  test('stopped, it keeps what was read, says so, and can be weighed anew', async () => {
    const { desk, updates } = opened(files, hurry());
    const opening = desk.open(request, () => defaultLens);
    const timer = setInterval(() => updates.length > 0 && desk.stop(), 1);
    const { partial, dossier, ledger } = await opening;
    clearInterval(timer);
    expect(partial).toMatchObject({ stopped: true, reports: dossier.claims.columns.source.length });
    expect(dossier.claims.size).toBeLessThan(syria().claims.size * 40);
    expect([...dossier.claims]).toHaveLength(dossier.claims.size);
    expect(bare(ledger)).toEqual(bare(weigh(dossier, defaultLens)));
    const again = await desk.weigh(withoutArticle);
    expect(again.partial).toEqual(partial);
    expect(again.dossier).toBe(dossier);
  });

  test('of many issues the first thousand come, and how many there are', async () => {
    const broken = new Map(files);
    broken.set('claims.csv', files.get('claims.csv')!.replaceAll(',asserts,', ',shouts,'));
    const { desk } = opened(broken);
    const { issues, issueCount, issueCounts, dossier } = await desk.open(request, () => defaultLens);
    expect(issues).toHaveLength(1000);
    expect([...issueCounts]).toEqual([['value', issueCount]]);
    expect(issueCount).toBe(files.get('claims.csv')!.split(',asserts,').length - 1);
    expect(dossier.claims.size).toBeGreaterThan(0);
  });
});

describe('what cannot be shown', () => {
  test('a dossier with nothing to read says why, and what is wrong behind that', async () => {
    const { desk } = opened(new Map([...good, ['dossier.json', '{}'], ['control.geojson', good.get('control.geojson')!.slice(1)]]));
    const error = await desk.open(request, () => defaultLens).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreadable);
    expect(new Set((error as Unreadable).read.issues.map(({ file }) => file)).size).toBe(2);
  });

  test('a file that is missing is named, unless it need not be there', async () => {
    const { desk } = opened(new Map([...good].filter(([name]) => name !== 'sources.json')));
    await expect(desk.open(request, () => defaultLens)).rejects.toEqual(new NotArrived('sources.json', '404 Not Found', 404));
    const { desk: other } = opened(new Map([...good].filter(([name]) => name !== 'control.geojson')));
    expect((await other.open(request, () => defaultLens)).issues).toEqual([]);
  });

  test('a worker that cannot be started, or breaks, is told from a dossier at fault', async () => {
    const listener = { update: () => {}, progress: () => {} };
    const none = new Desk(listener, () => {
      throw new Error('blocked');
    });
    await expect(none.open(request, () => defaultLens)).rejects.toEqual(new WorkerMissing('blocked'));
    const { desk, worker } = opened(good);
    const opening = desk.open(request, () => defaultLens);
    (worker.onerror as unknown as (event: { message: string }) => void)({ message: 'out of memory' });
    await expect(opening).rejects.toEqual(new WorkerMissing('out of memory'));
  });

  test('what the page throws when it is asked for its lens comes back', async () => {
    const { desk } = opened(good);
    const open = desk.open(request, () => {
      throw new Error('no such day');
    });
    await expect(open).rejects.toThrow('no such day');
  });
});
