import type { Ask } from '../core/import/ask';
import { dateOrders, readDate, type DateOrder } from '../core/import/dates';
import { tableKinds, type TableKind } from '../core/import/fields';
import type { Mapping } from '../core/import/mapping';
import { slugOf } from '../core/import/naming';
import { wordsFor } from '../core/import/meanings';
import type { Outcome } from '../formats/import/outcome';
import type { Meant } from '../formats/import/plan';
import { named } from './import-told';

/** At a terminal, an import asks what it would otherwise name an option for. */

/** Shows a question, and gives what a person types. */
export type Question = (text: string) => Promise<string>;

export interface Answers {
  readonly table?: TableKind;
  readonly order?: DateOrder;
  readonly published?: string;
  /** Which column is what. */
  readonly columns?: Mapping['columns'];
  /** Of files of areas. */
  readonly publisher?: string;
  readonly day?: string;
  /** Ids by what the table says. */
  readonly chosen: ReadonlyMap<string, string>;
  /** What statuses and events mean. */
  readonly meant: readonly Meant[];
}
export const nothingAnswered: Answers = { chosen: new Map(), meant: [] };

/** What was answered, and then more. */
export function withMore(answers: Answers, more: Answers): Answers {
  return { ...answers, ...more, chosen: new Map([...answers.chosen, ...more.chosen]), meant: [...answers.meant, ...more.meant] };
}

/** How many places are asked for at once; the rest are listed. */
const MOST = 20;

/** Asks what is to be said first, and what is left open, but for what was asked before; null where nothing is left that a person answered. */
export async function answersTo(
  { asks, open, words }: Pick<Outcome, 'asks' | 'open' | 'words'>,
  question: Question,
  asked: Set<string>,
): Promise<Answers | null> {
  const chosen = new Map<string, string>();
  const answers: { -readonly [K in Exclude<keyof Answers, 'chosen' | 'meant'>]?: Answers[K] | undefined } = {};
  const isNew = (key: string): boolean => !asked.has(key) && Boolean(asked.add(key));
  for (const ask of asks) {
    if (!isNew(keyOf(ask))) continue;
    if (ask.about === 'table') answers.table = (await oneOf(question, `What is it about? ${ask.why}`, tableKinds))!;
    if (ask.about === 'dates') answers.order = (await oneOf(question, ask.why, dateOrders))!;
    if (ask.about === 'published') answers.published = await dayBy(question, `Its day of publication, such as 2024-12-31 (${ask.why}): `);
    if (ask.about === 'day') answers.day = await dayBy(question, `Its day, such as 2024-12-31 (${ask.why}): `);
    if (ask.about === 'publisher') answers.publisher = (await question(`By which name they speak (${ask.why}): `)).trim();
    if (ask.about === 'people') {
      const column = await oneOf(question, ask.why, ask.among);
      if (column !== null) answers.columns = { people: { column } };
    }
    if (ask.about === 'holder') {
      const typed = (
        await question(`Which party is “${ask.words}”? ${ask.why}\n${numbered(ask.among)}Number, a name, or nothing to leave it open: `)
      ).trim();
      const known = ask.among[Number(typed) - 1];
      const party = known ?? slugOf(typed);
      if (known === undefined && party !== '') chosen.set(typed, party);
      if (party !== '') chosen.set(ask.words, party);
    }
  }
  for (const { text, key, rows, why, candidates } of open.slice(0, MOST)) {
    if (candidates.length === 0 || key === '' || !isNew(`place ${key}`)) continue;
    const titles = candidates.map(({ id, title, kind }) => `${title}, ${kind} (${id})`);
    const choice = await oneOf(question, `${named(text)} in ${rows} ${rows === 1 ? 'row' : 'rows'}: ${why}`, titles);
    if (choice !== null) chosen.set(key, candidates[titles.indexOf(choice)]!.id);
  }
  const meant: Meant[] = [];
  for (const { about, text, rows } of words.slice(0, MOST)) {
    if (!isNew(`${about} ${text}`)) continue;
    const word = await oneOf(question, `What does “${text}” mean, in ${rows} ${rows === 1 ? 'row' : 'rows'}?`, wordsFor[about]);
    if (word !== null) meant.push([about, text, word]);
  }
  const found = { ...Object.fromEntries(Object.entries(answers).filter(([, value]) => value)), chosen, meant };
  return Object.keys(found).length > 2 || chosen.size > 0 || meant.length > 0 ? found : null;
}

/** By what is known that something was asked. */
export function keyOf(ask: Ask): string {
  return ask.about === 'holder' ? `holder ${ask.words}` : ask.about;
}

/** The day that is typed, YYYY-MM-DD. */
async function dayBy(question: Question, text: string): Promise<string | undefined> {
  const day = readDate((await question(text)).trim(), null);
  return 'day' in day && /^\d{4}-\d\d-\d\d$/.test(day.day) ? day.day : undefined;
}

/** The one whose number is typed; null for none. */
async function oneOf<T extends string>(question: Question, text: string, all: readonly T[]): Promise<T | null> {
  const typed = (await question(`${text}\n${numbered(all)}Number, or nothing to leave it open: `)).trim();
  return all[Number(typed) - 1] ?? null;
}

function numbered(all: readonly string[]): string {
  return all.map((each, i) => `  ${i + 1}  ${each}\n`).join('');
}

/** Whether a person says yes. */
export async function isYes(question: Question, text: string): Promise<boolean> {
  return /^y(es)?$/i.test((await question(`${text} (y/n) `)).trim());
}
