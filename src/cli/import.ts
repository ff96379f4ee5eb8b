import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { dateOrders } from '../core/import/dates';
import { tableKinds } from '../core/import/fields';
import { guessMapping, type Guess, type Mapping } from '../core/import/mapping';
import { NoTable, type RowRead, type TableReading } from '../core/import/table';
import { readCsvRows } from '../formats/rows/csv-rows';
import { readJsonRows } from '../formats/rows/json-rows';
import { readXlsxRows } from '../formats/rows/xlsx-rows';
import { readChoices, readMapping, signatureOf, type Choices } from './import-choices';
import { bringIn, type Outcome } from './import-rows';
import { soundDossier } from './dossier';
import { Misuse } from './misuse';
import { formatOf } from './options';

export const help = `claimline import FILE… --into DOSSIER [--yes]

Brings tables into a dossier: CSV (any delimiter and encoding), XLSX (the first sheet), GeoJSON, lists of events as JSON.
Each file becomes a source, each row a claim that is anchored in it. What each column is, is guessed with reasons; places are looked up in the gazetteers.
Without --yes it is shown, and nothing is written.

  --yes                 accept what was guessed; what is ambiguous is rejected all the same
  --table KIND          control, events, flows or figures
  --dates ORDER         day-first or month-first, where dates can be read in both ways
  --choose TEXT=ID      a place by its name or P-code, a party or a speaker by its name; kept for the next time; may be repeated
  --mapping FILE        which column is what, as import/choices.json keeps it
  --source ID           of the source; else made of the file's name
  --title, --publisher, --published DAY, --language TAG
                        of the source, where the dossier does not have it yet
  --measure WORD        of figures: cumulative, stock (as is assumed), forecast or at-risk
  --encoding NAME       such as utf-8 or windows-1256, where the guess is wrong
  --recorded DAY        the claims' day of recording; else today, or SOURCE_DATE_EPOCH
  --format json         what is shown, as JSON

Rows that are no claim are written to DOSSIER/import/FILE.rejects.csv, each with its reason: accepted and rejected together are all that was read.
The dossier is checked with them before anything is written, and written whole or not at all.

Exit code: 0 fine, 1 nothing was written, or some rows were rejected, 2 misuse.
`;

const options = {
  into: { type: 'string' },
  yes: { type: 'boolean' },
  table: { type: 'string' },
  dates: { type: 'string' },
  choose: { type: 'string', multiple: true },
  mapping: { type: 'string' },
  source: { type: 'string' },
  title: { type: 'string' },
  publisher: { type: 'string' },
  published: { type: 'string' },
  language: { type: 'string' },
  measure: { type: 'string' },
  encoding: { type: 'string' },
  recorded: { type: 'string' },
  format: { type: 'string' },
} as const;
type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** How many rows a guess is made from. */
const SAMPLE = 2000;

/** Shows what tables would bring into a dossier, and with `--yes` brings it in. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
  const format = formatOf(values.format);
  if (positionals.length === 0) throw new Misuse('Name a file to bring in.');
  if (values.into === undefined) throw new Misuse('--into is missing: the folder of the dossier.');
  const sources = positionals.length > 1 && values.source !== undefined;
  if (sources) throw new Misuse('--source is of one file: bring several in one by one.');
  for (const file of positionals) if (!existsSync(file) || !statSync(file).isFile()) throw new Misuse(`There is no file ${file}.`);
  const choices = withChosen(readChoices(values.into), values.choose ?? []);
  let code = 0;
  const shown = [];
  for (const file of positionals) {
    const outcome = await importOne(file, values.into, values, choices);
    shown.push({ file, ...outcome });
    if (format === 'text') process.stdout.write(textOf(file, outcome, values.into));
    if (!outcome.written || outcome.rejected > 0) code = 1;
  }
  if (format === 'json') process.stdout.write(`${JSON.stringify({ imports: shown }, null, 2)}\n`);
  return code;
}

type Shown = Outcome & Pick<Guess, 'reasons' | 'asks'>;

async function importOne(file: string, folder: string, values: Options, choices: Choices): Promise<Shown> {
  const dossier = await soundDossier(folder);
  if (!dossier) throw new Misuse(`${folder} has issues: mend them first.`);
  const open = () => readTable(file, values.encoding);
  const { head, sample } = await beginning(file, open);
  const order = oneOf('--dates', values.dates, dateOrders);
  const guess = guessMapping(head.headings, head.hashtags, sample, order);
  const kept = values.mapping === undefined ? choices.mappings[signatureOf(head.headings)] : readMapping(values.mapping);
  const table = oneOf('--table', values.table, tableKinds);
  const measure = oneOf('--measure', values.measure, ['cumulative', 'stock', 'forecast', 'at-risk'] as const);
  const base: Mapping = kept ?? guess.mapping;
  const mapping: Mapping = {
    ...base,
    table: table ?? base.table,
    dateOrder: order ?? base.dateOrder ?? guess.mapping.dateOrder,
    measure: measure ?? base.measure,
  };
  const reasons = [...head.reasons, ...(kept ? ['what each column is was said before for these headings'] : guess.reasons)];
  const asks = guess.asks.filter(
    (ask) => !(ask.startsWith('--table') && mapping.table) && !(ask.startsWith('--dates') && mapping.dateOrder),
  );
  const told = { reasons, asks };
  if (asks.length > 0)
    return {
      ...told,
      written: false,
      read: 0,
      accepted: 0,
      rejected: 0,
      reasonsOfRejects: [],
      open: [],
      guessed: [],
      added: [],
      files: [],
    };
  const { yes = false, source, title, publisher, published, language, recorded } = values;
  const about = { source, title, publisher, published, language, recorded };
  const mappings = { ...choices.mappings, [signatureOf(head.headings)]: mapping };
  const outcome = await bringIn({ file, folder, dossier, open, head, mapping, choices: { ...choices, mappings }, yes, ...about });
  return { ...outcome, reasons, asks: [...asks, ...outcome.asks] };
}

/** Headings and first rows. */
async function beginning(file: string, open: () => Promise<TableReading>) {
  const { head, rows } = await tried(file, open);
  const sample: (readonly string[])[] = [];
  for await (const piece of rows) {
    sample.push(...piece.filter((row) => !row.fault).map((row: RowRead) => row.cells));
    if (sample.length >= SAMPLE) break;
  }
  return { head, sample };
}

