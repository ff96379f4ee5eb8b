import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NoPng } from '../formats/png';
import { rememberedText } from '../formats/remembered';
import { daysOf } from '../core/time';
import type { Dossier } from '../core/model';
import { formatDay } from '../style/dates';
import { lensSentence } from '../style/lens-sentence';
import { correctionSentence, standing } from '../view/corrected-words';
import { MEMORY, NoMemory } from '../view/memory';
import { OtherDossier, reopenCode, reopenMemory, type Found } from '../view/reopen';
import { choicesOf, lensOf } from '../view/wanted';
import { soundDossier } from './dossier';
import { Misuse } from './misuse';
import { formatOf } from './options';
import { builtPage, openInBrowser } from './serve';
import { serve } from './server';

export const help = `claimline reopen FILE|CODE DOSSIER [--report] [--format text|json] [--port N] [--no-open]

Opens the view that a picture shows, and says what has been corrected since it was made, claim by claim.

  FILE             a picture or a video that Claimline made
  CODE             as it is printed on a picture whose metadata was taken out
  --report         says so and ends, without opening the page
  --format json    the same for a program; ends too
  --port N         where to begin looking for a free port (4173)
  --no-open        prints the address only

Exit code: 0 nothing was corrected, 1 something was, or it cannot be told, 2 misuse.
`;

/** Says what became of a picture's claims, and serves its view until it is stopped. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { report: { type: 'boolean' }, format: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  });
  const format = formatOf(values.format);
  const [picture, folder, ...more] = positionals;
  if (picture === undefined || folder === undefined || more.length > 0)
    throw new Misuse('A picture or its code, and a dossier, are wanted: claimline reopen FILE|CODE DOSSIER.');
  const dossier = await soundDossier(folder);
  if (!dossier) return 1;
  const found = find(picture, dossier);
  const { then, now, isSame, isKnown, corrections, address } = found;
  const code = isSame || (then.day !== '' && corrections.length === 0) ? 0 : 1;
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ dossier: dossier.id, then, now, isSame, isKnown, view: address, corrections }, null, 2)}\n`);
    return code;
  }
  process.stdout.write(`${report(found, dossier)}\n`);
  if (values.report) return code;
  const port = Number(values.port ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Misuse(`--port ${values.port} is no port: a whole number from 0 to 65535.`);
  const { address: site } = await serve({ '/': builtPage(), '/dossier/': resolve(folder) }, port);
  const page = `${site}?dossier=/dossier/#${address}`;
  process.stdout.write(`It is at ${page} (Ctrl+C ends it)\n`);
  if (!values['no-open']) openInBrowser(page);
  return 0;
}

/** The view of a file, or of a code where there is no such file. Throws Misuse, which says what is wrong with it. */
export function find(picture: string, dossier: Dossier): Found {
  const choices = choicesOf(dossier, daysOf(dossier.span, dossier.timeZone), 'en');
  if (!existsSync(picture) || !statSync(picture).isFile()) {
    const found = reopenCode(picture, dossier, choices);
    if (!found)
      throw new Misuse(
        `${picture} is neither a file nor a code of a picture: a code has groups of four digits and letters, and two of them find out a slip.`,
      );
    return found;
  }
  try {
    const text = rememberedText(readFileSync(picture), MEMORY);
    if (text !== null) return reopenMemory(text, dossier, choices);
  } catch (error) {
    if (error instanceof OtherDossier) throw new Misuse(`${picture} shows another dossier: ${error.shown}.`);
    if (error instanceof NoPng || error instanceof NoMemory)
      throw new Misuse(`${picture} cannot be read as a picture of Claimline: ${error.message}.`);
    throw error;
  }
  throw new Misuse(
    `${picture} carries no memory: its metadata was taken out, or Claimline did not make it. The code that is printed on it will do.`,
  );
}

function report(found: Found, dossier: Dossier): string {
  const { state, corrections, refusals } = found;
  const lens = lensSentence(lensOf(state, dossier), state.day, dossier.timeZone, 'en');
  return [
    `${dossier.title.en}\n${formatDay(state.day, 'en')}, ${lens}`,
    standing(found, 'en'),
    ...corrections.map((each) => `  ${correctionSentence(each, dossier, 'en')} (${each.claim})`),
    ...refusals.map(({ name, value }) => `This dossier has no ${name} “${value}”: the view is shown without it.`),
  ].join('\n');
}
