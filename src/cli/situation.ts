import { parseArgs } from 'node:util';
import type { Lens } from '../core/ledger';
import type { Dossier } from '../core/model';
import { situationAt, type Situation } from '../core/situation';
import { dayOf, daysOf, lastInstant } from '../core/time';
import { totalLevels, totalsOf, type Totals } from '../core/totals';
import { weigh } from '../core/weigh/weigh';
import { situationJson } from '../formats/situation-json';
import { formatDay } from '../style/dates';
import { lensSentence } from '../style/lens-sentence';
import { wordsOf } from '../style/words';
import { soundDossier } from './dossier';
import { Misuse } from './misuse';
import { dayOption, formatOf, lensOption, oneDossier } from './options';

export const help = `claimline situation DOSSIER --at DAY [--known then|now|DAY] [--without SOURCE] [--totals LEVEL] [--format text|json]

The situation at the end of a day, in words or as one JSON object.

  --at DAY           such as 2024-12-06
  --known then       what was published by the end of that day (as usual)
  --known now        everything that has been published
  --known DAY        what was published by the end of another day
  --without SOURCE   leaves a source out; may be given several times
  --totals LEVEL     figures added up by adm1, adm2 or adm3, where they are alike: one speaker, day, method, measure and people; what is
                     in no sum is listed with its reason. Claims say where they are by adm2_pcode or adm2_name, as tables bring them in
  --format json      a public format, written down in src/formats/situation-json.ts

Exit code: 0 fine, 1 the dossier has issues (listed on standard error), 2 misuse.
`;

/** Writes a situation to standard output. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      at: { type: 'string' },
      known: { type: 'string' },
      without: { type: 'string', multiple: true },
      totals: { type: 'string' },
      format: { type: 'string' },
    },
  });
  const format = formatOf(values.format);
  const day = dayOption('--at', values.at);
  const level = values.totals === undefined ? null : (totalLevels.find((each) => each === values.totals) ?? null);
  if (values.totals !== undefined && level === null) throw new Misuse(`--totals ${values.totals} is none of ${totalLevels.join(', ')}.`);
  const dossier = await soundDossier(oneDossier(positionals));
  if (!dossier) return 1;
  const days = daysOf(dossier.span, dossier.timeZone);
  if (!days.includes(day))
    throw new Misuse(`--at ${day} lies outside the dossier, which speaks of ${days[0]} to ${days[days.length - 1]}.`);
  const lens = lensOption(dossier, values.known, values.without ?? []);
  const situation = situationAt(weigh(dossier, lens), lastInstant(day, dossier.timeZone));
  const totals = level === null ? null : totalsOf(situation, level);
  const output =
    format === 'json'
      ? JSON.stringify({ ...situationJson(dossier, lens, situation), ...(totals && { totals }) }, null, 2)
      : [text(dossier, lens, situation), ...(totals ? [totalsText(totals)] : [])].join('\n\n');
  process.stdout.write(`${output}\n`);
  return 0;
}

/** The title, the day and the lens, then one sentence a mark, kinds apart. */
function text(dossier: Dossier, lens: Lens, situation: Situation): string {
  const day = dayOf(situation.at, dossier.timeZone);
  const sentences = wordsOf(situation, 'en');
  const kinds = [...new Set(sentences.map(({ kind }) => kind))];
  return [
    `${dossier.title.en}\n${formatDay(day, 'en')}, ${lensSentence(lens, day, dossier.timeZone, 'en')}`,
    ...kinds.map((kind) =>
      sentences
        .filter((each) => each.kind === kind)
        .map((each) => each.text)
        .join('\n'),
    ),
  ].join('\n\n');
}

/** A line a sum, then what is in none. */
function totalsText({ totals, apart }: Totals): string {
  const amount = (min: number | null, max: number | null): string =>
    min === max
      ? String(min ?? 'an unknown number')
      : `${min ?? 'at most'}${min === null || max === null ? ' ' : ' to '}${max ?? 'or more'}`;
  return [
    ...totals.map(({ district, name, min, max, kind, claims }) => {
      const { measure, counts, asOf, who, method, speakers } = kind;
      const about = [measure, counts, who, method, `as of ${asOf}`, `by ${speakers.join(', ')}`].filter(Boolean).join(', ');
      return `${name ?? district}${name && name !== district ? ` (${district})` : ''}: ${amount(min, max)}; ${about}; ${claims.length} figures`;
    }),
    ...apart.map(({ claim, why }) => `in no sum: ${claim}, ${why}`),
  ].join('\n');
}
