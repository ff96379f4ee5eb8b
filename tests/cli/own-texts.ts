import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { root } from './run';

/** A small dossier and the two texts that it rests on, in a folder of the test's own. */

const folder = mkdtempSync(join(tmpdir(), 'claimline-anchors-'));
afterAll(() => rmSync(folder, { recursive: true }));
export const [dossier, texts] = [join(folder, 'dossier'), join(folder, 'texts')];

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
export const gazette =
  'The river rose on Monday.\n\nThe northern army took Hama, “without a shot”, the mayor said. The bridge is closed.\n';
export const digest = 'From our desk.\n\nThe northern army holds the mill. The bridge is closed.\n';

export interface Anchor {
  paragraph?: number;
  start?: number;
  end?: number;
  sha256?: string;
  exact?: string;
  prefix?: string;
}
export const anchorOf = (text: string, words: string, paragraph: number): Anchor => {
  const start = text.indexOf(words);
  return { paragraph, start, end: start + words.length, sha256: sha256(words) };
};

/** Writes a dossier of two claims: one that two texts report, and one that one does. */
export function write(anchors: { first: Anchor; second: Anchor; third: Anchor }, derived: object = {}): void {
  rmSync(dossier, { recursive: true, force: true });
  cpSync(join(root, 'geo/syria-2024'), dossier, { recursive: true, filter: (path) => !/(geojson|md|sources\.json)$/.test(path) });
  const source = (id: string, text: string, more: object = {}) => ({
    id,
    title: id,
    publisher: null,
    published: '2024-12-05',
    language: 'en',
    text: { file: `${id}.txt`, sha256: sha256(text) },
    ...more,
  });
  const sources = [source('gazette', gazette), source('digest', digest, derived)];
  writeFileSync(join(dossier, 'sources.json'), JSON.stringify({ schemaVersion: 1, sources }, null, 2));
  const report = (source: string, anchor: Anchor) => ({ source, mode: 'asserts', anchor });
  const claim = (id: string, reports: object[]) => ({
    type: 'Feature',
    id,
    geometry: null,
    properties: {
      kind: 'control',
      place: 'hama',
      holder: 'hts-led',
      says: 'took',
      extent: 'held',
      happened: '2024-12-05',
      summary: 'The northern army took it.',
      recorded: '2024-12-06',
      reports,
    },
  });
  const features = [
    claim('hama-taken', [report('gazette', anchors.first), report('digest', anchors.second)]),
    claim('bridge-closed', [report('gazette', anchors.third)]),
  ];
  writeFileSync(join(dossier, 'control.geojson'), `${JSON.stringify({ type: 'FeatureCollection', features }, null, '\t')}\n`);
}

export const sound = () => ({
  first: anchorOf(gazette, 'The northern army took Hama', 2),
  second: anchorOf(digest, 'The northern army holds the mill', 2),
  third: anchorOf(gazette, 'The bridge is closed.', 2),
});

/** Puts the texts back, and a dossier whose anchors fit them. */
export function beginAnew(): void {
  rmSync(texts, { recursive: true, force: true });
  mkdirSync(texts);
  writeFileSync(join(texts, 'gazette.txt'), gazette);
  writeFileSync(join(texts, 'digest.txt'), digest);
  write(sound());
}
