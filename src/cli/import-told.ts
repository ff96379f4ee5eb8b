import { basename, join } from 'node:path';
import type { Ask } from '../core/import/ask';
import { tableKinds } from '../core/import/fields';
import { wordsFor } from '../core/import/meanings';
import type { GuessedPlace, OpenPlace, Outcome, UnknownWord } from '../formats/import/outcome';

/** What an import came to, in words for a terminal. */

const MOST = 20;

/** `written`: names of files in the dossier's folder; null where nothing was written. */
export function textOf(file: string, outcome: Outcome, folder: string, written: readonly string[] | null): string {
  const { reasons, asks, rejects, open, guessed, words, read, accepted, rejected } = outcome;
  return [
    basename(file),
    ...list('How it is read', reasons, 2 * MOST),
    ...list('To be said first', asks.map(askText)),
    ...list('Guessed, and accepted with --yes', guessed.map(guessedText)),
    ...list('To be chosen, by --choose', open.map(openText)),
    ...list('Words of which nothing is known, to be said by --means', words.map(wordText)),
    ...list('New in the dossier', addedTexts(outcome)),
    ...list(
      'Not accepted',
      rejects.map(
        ({ rows, firstRow, firstReason }) => `${rows} ${rows === 1 ? 'row' : 'rows'}, the first is row ${firstRow}: ${firstReason}`,
      ),
    ),
    asks.length > 0 && read === 0
      ? 'Nothing was read.'
      : `${read} rows read: ${accepted} accepted, ${rejected} rejected.${written ? '' : ' Nothing was written; --yes writes it.'}`,
    ...(written ? [writtenText(folder, written)] : ['']),
  ].join('\n');
}

/** `written`: names of files in the dossier's folder. */
export function writtenText(folder: string, written: readonly string[]): string {
  return `Written: ${written.map((name) => join(folder, name)).join(', ')}.\n`;
}

function list(title: string, lines: readonly string[], most = MOST): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > most ? [`  … and ${lines.length - most} more`] : [];
  return [`${title}:`, ...lines.slice(0, most).map((line) => `  ${line}`), ...more];
}

const options: Readonly<Record<Exclude<Ask['about'], 'areas' | 'holder'>, string>> = {
  table: `--table ${tableKinds.join('|')}`,
  dates: '--dates day-first or --dates month-first',
  published: '--published DAY',
  headings: 'a heading of its own for each column',
  publisher: '--publisher NAME',
  day: '--day DAY',
  people: '--column people=HEADING',
};

export function askText(ask: Ask): string {
  if (ask.about === 'areas') return ask.why;
  return `${ask.about === 'holder' ? `--choose "${ask.words}=PARTY"` : options[ask.about]}: ${ask.why}`;
}

function guessedText({ text, rows, place, why }: GuessedPlace): string {
  return `${named(text)} (${rows}): ${place ? `${place}, ` : ''}${why}`;
}

function openText({ text, key, rows, why, candidates }: OpenPlace): string {
  const choices = candidates.map(({ id, title, kind }) => `--choose "${key}=${id}" (${title}, ${kind})`);
  return `${named(text)} (${rows}): ${why}${choices.length > 0 ? `; ${choices.join(' or ')}` : ''}`;
}

function wordText({ about, text, rows }: UnknownWord): string {
  return `“${text}” (${rows}): --means "${text}=${wordsFor[about].join('|')}"`;
}

export function named(text: string): string {
  return text === '' ? 'a row without a place' : `“${text}”`;
}

function addedTexts({ added: { source, parties, speakers, places }, outside, later }: Outcome): string[] {
  return [
    ...(source ? [`source ${source}`] : []),
    ...(outside > 0 ? [`${outside} claims outside the dossier’s span: widen "span" in dossier.json to have them on the slider`] : []),
    ...(later > 0
      ? [
          `${later} claims published after the dossier’s last day, which “as known then” shows on none of its days, and “now” does; a column “published” says of each row when it was known`,
        ]
      : []),
    ...parties.map(({ id, name, initials }) => `party ${id}: ${name} (${initials})`),
    ...speakers.map(({ id, name, party }) =>
      party
        ? `speaker ${id}: ${name}, who speaks for ${party}`
        : `speaker ${id}: ${name}, on nobody’s side; --choose "${name}=PARTY" where it speaks for one: what a side says to its own gain supports nothing`,
    ),
    ...(places > 0 ? [places === 1 ? '1 place' : `${places} places`] : []),
  ];
}
