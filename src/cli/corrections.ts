import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Dossier } from '../core/model';
import { daysOf } from '../core/time';
import { NoPng } from '../formats/png';
import { rememberedText } from '../formats/remembered';
import { formatDay } from '../style/dates';
import { laterStrings } from '../style/strings/later';
import { fill } from '../style/strings';
import type { Correction } from '../view/corrections';
import { correctionSentence, standing } from '../view/corrected-words';
import { MEMORY, NoMemory } from '../view/memory';
import { OtherDossier, reopenMemory, type Found } from '../view/reopen';
import { choicesOf } from '../view/wanted';
import { soundDossier } from './dossier';
import { isManifest, readManifest } from './manifest';
import { Misuse } from './misuse';
import { formatOf, oneDossier } from './options';

export const help = `claimline corrections DOSSIER --published FILE|FOLDER… [--all] [--format text|json]

The correction ledger: which published pictures showed a claim that has since been withdrawn, taken back by its source or disputed, with a
line to print for each.

  --published   pictures of any format, manifests of claimline snapshot, or folders of them; may be given several times
  --all         also what was changed, overtaken or added since

Exit code: 0 nothing is to be corrected, 1 something is, or a picture cannot be read, 2 misuse.
`;

/** What makes a published picture wrong. */
const WRONG: readonly Correction['what'][] = ['withdrawn', 'retracted', 'disputed', 'missing'];

interface Published {
  readonly picture: string;
  /** As JSON. */
  readonly memory: string;
}

interface Line {
  readonly picture: string;
  readonly found: Found;
  readonly corrections: readonly Correction[];
  /** To be printed; empty where nothing is to be corrected. */
  readonly draft: string;
}

/** Lists pictures to be corrected on standard output. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { published: { type: 'string', multiple: true }, all: { type: 'boolean' }, format: { type: 'string' } },
  });
  const format = formatOf(values.format);
  const folder = oneDossier(positionals);
  if (!values.published?.length) throw new Misuse('--published is missing: pictures, manifests, or folders of them.');
  const paths = values.published.flatMap(filesIn);
  const dossier = await soundDossier(folder);
  if (!dossier) return 1;
  const choices = choicesOf(dossier, daysOf(dossier.span, dossier.timeZone), 'en');
  const lines: Line[] = [];
  let unread = 0;
  for (const { picture, memory } of uniqueOf(paths.flatMap((path) => publishedIn(path, () => unread++))))
    try {
      const found = reopenMemory(memory, dossier, choices);
      const corrections = found.corrections.filter(({ what }) => values.all || WRONG.includes(what));
      lines.push({ picture, found, corrections, draft: draftOf(found, corrections, dossier) });
    } catch (error) {
      if (error instanceof OtherDossier) process.stderr.write(`${picture}: of another dossier, ${error.shown}\n`);
      else if (error instanceof NoMemory) process.stderr.write(`${picture}: ${error.message}\n`);
      else throw error;
      if (error instanceof NoMemory) unread++;
    }
  const wrong = lines.filter(({ corrections }) => corrections.length > 0);
  if (format === 'json')
    process.stdout.write(
      `${JSON.stringify(
        lines.map(({ picture, found, corrections, draft }) => ({ picture, then: found.then, now: found.now, corrections, draft })),
        null,
        2,
      )}\n`,
    );
  else process.stdout.write(`${[...wrong.map((line) => told(line, dossier)), summary(lines.length, wrong.length, unread)].join('\n\n')}\n`);
  return wrong.length > 0 || unread > 0 ? 1 : 0;
}

function told({ picture, found, corrections, draft }: Line, dossier: Dossier): string {
  return [
    picture,
    `  ${standing(found, 'en')}`,
    ...corrections.map((each) => `  ${correctionSentence(each, dossier, 'en')} (${each.claim})`),
    ...(draft ? [`  → ${draft}`] : []),
  ].join('\n');
}

function summary(all: number, wrong: number, unread: number): string {
  const read = `${all} picture${all === 1 ? '' : 's'} read, ${wrong} to be corrected`;
  return unread > 0 ? `${read}; ${unread} could not be read.` : `${read}.`;
}

/** A line that an editor can print: what the map showed, and what is known of it now. */
function draftOf({ state }: Found, corrections: readonly Correction[], dossier: Dossier): string {
  const say = laterStrings('en');
  const wrong = corrections.filter(({ what }) => WRONG.includes(what));
  if (wrong.length === 0) return '';
  const sentences = wrong.map((each) =>
    fill(say[`draft.${each.what as 'withdrawn' | 'retracted' | 'disputed' | 'missing'}`], {
      claim: (each.summary ?? each.claim).replace(/\.$/, ''),
      on: each.on === null ? '' : formatDay(each.on, 'en'),
      reason: each.reason ?? '',
      by: each.by.map((id) => dossier.claims.get(id)?.summary ?? id).join(' '),
    }),
  );
  return fill(say['draft.opening'], { day: formatDay(state.day, 'en'), sentences: sentences.join(' ') });
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) throw new Misuse(`There is no ${path}.`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => /\.(png|svg|pdf|gif|webm|mp4|json)$/i.test(name))
    .map((name) => join(path, name));
}

/** The pictures of a manifest, or the one that a file is. */
function publishedIn(path: string, unread: () => void): Published[] {
  const bytes = readFileSync(path);
  try {
    if (/\.json$/i.test(path)) {
      const text = bytes.toString('utf8');
      if (!isManifest(text)) throw new Misuse(`${path} is no manifest of pictures.`);
      return readManifest(path, text).pictures.map(({ file, memory }) => ({
        picture: join(path, '..', file),
        memory: JSON.stringify(memory),
      }));
    }
    const memory = rememberedText(bytes, MEMORY);
    if (memory !== null) return [{ picture: path, memory }];
    process.stderr.write(`${path}: carries no memory\n`);
  } catch (error) {
    if (!(error instanceof NoPng || error instanceof NoMemory)) throw error;
    process.stderr.write(`${path}: ${error.message}\n`);
  }
  unread();
  return [];
}

/** A picture that a manifest lists and that lies beside it is one. */
function uniqueOf(published: readonly Published[]): Published[] {
  return [...new Map(published.map((each) => [each.picture, each])).values()];
}
