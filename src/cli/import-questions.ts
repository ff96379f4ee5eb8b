import { dateOrders, readDate, type DateOrder } from '../core/import/dates';
import { tableKinds, type TableKind } from '../core/import/fields';
import type { Outcome } from '../formats/import/outcome';
import { named } from './import-told';

/** At a terminal, an import asks what it would otherwise name an option for. */

/** Shows a question, and gives what a person types. */
export type Question = (text: string) => Promise<string>;

export interface Answers {
  readonly table?: TableKind;
  readonly order?: DateOrder;
  readonly published?: string;
  /** Ids by what the table says. */
  readonly chosen: ReadonlyMap<string, string>;
}

/** How many places are asked for at once; the rest are listed. */
const MOST = 20;

/** Asks what an outcome leaves open, but for what was asked before; null where nothing is left that a person answered. */
export async function answersTo({ asks, open }: Outcome, question: Question, asked: Set<string>): Promise<Answers | null> {
  const chosen = new Map<string, string>();
  const answers: { table?: TableKind; order?: DateOrder; published?: string } = {};
  const isNew = (key: string): boolean => !asked.has(key) && Boolean(asked.add(key));
  for (const ask of asks) {
    if (!isNew(ask.about)) continue;
    if (ask.about === 'table') answers.table = (await oneOf(question, `What is it about? ${ask.why}`, tableKinds))!;
    if (ask.about === 'dates') answers.order = (await oneOf(question, ask.why, dateOrders))!;
    if (ask.about === 'published') {
      const day = readDate((await question(`Its day of publication, such as 2024-12-31 (${ask.why}): `)).trim(), null);
      if ('day' in day) answers.published = day.day;
    }
  }
  for (const { text, key, rows, why, candidates } of open.slice(0, MOST)) {
    if (candidates.length === 0 || key === '' || !isNew(`place ${key}`)) continue;
    const titles = candidates.map(({ id, title, kind }) => `${title}, ${kind} (${id})`);
    const choice = await oneOf(question, `${named(text)} in ${rows} ${rows === 1 ? 'row' : 'rows'}: ${why}`, titles);
    if (choice !== null) chosen.set(key, candidates[titles.indexOf(choice)]!.id);
  }
  const found = { ...Object.fromEntries(Object.entries(answers).filter(([, value]) => value)), chosen };
  return Object.keys(found).length > 1 || chosen.size > 0 ? found : null;
}

/** The one whose number is typed; null for none. */
async function oneOf<T extends string>(question: Question, text: string, all: readonly T[]): Promise<T | null> {
  const numbered = all.map((each, i) => `  ${i + 1}  ${each}\n`).join('');
  const typed = (await question(`${text}\n${numbered}Number, or nothing to leave it open: `)).trim();
  return all[Number(typed) - 1] ?? null;
}

/** Whether a person says yes. */
export async function isYes(question: Question, text: string): Promise<boolean> {
  return /^y(es)?$/i.test((await question(`${text} (y/n) `)).trim());
}
