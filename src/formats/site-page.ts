import { escaped } from '../core/xml.ts';

/** A built page's HTML, told which dossier to open, and what it says of itself before any program runs. Text in, text out. */

/** Where each file of a dossier is, by its name: an address relative to the page, or a `data:` address. */
export type FileAddresses = Readonly<Record<string, string>>;

/** How long a description may be: as much as most sites show of it. */
export const DESCRIPTION_LETTERS = 240;

/** What others show of a page when somebody shares it (Open Graph, Twitter cards). */
export interface Card {
  readonly title: string;
  readonly description: string;
  readonly language: 'en' | 'ar';
  /** The page's whole address; null: nobody knows where it will be. */
  readonly address: string | null;
  /** A picture of 1200 × 630 pixels by its whole address, and in words; null: there is none. */
  readonly picture: { readonly address: string; readonly words: string } | null;
}

const listed = /(<script type="application\/json" id="dossier">)([^<]*)(?=<\/script>)/;

/** Where the files are that a page opens; throws where it has no such list. */
export function filesOf(html: string): FileAddresses {
  const [, , list] = listed.exec(html) ?? [];
  if (list === undefined) throw new Error('This page has no list of its dossier’s files.');
  return JSON.parse(list || '{}') as FileAddresses;
}

/** The page that opens these files. */
export function withFiles(html: string, files: FileAddresses): string {
  // whatever the addresses hold, nothing in them ends the list
  const list = JSON.stringify(files).replaceAll('<', '\\u003c');
  return replaced(html, listed, (_, start: string) => start + list);
}

/**
 * The page that opens dossiers of these origins besides its own: its policy lets it ask them for files and fonts, and it knows that it may
 * (`ui/dossier-files.ts`). Origins as `URL` writes them; those of an earlier build give way.
 */
export function withTrusted(html: string, origins: readonly string[]): string {
  const allowed = replaced(html, /(connect-src 'self'|font-src 'self' blob:)[^;"]*/g, (_, start: string) => [start, ...origins].join(' '));
  const plain = allowed.replace(/ *<meta id="claimline-trusted"[^>]*>\n/, '');
  if (origins.length === 0) return plain;
  return replaced(plain, / {2}<\/head>/, (end) => `    <meta id="claimline-trusted" content="${escaped(origins.join(' '))}" />\n${end}`);
}

/** The same page for an `<iframe>`: it shows less around its map (see `ui/Embed.svelte`), and nobody is sent to it from a search. */
export function embedOf(html: string): string {
  const marked = replaced(html, /<html /, () => '<html data-embed ');
  return replaced(marked, /(?=<title>)/, () => '<meta name="robots" content="noindex" />\n    ');
}

/** The page with its title, its description and its card. */
export function withCard(html: string, { title, description, language, address, picture }: Card): string {
  const tags: [name: 'property' | 'name', of: string, content: string][] = [
    ['property', 'og:type', 'website'],
    ['property', 'og:site_name', 'Claimline'],
    ['property', 'og:title', title],
    ['property', 'og:description', description],
    ['property', 'og:locale', { en: 'en_GB', ar: 'ar_SY' }[language]],
    ['name', 'twitter:card', picture ? 'summary_large_image' : 'summary'],
  ];
  if (address !== null) tags.push(['property', 'og:url', address]);
  if (picture)
    tags.push(
      ['property', 'og:image', picture.address],
      ['property', 'og:image:type', 'image/png'],
      ['property', 'og:image:width', '1200'],
      ['property', 'og:image:height', '630'],
      ['property', 'og:image:alt', picture.words],
    );
  const card = tags.map(([name, of, content]) => `    <meta ${name}="${of}" content="${escaped(content)}" />\n`).join('');
  const titled = replaced(html, /<title>[^<]*<\/title>/, () => `<title>${escaped(title)} · Claimline</title>`);
  const described = replaced(titled, /(<meta name="description" content=")[^"]*/, (_, start: string) => start + escaped(description));
  return replaced(described, / {2}<\/head>/, (end) => card + end);
}

// a replacement is a function, so that no `$` in a title means anything
function replaced(html: string, what: RegExp, by: (whole: string, ...parts: string[]) => string): string {
  if (!what.test(html)) throw new Error(`The page’s HTML lacks ${what.source}.`);
  return html.replace(what, by);
}
