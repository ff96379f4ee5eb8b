import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { situationAt } from '../core/situation';
import { lastInstant } from '../core/time';
import { defaultLens, weigh } from '../core/weigh/weigh';
import { dataAddress } from '../formats/media';
import { DESCRIPTION_LETTERS, withCard, withFiles, type Card } from '../formats/site-page';
import { inShort } from '../style/in-short';
import { nameIn } from '../style/naming';
import { languages, learn } from '../style/strings';
import { soundDossier } from './dossier';
import { Misuse } from './misuse';
import { oneDossier } from './options';
import { packageRoot } from './package-root';
import { preview } from './preview';
import { builtPage } from './serve';
import { builtInto, publishedFiles, siteOf, type SiteParts } from './site';
import { trustOption } from './trust';
import { writeWhole } from './whole-file';
import { roomFor, writeFolder } from './whole-folder';

export const help = `claimline build DOSSIER --out DIR [--address https://…/] [--language en|ar] [--trust ORIGIN] [--browser PATH] [--force]
claimline build DOSSIER --single FILE.html [--language en|ar]

A static site for any web server, or the page and the dossier in one HTML file that opens from disk. What is read
of the dossier goes in, with its logo and its font, and nothing else that lies in its folder.

  --out DIR       index.html, embed.html for an <iframe>, claimline-embed.js, _headers; written whole or not at all,
                  in place of an earlier build
  --address URL   where the site will be: then a shared link shows a picture of the opening day (which needs a
                  Chromium, Chrome or Edge)
  --language      in which the page is described to those who share it (en)
  --trust ORIGIN  another site, such as https://data.example.org, whose dossiers the page opens at ?dossier=https://…/;
                  may be given again. That site has to allow it (CORS)
  --browser PATH  which browser; else CHROME_PATH, else where they usually are
  --force         replaces a folder that holds other files, with all of them
  --single FILE   one file; both may be given

Exit code: 0 fine, 1 the dossier has issues (listed on standard error) or the work failed, 2 misuse.
`;

/** How long a picture's words may be, in letters. */
const PICTURE_WORDS = 420;

/** Writes a site, a single file, or both. */
export async function run(argv: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      out: text,
      single: text,
      address: text,
      language: text,
      browser: text,
      trust: { ...text, multiple: true },
      force: { type: 'boolean' },
    },
  });
  const folder = oneDossier(positionals);
  const { single, force = false } = values;
  if (values.out === undefined && single === undefined) throw new Misuse('--out is missing: a folder, or --single and a file.');
  const address = addressOption(values.address);
  const language = languages.find((each) => each === (values.language ?? 'en'));
  if (!language) throw new Misuse(`--language ${values.language} is none of ${languages.join(', ')}.`);
  const trusted = trustOption(values.trust);
  if (trusted.length > 0 && values.out === undefined) throw new Misuse('--trust needs --out: a single file connects to nothing.');
  if (single !== undefined) checkSingle(single);
  const page = builtPage();
  const dossier = await soundDossier(folder);
  if (!dossier) return 1;
  const stays = [folder, process.cwd(), packageRoot];
  const out = values.out === undefined ? null : roomFor(values.out, { force, ours: builtInto, stays });
  await learn(language);
  const situation = situationAt(weigh(dossier, defaultLens), lastInstant(dossier.opening.day, dossier.timeZone));
  const card = {
    title: nameIn(dossier.title, language),
    description: inShort(situation, language, DESCRIPTION_LETTERS),
    language,
    address,
  };
  const files = publishedFiles(folder, dossier);
  if (out !== null) {
    const png = address === null ? null : await preview({ folder, dossier, language, browser: values.browser }, say);
    const words = inShort(situation, language, PICTURE_WORDS);
    const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
    const parts: SiteParts = { page, dossier, files, card, preview: png && { png, words }, trusted, version };
    const site = siteOf(parts);
    writeFolder(out, site);
    if (address === null) say('Without --address a shared link shows no picture: it would need the site’s whole address.');
    say(`${values.out}: ${site.size} files, ${megabytes(site.values())} MB`);
  }
  if (single !== undefined) {
    const file = singleFile(page, files, card);
    writeWhole(single, [file]);
    say(`${single}: ${megabytes([file])} MB`);
  }
  return 0;
}

/** The page of one file, with these files in it. */
function singleFile(page: string, files: ReadonlyMap<string, Uint8Array>, card: Omit<Card, 'picture'>): string {
  const template = readFileSync(join(page, 'single/template.html'), 'utf8');
  const held = Object.fromEntries([...files].map(([name, bytes]) => [name, dataAddress(name, bytes)]));
  return withCard(withFiles(template, held), { ...card, address: null, picture: null });
}

function addressOption(address: string | undefined): string | null {
  if (address === undefined) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new Misuse(`--address ${address} is no address of a folder such as https://maps.example.org/syria/.`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

function checkSingle(file: string): void {
  if (!/\.html?$/i.test(file)) throw new Misuse(`--single ${file} does not end in .html, and a page is what is written.`);
  if (!existsSync(dirname(resolve(file)))) throw new Misuse(`There is no folder ${dirname(file)} to write into.`);
}

function megabytes(contents: Iterable<string | Uint8Array>): string {
  let bytes = 0;
  for (const content of contents) bytes += Buffer.byteLength(content);
  return (bytes / 1e6).toFixed(1);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
