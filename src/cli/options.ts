import type { Lens } from '../core/ledger';
import type { Dossier } from '../core/model';
import { lastInstant } from '../core/time';
import { defaultLens } from '../core/weigh/weigh';
import { Misuse } from './misuse';

/** What several commands take: days, the lens, the format. Each throws `Misuse`, saying what is possible. */

/** `text` where none is asked for. */
export function formatOf(format: string | undefined): 'text' | 'json' {
  if (format === undefined || format === 'text' || format === 'json') return format ?? 'text';
  throw new Misuse(`--format ${format} is neither text nor json.`);
}

/** A calendar day that exists, such as 2024-12-06. */
export function dayOption(name: string, day: string | undefined): string {
  if (day === undefined) throw new Misuse(`${name} is missing: a day, such as 2024-12-06.`);
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day)
    throw new Misuse(`${name} ${day} is no day such as 2024-12-06.`);
  return day;
}

/** The one dossier that a command needs. */
export function oneDossier(positionals: readonly string[]): string {
  const [folder, ...more] = positionals;
  if (folder === undefined) throw new Misuse('A dossier is missing: a folder, such as geo/syria-2024.');
  if (more.length > 0) throw new Misuse(`One dossier at a time: ${more.join(', ')} is too much.`);
  return folder;
}

/** The lens of `--known then|now|DAY` and `--without SOURCE`, several joined by commas or given one by one. */
export function lensOption(dossier: Dossier, known: string | undefined, without: readonly string[]): Lens {
  const sources = without.flatMap((ids) => ids.split(',')).filter(Boolean);
  const strange = sources.find((id) => !dossier.sources.has(id));
  if (strange !== undefined)
    throw new Misuse(`There is no source ${strange} in ${dossier.id}, only ${[...dossier.sources.keys()].join(', ')}.`);
  const fixed = known === undefined || known === 'then' || known === 'now' ? null : lastInstant(knownDay(known), dossier.timeZone);
  return { ...defaultLens, knownBy: fixed ?? (known === 'now' ? 'now' : 'then'), without: [...new Set(sources)].sort() };
}

function knownDay(known: string): string {
  try {
    return dayOption('--known', known);
  } catch {
    throw new Misuse(`--known ${known} is neither then, now nor a day such as 2024-12-06.`);
  }
}
