import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { dossierFiles } from '../core/claim-schema';
import type { Dossier } from '../core/model';
import { embedOf, filesOf, withCard, withFiles, withTrusted, type Card } from '../formats/site-page';
import { headersFile } from './headers';
import { filesUnder } from './whole-folder';

/** A static site: the built page with a dossier's files in it. The same page, dossier and card give the same bytes. */

/** Lists a site's files, each with its hash: says of a folder that a build has written it, and what. */
export const SITE_LIST = 'claimline-site.json';

/** The files that a page needs of a dossier's folder, by name: what is read, its logo and its font, and nothing else that lies there. */
export function publishedFiles(folder: string, { logo, font }: Pick<Dossier, 'logo' | 'font'>): ReadonlyMap<string, Uint8Array> {
  const names = [...dossierFiles, ...(logo ? [logo] : []), ...(font ? [font] : [])];
  return new Map(names.filter((name) => existsSync(join(folder, name))).map((name) => [name, readFileSync(join(folder, name))]));
}

/** What a site is made of. */
export interface SiteParts {
  /** The built page's folder. */
  readonly page: string;
  readonly dossier: Pick<Dossier, 'id'>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly card: Omit<Card, 'picture'>;
  /** A picture for those who share the page, and its words; null: none. */
  readonly preview: { readonly png: Uint8Array; readonly words: string } | null;
  /** The origins besides its own that it opens dossiers of. */
  readonly trusted: readonly string[];
  /** The program's. */
  readonly version: string;
}

/** The files of a site, by path. */
export function siteOf({ page, dossier, files, card, preview, trusted, version }: SiteParts): Map<string, string | Uint8Array> {
  const built = withTrusted(readFileSync(join(page, 'index.html'), 'utf8'), trusted);
  // the packaged dossier gives way to this one
  const packaged = new Set(Object.values(filesOf(built)).map((address) => address.replace('./', '')));
  const site = new Map<string, string | Uint8Array>(
    filesUnder(page)
      .filter((file) => !packaged.has(file))
      .map((file) => [file, readFileSync(join(page, file))]),
  );
  const place = (name: string, bytes: Uint8Array): string => {
    const end = extname(name);
    const file = `assets/${name.slice(0, -end.length)}-${hashOf(bytes).slice(0, 10)}${end}`;
    site.set(file, bytes);
    return file;
  };
  const placed = withFiles(built, Object.fromEntries([...files].map(([name, bytes]) => [name, `./${place(name, bytes)}`])));
  const picture =
    preview && card.address !== null ? { address: card.address + place('preview.png', preview.png), words: preview.words } : null;
  const index = withCard(placed, { ...card, picture });
  site.set('index.html', index);
  site.set('embed.html', embedOf(index));
  site.set('_headers', headersFile(card.address === null ? '/' : new URL(card.address).pathname, [...site.keys()], trusted));
  const listed = [...site].sort(([a], [b]) => (a < b ? -1 : 1));
  const list = {
    program: `claimline ${version}`,
    dossier: dossier.id,
    files: Object.fromEntries(listed.map(([file, content]) => [file, hashOf(content)])),
  };
  return new Map([...listed, [SITE_LIST, `${JSON.stringify(list, null, 2)}\n`]]);
}

/** The files that an earlier build wrote into a folder, by its own list; none where it has none. */
export function builtInto(folder: string): ReadonlySet<string> {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, SITE_LIST), 'utf8')) as { files: object };
    return new Set([SITE_LIST, ...Object.keys(files)]);
  } catch {
    return new Set();
  }
}

/** SHA-256, in hexadecimal digits. */
function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
