import { existsSync, readFileSync } from 'node:fs';
import { fieldNames, type Field } from '../core/import/fields';
import type { Mapping } from '../core/import/mapping';
import { wordsFor, type WordsOf } from '../core/import/meanings';
import { NO_CHOICES, NotWhatItShouldBe, parseChoices, parseMapping, withChosen, type Choices } from '../formats/import/choices';
import type { Meant } from '../formats/import/plan';
import { choicesFile } from './import-workplace';
import { Misuse } from './misuse';

/** What the options of an import say, and what a dossier keeps of earlier ones. */

/** Throws Misuse where the file is not what it should be. */
export function readChoices(dossier: string): Choices {
  const path = choicesFile(dossier);
  if (!path) return NO_CHOICES;
  try {
    return parseChoices(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof NotWhatItShouldBe)) throw error;
    throw new Misuse(`${path} cannot be read, ${error.message}. Correct it, or take it away.`);
  }
}

/** Throws Misuse likewise. */
export function readMapping(path: string): Mapping {
  if (!existsSync(path)) throw new Misuse(`There is no mapping ${path}.`);
  try {
    return parseMapping(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof NotWhatItShouldBe)) throw error;
    throw new Misuse(`The mapping ${path} cannot be read, ${error.message}.`);
  }
}

/** The choices with those of `TEXT=ID`. Throws Misuse. */
export function chosenIn(choices: Choices, all: readonly string[]): Choices {
  return all.reduce((now, each) => {
    const [, text, id] = /^(.+)=([a-z0-9][a-z0-9-]*)$/s.exec(each) ?? [];
    if (text === undefined || id === undefined)
      throw new Misuse(`--choose ${each} is not of the form TEXT=ID: an id is small Latin letters, digits and hyphens.`);
    const chosen = withChosen(now, text, id);
    if (!chosen) throw new Misuse(`--choose ${each}: that is no name.`);
    return chosen;
  }, choices);
}

/** Throws Misuse where an option's value is none of some. */
export function oneOf<T extends string>(option: string, value: string | undefined, all: readonly T[]): T | null {
  if (value === undefined) return null;
  const found = all.find((each) => each === value);
  if (!found) throw new Misuse(`${option} ${value} is none of ${all.join(', ')}.`);
  return found;
}

/** Columns by field, of `FIELD=HEADING`. Throws Misuse. */
export function columnsOf(all: readonly string[]): Mapping['columns'] {
  return Object.fromEntries(
    all.map((each) => {
      const [, name, column] = /^([^=]+)=(.+)$/s.exec(each) ?? [];
      const field = fieldNames.find((known) => known === name);
      if (field === undefined || column === undefined)
        throw new Misuse(`--column ${each} is not of the form FIELD=HEADING, with one of ${fieldNames.join(', ')}.`);
      return [field, { column }] satisfies [Field, { column: string }];
    }),
  );
}

/** What words mean, of `TEXT=WORD`: a word may be a status's and an event's. Throws Misuse. */
export function meantIn(all: readonly string[]): Meant[] {
  return all.flatMap((each) => {
    const [, text, word] = /^(.+)=([a-z-]+)$/s.exec(each) ?? [];
    const meant = (['status', 'event'] as const satisfies readonly WordsOf[]).filter((about) =>
      wordsFor[about].some((each) => each === word),
    );
    if (text === undefined || word === undefined || meant.length === 0)
      throw new Misuse(
        `--means ${each} is not of the form TEXT=WORD: a status is one of ${wordsFor.status.join(', ')}, an event one of ${wordsFor.event.join(', ')}.`,
      );
    return meant.map((about): Meant => [about, text, word]);
  });
}