async function tried(file: string, open: () => Promise<TableReading>): Promise<TableReading> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof NoTable) throw new Misuse(`${file} cannot be read as a table: ${error.message}.`);
    throw error;
  }
}

/** A table by what its file begins with, whatever it is called. */
async function readTable(file: string, encoding: string | undefined): Promise<TableReading> {
  const stream = () => createReadStream(file, { highWaterMark: 1 << 20 });
  const first = Buffer.alloc(8);
  for await (const piece of createReadStream(file, { end: 7 })) (piece as Buffer).copy(first);
  if (first.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return readXlsxRows(Uint8Array.from(readFileSync(file)));
  if (first.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new NoTable('it is an old workbook (XLS): save it as XLSX or CSV');
  if (first.subarray(0, 4).toString('latin1') === '%PDF') throw new NoTable('it is a PDF: copy the table into a spreadsheet first');
  if (/^(\uFEFF|ï»¿)?\s*[[{]/.test(first.toString('latin1'))) return readJsonRows(readFileSync(file, 'utf8'));
  if (first.subarray(0, 4).toString('latin1') === 'PAR1')
    throw new NoTable('it is a Parquet file: a dossier holds such a table itself, as claims.parquet');
  return readCsvRows(stream(), encoding);
}

function withChosen(choices: Choices, chosen: readonly string[]): Choices {
  const places = { ...choices.places };
  const names = { ...choices.names };
  for (const each of chosen) {
    const [, text, id] = /^(.+)=([a-z0-9][a-z0-9-]*)$/s.exec(each) ?? [];
    if (text === undefined || id === undefined) throw new Misuse(`--choose ${each} is not of the form TEXT=ID.`);
    const key = text.trim().normalize('NFC');
    if (key === '__proto__') throw new Misuse(`--choose ${each}: that is no name.`);
    places[key] = id;
    names[key] = id;
  }
  return { ...choices, places, names };
}

function oneOf<T extends string>(option: string, value: string | undefined, all: readonly T[]): T | null {
  if (value === undefined) return null;
  const found = all.find((each) => each === value);
  if (!found) throw new Misuse(`${option} ${value} is none of ${all.join(', ')}.`);
  return found;
}

function textOf(file: string, shown: Shown, folder: string): string {
  const list = (title: string, lines: readonly string[], most = 20): string[] =>
    lines.length === 0
      ? []
      : [
          `${title}:`,
          ...lines.slice(0, most).map((line) => `  ${line}`),
          ...(lines.length > most ? [`  … and ${lines.length - most} more`] : []),
        ];
  return [
    basename(file),
    ...list('How it is read', shown.reasons, 40),
    ...list('To be said first', shown.asks),
    ...list('Guessed, and accepted with --yes', shown.guessed),
    ...list('To be chosen, by --choose', shown.open),
    ...list('New in the dossier', shown.added),
    ...list('Not accepted', shown.reasonsOfRejects),
    shown.asks.length > 0 && shown.read === 0
      ? 'Nothing was read.'
      : `${shown.read} rows read: ${shown.accepted} accepted, ${shown.rejected} rejected.${
          shown.written
            ? ` Written: ${shown.files.map((name) => join(folder, name)).join(', ')}.`
            : ' Nothing was written; --yes writes it.'
        }`,
    '',
  ].join('\n');
}
