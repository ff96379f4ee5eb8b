import { Misuse } from './misuse';

/** The command line: argv → command → exit code. 0: fine; 1: the data has issues, or the work failed; 2: misuse. */

interface Command {
  readonly help: string;
  run(argv: string[]): Promise<number>;
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  new: () => import('./new'),
  start: () => import('./start'),
  import: () => import('./import'),
  validate: () => import('./validate'),
  doubt: () => import('./doubt'),
  situation: () => import('./situation'),
  find: () => import('./find'),
  snapshot: () => import('./snapshot'),
  reopen: () => import('./reopen'),
  corrections: () => import('./corrections'),
  anchor: () => import('./anchor'),
  lineage: () => import('./lineage'),
  table: () => import('./table'),
  export: () => import('./export'),
  build: () => import('./build-site'),
  serve: () => import('./serve'),
};

const help = `Claimline: who claims to hold what, and who says so.

Usage: claimline COMMAND …

  new DIR                                  a dossier of your own
  start DOSSIER                            its map on this machine, loaded again as its files change
  import FILE… --into DOSSIER              tables into a dossier: CSV, XLSX, GeoJSON, JSON
  validate [DOSSIER…]                      every issue of the data, and how to mend it
  doubt DOSSIER                            claims that clash with geography or their own source
  situation DOSSIER --at DAY               the situation of a day, in words or as JSON
  find NAME                                places of that name, in any spelling
  snapshot DOSSIER --at DAY --out FILE     the page's picture of a day, as PNG
  reopen FILE|CODE DOSSIER                 the view of a picture, and what has been corrected since
  corrections DOSSIER --published FILE     which published pictures are to be corrected
  anchor DOSSIER --texts DIR               whether the anchors fit the sources' texts; mends those that moved
  lineage [DOSSIER] --texts DIR            which texts share passages, and which copies that proposes
  table DOSSIER --out FILE                 all claims as one table, CSV or Parquet
  export DOSSIER --out FILE                all claims for other programs: GeoJSON, XLSX, KML, HXL, JSON-LD …
  build DOSSIER --out DIR                  a site to publish, or one HTML file
  serve                                    the page, on this machine

claimline COMMAND --help says more. A DOSSIER is a folder, such as geo/syria-2024.
Exit code: 0 fine, 1 the data has issues or the work failed, 2 misuse.
`;

async function main([name, ...argv]: string[]): Promise<number> {
  if (name === undefined) throw new Misuse('No command was given.');
  if (name === '--help' || name === '-h' || name === 'help') return say(help);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new Misuse(`There is no command “${name}”, only ${Object.keys(commands).join(', ')}.`);
  const command = await load();
  if (argv.includes('--help') || argv.includes('-h')) return say(command.help);
  return command.run(argv);
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function isMisuse(error: unknown): error is Error {
  return error instanceof Misuse || (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (isMisuse(error)) process.stderr.write('claimline --help says what is possible.\n');
  process.exitCode = isMisuse(error) ? 2 : 1;
}
