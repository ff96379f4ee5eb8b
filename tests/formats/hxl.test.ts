import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/core/model';
import { claimsAsHxl } from '../../src/formats/hxl';
import { syria } from '../geo/dossier';

const dossier = syria();
const claims = [...dossier.claims];

describe('HXL', () => {
  const rows = () => Papa.parse<string[]>(claimsAsHxl(dossier, claims), { skipEmptyLines: true }).data;
  // the hashtags of HXL 1.1 that are used here
  const known = /^#(adm[1-5]|affected|country|date|description|event|geo|group|indicator|loc|meta|status)(\+[a-z][a-z0-9_]*)*$/;

  test('has a row of hashtags below the header, each once, and a row a claim', () => {
    const [header, tags, ...rest] = rows();
    expect(tags).toHaveLength(header!.length);
    for (const tag of tags!) expect(tag).toMatch(known);
    expect(new Set(tags).size).toBe(tags!.length);
    expect(rest).toHaveLength(claims.length);
    for (const row of rest) expect(row).toHaveLength(header!.length);
    expect(tags).toEqual(expect.arrayContaining(['#adm1+code', '#loc+name', '#geo+lat', '#geo+lon', '#date+start', '#meta+source']));
  });

  test('in columns of people are numbers, in columns of dates days, as the dictionary of HXL 1.1 wants them', () => {
    const [, tags, ...rest] = rows();
    for (const row of rest)
      row.forEach((cell, i) => {
        if (tags![i]!.startsWith('#affected')) expect(cell).toMatch(/^\d*$/);
        if (tags![i]!.startsWith('#date')) expect(cell).toMatch(/^(\d{4}-\d\d-\d\d)?$/);
      });
  });

  test('no claim has figures of two kinds, and what is only expected affects nobody yet', () => {
    const [, tags, ...rest] = rows();
    for (const row of rest) {
      const filled = new Set(row.flatMap((cell, i) => (cell !== '' && /\+(min|max)$/.test(tags![i]!) ? [tags![i]!.slice(0, -4)] : [])));
      expect(filled.size).toBeLessThanOrEqual(1);
    }
    // people who may flee are not affected yet
    expect(tags!.filter((tag) => tag.startsWith('#affected') && /forecast|atrisk/.test(tag))).toEqual([]);
  });

  test('a claim that was withdrawn says so', () => {
    const [first, ...others] = claims;
    const gone = { ...first!, withdrawn: { on: '2024-12-09', reason: 'misread' } };
    const [, tags, ...rest] = Papa.parse<string[]>(claimsAsHxl(dossier, [gone, ...others]), { skipEmptyLines: true }).data;
    const status = rest.map((row) => row[tags!.indexOf('#status')]);
    expect([status[0], ...new Set(status.slice(1))]).toEqual(['withdrawn', 'current']);
  });

  test('every measure of everything that is counted has a column of its own', () => {
    const figure = claims.find((claim) => claim.kind === 'displacement' && claim.displacement === 'figure')!;
    const all = (['people', 'movements', 'deaths'] as const).flatMap((counts) =>
      (['cumulative', 'stock', 'forecast', 'at-risk'] as const).map((measure, i) => ({
        ...figure,
        id: `${counts}-${i}`,
        counts,
        measure,
        amount: { min: 1, max: 2, words: 'some' },
      })),
    );
    const [, tags, ...rest] = Papa.parse<string[]>(claimsAsHxl(dossier, all as Claim[]), { skipEmptyLines: true }).data;
    tags!.forEach((tag, i) => {
      if (/\+(min|max)$/.test(tag))
        expect(
          rest.filter((row) => row[i] !== ''),
          tag,
        ).toHaveLength(1);
    });
    expect(tags!.filter((tag) => /\+max$/.test(tag))).toHaveLength(12);
  });

  test('codes of districts, methods and caseloads that a table brought along keep their columns', () => {
    const figure = claims.find((claim) => claim.kind === 'displacement' && claim.displacement === 'figure')!;
    const rich = { ...figure, adm2_pcode: 'SY0401', caseload: 'new', method: 'survey', '#adm3+code': 'SY040100' };
    const [header, tags, row] = Papa.parse<string[]>(claimsAsHxl(dossier, [rich]), { skipEmptyLines: true }).data;
    const cells = Object.fromEntries(tags!.map((tag, i) => [tag, row![i]]));
    expect(cells).toMatchObject({ '#adm2+code': 'SY0401', '#meta+caseload': 'new', '#meta+method': 'survey', '#adm3+code': 'SY040100' });
    expect(header).toContain('caseload');
  });
});
