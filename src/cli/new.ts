import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { slugOf } from '../core/import/naming';
import { addDays } from '../core/time';
import { today } from './today';
import { Misuse } from './misuse';
import { dayOption } from './options';
import { writeFolder } from './whole-folder';

export const help = `claimline new DIR [--title TITLE] [--from DAY] [--to DAY] [--zone ZONE] [--bounds W,S,E,N]

Makes a folder with a dossier that is sound and empty, a table of examples to fill in, and what to do next.
At a terminal it asks for what is not given; elsewhere it asks nothing.

  --title       in English (the folder's name)
  --from, --to  the first and the last day of the slider (the last thirty days)
  --zone        in which a day is a day, such as Asia/Damascus, as is assumed
  --bounds      what the map opens on, in degrees (35.2,32.2,42.5,37.4)

Exit code: 0 fine, 1 it could not be written, 2 misuse.
`;

const ZONE = 'Asia/Damascus';
const BOUNDS = '35.2,32.2,42.5,37.4';

/** Makes a dossier's folder. */
export async function run(argv: string[]): Promise<number> {
  const options = Object.fromEntries(['title', 'from', 'to', 'zone', 'bounds'].map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Misuse('Name one folder to make, such as my-dossier.');
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Misuse(`${folder} is there already, and is not empty.`);
  if (!existsSync(dirname(resolve(folder)))) throw new Misuse(`There is no folder ${dirname(resolve(folder))} to write into.`);
  const usual = { title: basename(resolve(folder)), from: addDays(today(), -30), to: today(), zone: ZONE, bounds: BOUNDS };
  const asked = await answers({ ...usual, ...(values as Partial<typeof usual>) }, Object.keys(values));
  const id = slugOf(basename(resolve(folder))) || 'dossier';
  const [from, to] = [dayOption('--from', asked.from), dayOption('--to', asked.to)];
  if (to < from) throw new Misuse(`--to ${to} is before --from ${from}.`);
  const dossier = {
    schemaVersion: 1,
    id,
    title: { en: asked.title },
    span: { from, to },
    timeZone: zoneOf(asked.zone),
    opening: { day: to, bounds: boundsOf(asked.bounds) },
    parties: [],
    speakers: [],
    credits: [],
    disclaimer: {
      en: 'Names, boundaries and colours imply no opinion on the legal status of any territory. Control is shown where reports name a place, and nowhere else.',
    },
  };
  const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const files = {
    'dossier.json': text(dossier),
    'sources.json': text({ schemaVersion: 1, sources: [] }),
    'tables/control.csv': example(to),
    'README.md': readme(asked.title, folder, to),
  };
  writeFolder(resolve(folder), new Map(Object.entries(files)));
  process.stdout.write(`${folder}: ${Object.keys(files).join(', ')}. README.md says how to go on.\n`);
  return 0;
}

type Answers = Record<'title' | 'from' | 'to' | 'zone' | 'bounds', string>;

/** What a person answers, where there is one to ask and it was not given. */
async function answers(usual: Answers, given: readonly string[]): Promise<Answers> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return usual;
  const questions = { title: 'Its title', from: 'First day', to: 'Last day', zone: 'Time zone', bounds: 'West, south, east, north' };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const found = { ...usual };
  try {
    for (const [name, question] of Object.entries(questions) as [keyof Answers, string][])
      if (!given.includes(name)) found[name] = (await terminal.question(`${question} (${usual[name]}): `)).trim() || usual[name];
  } finally {
    terminal.close();
  }
  return found;
}

function zoneOf(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new Misuse(`--zone ${zone} is no time zone such as Asia/Damascus.`);
  }
}

function boundsOf(text: string): number[] {
  const bounds = text.split(',').map(Number);
  const [west = NaN, south = NaN, east = NaN, north = NaN] = bounds;
  if (
    bounds.length !== 4 ||
    !(west < east && south < north && Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -85 && north <= 85)
  )
    throw new Misuse(`--bounds ${text} are no west, south, east and north in degrees, such as ${BOUNDS}.`);
  return bounds;
}

/** Rows that show what can be said; nothing of them is in the dossier until they are imported. */
function example(day: string): string {
  return [
    'place,date,holder,status,source',
    `Homs,${day},Party A,captured,A news agency`,
    `Homs,${day},Party B,held,The governor’s office`,
    `Hama,${day},Party A,entered,A news agency; A monitoring group`,
    '',
  ].join('\r\n');
}

function readme(title: string, folder: string, day: string): string {
  const quoted = (path: string) => (/[^\w./\\:-]/.test(path) ? `"${path}"` : path);
  const bring = `npm run -s claimline -- import ${quoted(`${folder}/tables/control.csv`)} --into ${quoted(folder)} --published ${day}`;
  return `# ${title}

A dossier for Claimline.

| file                 | what                                                                     |
| -------------------- | ------------------------------------------------------------------------ |
| \`dossier.json\`       | title, span, parties, speakers, what the map opens on                    |
| \`sources.json\`       | the published texts and tables                                           |
| \`tables/control.csv\` | examples, not yet part of the dossier: put your own rows in their place  |

In \`tables/control.csv\` a row is what one source says: the place in any spelling, the day, who holds it, how
(\`captured\`, \`held\`, \`partly\`, \`entered\`, \`outskirts\`), and who says so (several parted by \`;\`). Two rows that contradict each other are a dispute, and are shown as one.

In the folder of Claimline itself,

\`\`\`
${bring}
${bring} --yes
npm run -s claimline -- start ${quoted(folder)}
\`\`\`

bring the table in; put the day on which it was published behind \`--published\`. The first shows what would be brought in, the second does so, the third opens the map and shows every change of the files.
`;
}
