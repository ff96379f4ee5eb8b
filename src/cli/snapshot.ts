import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Dossier } from '../core/model';
import { checkPictures } from './check-pictures';
import { soundDossier } from './dossier';
import { hashOfBytes, writeManifest, type ManifestEntry } from './manifest';
import { Misuse } from './misuse';
import { dated, whatItSays } from './picture';
import { scaleOf, shotOptions, spanOf, viewsOf } from './shots';
import { Studio } from './studio';
import { writeWhole } from './whole-file';
import { PROGRAM } from '../view/program';

export const help = `claimline snapshot DOSSIER… --at DAY --out FILE.png
claimline snapshot DOSSIER… --from DAY --to DAY --every day|change --out FOLDER [--format png|svg|pdf]
claimline snapshot DOSSIER… --from DAY --to DAY --out FILE.webm|mp4|gif
claimline snapshot DOSSIER… --multiples day|lens --out FILE.png
claimline snapshot DOSSIER… --check MANIFEST

The same pictures as the page's own dialog makes, through the page in one headless Chromium, Chrome or Edge.

  --at DAY           such as 2024-12-06
  --from, --to       a series, one picture a day; --every change leaves out days on which nothing changes
  --out              a file, by its ending: .png; in vectors and text for print .svg or .pdf; day by day .webm, .mp4 or .gif; for several
                     pictures a folder, which is made
  --multiples        small maps on one sheet: one a day, or one for each way of weighing
  --size             ${'screen, article, square, story, a4, a3'}, or a size such as 1600x1000 or 297x210mm (1600x1000)
  --scale, --dpi     1 to 8 pixels for each CSS pixel, or 96 to 768 dots an inch: the same picture, sharper (1)
  --look             light, dark or print; --language en or ar
  --known            then, now or a day; --without SOURCE leaves a source out
  --beside DAY       another situation on the right half, with --beside-known and --beside-without
  --view HASH        a view as the page's address holds it behind its #
  --manifest FILE    what was made, with a hash of each picture (in a folder: manifest.json)
  --check MANIFEST   makes all of it again and compares: the same bytes, or at least the same picture
  --browser PATH     which browser; else CHROME_PATH, else where they usually are

Beside each picture its description is written, as FILE.txt. Files hold no time but the dossier's newest, or SOURCE_DATE_EPOCH.
Each file is written whole or not at all.

Exit code: 0 fine, 1 a dossier has issues, a picture could not be made or is another than it was, 2 misuse.
`;

/** Formats by the ending of their file. */
const FORMATS: readonly string[] = ['png', 'svg', 'pdf', 'webm', 'mp4', 'gif'];

/** What one PNG can show several of, as the page's dialog has it. */
const MULTIPLES: Readonly<Record<string, string>> = { day: 'days', lens: 'lenses' };

/** Those of which one file shows several days. */
const SEVERAL: readonly string[] = ['webm', 'mp4', 'gif', 'days'];

/** One file to be made. */
interface Order {
  readonly folder: string;
  readonly view: string;
  readonly format: string;
  readonly file: string;
  readonly span?: readonly [string, string];
}

/** Saves pictures, or compares them with those that were made before. */
export async function run(argv: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { ...shotOptions, out: text, format: text, multiples: text, manifest: text, check: text, browser: text },
  });
  if (positionals.length === 0) throw new Misuse('A dossier is missing: a folder, such as geo/syria-2024.');
  const scale = scaleOf(values);
  if (values.check === undefined) outOption(values.out, values.format, values.multiples);
  const dossiers: (readonly [string, Dossier])[] = [];
  for (const folder of positionals) {
    const dossier = await soundDossier(folder);
    if (!dossier) return 1;
    dossiers.push([folder, dossier]);
  }
  if (values.check !== undefined) return checkPictures(values.check, dossiers, values.browser);

  const { format, ending, isFolder, out } = outOption(values.out, values.format, values.multiples);
  const orders = dossiers.flatMap(([folder, dossier]) => {
    const of = SEVERAL.includes(format) ? [spanOf(dossier, values)] : viewsOf(dossier, values);
    return of.map(({ day, ...view }): Order => ({
      folder,
      format,
      ...view,
      file: isFolder ? join(out, `${dossier.id}-${day}.${ending}`) : out,
    }));
  });
  if (!isFolder && orders.length > 1)
    throw new Misuse(`--out ${out} is one file, and ${orders.length} pictures are asked for: name a folder, such as pictures/.`);
  if (isFolder) mkdirSync(out, { recursive: true });
  const manifest = values.manifest ?? (isFolder ? join(out, 'manifest.json') : undefined);
  const made: ManifestEntry[] = [];
  const studio = await Studio.open(positionals, values.browser);
  try {
    for (const [i, order] of orders.entries()) {
      const { bytes, lacks, description } = await studio.make({ ...order, scale });
      const picture = dated(bytes, order.format);
      writeWhole(order.file, [picture]);
      for (const lack of lacks) process.stderr.write(`${lack}\n`);
      const { memory, told } = whatItSays(picture, order.format);
      writeWhole(sidecar(order.file), [`${description}\n`]);
      const count = orders.length > 1 ? `${i + 1}/${orders.length} ` : '';
      process.stderr.write(`${count}${order.file}: ${told}\n`);
      const file = basename(order.file);
      made.push({
        file,
        sha256: hashOfBytes(picture),
        format: order.format,
        scale,
        ...(order.span && { span: [...order.span] }),
        view: memory.view,
        description,
        memory,
      });
    }
    if (manifest)
      writeWhole(manifest, [writeManifest({ claimlineManifest: 1, program: PROGRAM, browser: studio.browser, pictures: made })]);
  } finally {
    await studio.close();
  }
  return 0;
}

/** `homs.png` → `homs.txt`. */
function sidecar(file: string): string {
  return `${file.slice(0, -extname(file).length)}.txt`;
}

function outOption(out: string | undefined, format: string | undefined, multiples: string | undefined) {
  if (out === undefined) throw new Misuse('--out is missing: a file, such as situation.png, or a folder, such as pictures/.');
  const ending = extname(out).slice(1).toLowerCase();
  const isFolder = ending === '' || (existsSync(out) && statSync(out).isDirectory());
  const wanted = format ?? (isFolder ? 'png' : ending);
  if (!FORMATS.includes(wanted) || (!isFolder && wanted !== ending))
    throw new Misuse(
      `${format === undefined ? `--out ${out}` : `--format ${format}`} is none of what can be written: ${FORMATS.join(', ')}.`,
    );
  if (!isFolder && !existsSync(dirname(resolve(out)))) throw new Misuse(`There is no folder ${dirname(out)} to write into.`);
  if (multiples !== undefined && (wanted !== 'png' || !Object.hasOwn(MULTIPLES, multiples)))
    throw new Misuse(`--multiples ${multiples} is neither day nor lens, and takes a .png.`);
  return { format: multiples === undefined ? wanted : MULTIPLES[multiples]!, ending: wanted, isFolder, out };
}
