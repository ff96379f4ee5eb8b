import { existsSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { dateOrders } from '../core/import/dates';
import { tableKinds } from '../core/import/fields';
import { NoTable } from '../core/import/table';
import type { AreaTable } from '../formats/import/area-tables';
import { bringIn } from '../formats/import/bring-in';
import { withAllChosen } from '../formats/import/choices';
import type { DossierFile } from '../formats/dossier-file';
import type { Outcome } from '../formats/import/outcome';
import { planOf } from '../formats/import/plan';
import { readTable } from '../formats/import/read-table';
import { sourceIdOf } from '../formats/import/source-id';
import { packagedGazetteer, soundDossier } from './dossier';
import { askedAreaTables } from './import-areas';
import { answersTo, isYes, keyOf, nothingAnswered, withMore, type Answers, type Question } from './import-questions';
import { chosenIn, columnsOf, meantIn, oneOf, readChoices, readMapping } from './import-said';
import { textOf, writtenText } from './import-told';
import { DiskWorkplace } from './import-workplace';
import { Misuse } from './misuse';
import { dayOption, formatOf } from './options';
import { ProgressLine } from './progress';
import { today } from './today';

export const help = `claimline import FILE… --into DOSSIER [--yes]

Brings tables into a dossier: CSV (any delimiter and encoding), XLSX (the first sheet), GeoJSON, KML and KMZ, lists of events as JSON.
Each file becomes a source, each row a claim that is anchored in it. What each column is, is guessed with reasons; places are looked up in the gazetteers.
Without --yes it is shown, and nothing is written. At a terminal it asks for what it needs to know.
Files of areas (GeoJSON, KML, KMZ), one a day of an archive, say who holds the places that lie in them: changes only, so bring an archive's days in together.

  --yes                 accept what was guessed; what is ambiguous is rejected all the same
  --table KIND          control, events, flows or figures
  --dates ORDER         day-first or month-first, where dates can be read in both ways
  --column FIELD=HEADING  which column is what, such as date=When, where the guess is wrong; may be repeated
  --means TEXT=WORD     what a status or a kind of event means, such as "still there=holds"; kept, and may be repeated
  --choose TEXT=ID      a place by its name or P-code, a party or a speaker by its name, a speaker's side by the party's id; kept for the next
                        time; may be repeated
  --mapping FILE        which column is what, as import/choices.json keeps it
  --source ID           of the source; else made of the file's name
  --title, --publisher, --published DAY, --language TAG
                        of the source, where the dossier does not have it yet
                        --publisher is also who speaks in files of areas; --published day: each on the day of its picture
  --day DAY             of a file of areas, where neither it nor its name says
  --places levant       ask areas also for the 3,179 towns of the larger gazetteer, beside the dossier's and the packaged places
  --measure WORD        of figures: cumulative, stock (as is assumed), forecast or at-risk
  --encoding NAME       such as utf-8 or windows-1256, where the guess is wrong
  --recorded DAY        the claims' day of recording; else today, or SOURCE_DATE_EPOCH
  --format json         what is shown, as JSON

Rows that are no claim are written to DOSSIER/import/FILE.rejects.csv, each with its reason: accepted and rejected together are all that was read.
The dossier is checked with them before anything is written, and written whole or not at all; until then it can be ended with Ctrl-C.

Exit code: 0 fine, 1 nothing was written, or some rows were rejected, 2 misuse.
`;

const options = {
  into: { type: 'string' },
  yes: { type: 'boolean' },
  table: { type: 'string' },
  dates: { type: 'string' },
  column: { type: 'string', multiple: true },
  means: { type: 'string', multiple: true },
  choose: { type: 'string', multiple: true },
  mapping: { type: 'string' },
  source: { type: 'string' },
  title: { type: 'string' },
  publisher: { type: 'string' },
  published: { type: 'string' },
  language: { type: 'string' },
  day: { type: 'string' },
  places: { type: 'string' },
  measure: { type: 'string' },
  encoding: { type: 'string' },
  recorded: { type: 'string' },
  format: { type: 'string' },
} as const;
type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** What was shown of a file, and which files of the dossier were written. */
interface Shown {
  readonly outcome: Outcome;
  readonly written: readonly string[] | null;
}

/** Shows what tables would bring into a dossier, and with `--yes` brings it in. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
  const format = formatOf(values.format);
  if (positionals.length === 0) throw new Misuse('Name a file to bring in.');
  if (values.into === undefined) throw new Misuse('--into is missing: the folder of the dossier.');
  if (positionals.length > 1 && values.source !== undefined) throw new Misuse('--source is of one file: bring several in one by one.');
  for (const file of positionals) if (!existsSync(file) || !statSync(file).isFile()) throw new Misuse(`There is no file ${file}.`);
  const terminal =
    format === 'text' && process.stdin.isTTY && process.stdout.isTTY
      ? createInterface({ input: process.stdin, output: process.stdout })
      : null;
  const question = terminal ? (text: string) => terminal.question(text) : null;
  let code = 0;
  const all = [];
  try {
    const { day, publisher, places } = values;
    if (day !== undefined) dayOption('--day', day);
    const options = {
      into: values.into,
      choices: chosenIn(readChoices(values.into), values.choose ?? []),
      table: oneOf('--table', values.table, tableKinds),
      order: oneOf('--dates', values.dates, dateOrders),
      day,
      publisher,
      places,
    };
    const { tables: areas, answers } = await askedAreaTables(positionals, options, question);
    // pictures in the order of their days, then the tables
    for (const file of [...areas.keys(), ...positionals.filter((each) => !areas.has(each))]) {
      const area = areas.get(file);
      const { outcome, written } = await importOne(file, area, values.into, values, question, area ? answers : nothingAnswered);
      all.push({ file, ...outcome, written: written !== null, files: written ?? [] });
      // at a terminal it was shown before it was asked for
      if (format === 'text')
        process.stdout.write(
          question && written && !values.yes ? writtenText(values.into, written) : textOf(file, outcome, values.into, written),
        );
      if (!written || outcome.rejected > 0) code = 1;
    }
  } finally {
    terminal?.close();
  }
  if (format === 'json') process.stdout.write(`${JSON.stringify({ imports: all }, null, 2)}\n`);
  return code;
}

async function importOne(
  file: string,
  area: AreaTable | undefined,
  folder: string,
  values: Options,
  question: Question | null,
  before: Answers,
): Promise<Shown> {
  const dossier = await soundDossier(folder);
  if (!dossier) throw new Misuse(`${folder} has issues: mend them first.`);
  const said = {
    table: oneOf('--table', values.table, tableKinds),
    order: oneOf('--dates', values.dates, dateOrders),
    measure: oneOf('--measure', values.measure, ['cumulative', 'stock', 'forecast', 'at-risk'] as const),
    mapping: values.mapping === undefined ? undefined : readMapping(values.mapping),
    columns: columnsOf(values.column ?? []),
  };
  const { title, language, publisher = before.publisher } = values;
  const published = values.published === 'day' ? (area?.day ?? undefined) : values.published;
  if (published !== undefined) dayOption('--published', published);
  if (values.recorded !== undefined) dayOption('--recorded', values.recorded);
  const line = new ProgressLine(`Bringing in ${file}`);
  const place = new DiskWorkplace(folder, file, packagedGazetteer(), line.tell);
  const leave = (): void => {
    place.close();
    process.exit(130);
  };
  process.once('SIGINT', leave);
  // what is asked of areas was asked before
  const asked = new Set(area?.asks.map(keyOf));
  const open = area?.open ?? ((table: DossierFile) => readTable(table, values.encoding));
  const source = values.source ?? (await sourceIdOf(place.table, dossier, area?.source));
  const recorded = values.recorded ?? today();
  const chosen = chosenIn(readChoices(folder), values.choose ?? []);
  const meant = meantIn(values.means ?? []);
  let answers = before;
  try {
    for (;;) {
      const choices = withAllChosen(chosen, answers.chosen);
      const read = await planOf(await open(place.table), choices, {
        ...said,
        ...answers,
        columns: { ...said.columns, ...answers.columns },
        meant: [...meant, ...answers.meant],
      });
      // of the columns that the rows of areas have nothing is to be said
      const plan = area ? { ...read, reasons: read.head.reasons, asks: [...area.asks, ...read.asks] } : read;
      const about = { title, publisher, published: published ?? answers.published, language };
      const { outcome, files } = await bringIn({ dossier, plan, open, choices, source, recorded, about }, place);
      line.clear();
      const more = question ? await answersTo(outcome, question, asked) : null;
      if (more) {
        answers = withMore(answers, more);
        continue;
      }
      const isReady = outcome.asks.length === 0;
      if (isReady && question && !values.yes) process.stdout.write(textOf(file, outcome, folder, null));
      const isWanted = isReady && (values.yes === true || (question !== null && (await isYes(question, 'Write this into the dossier?'))));
      if (isWanted) place.write(files);
      return { outcome, written: isWanted ? [...files.keys()] : null };
    }
  } catch (error) {
    if (error instanceof NoTable) throw new Misuse(`${file} cannot be read as a table: ${error.message}.`);
    throw error;
  } finally {
    line.clear();
    process.removeListener('SIGINT', leave);
    place.close();
  }
}
