import { readFileSync, statSync, watch, type FSWatcher } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withTrusted } from '../formats/site-page';
import { headersOf } from './headers';
import { packagedGazetteer, readDossier } from './dossier';
import { issuesText } from './issues-told';
import { Misuse } from './misuse';
import { oneDossier } from './options';
import { builtPage, openInBrowser, portOption } from './serve';
import { serve } from './server';
import { trustOption } from './trust';

export const help = `claimline start DOSSIER [--trust ORIGIN] [--port N] [--no-open]

Opens a dossier's folder in the page on this machine. When its files change the page is loaded again, with the same view, and their
issues are listed here. Ctrl+C ends it.

  --trust ORIGIN  another site, such as https://data.example.org, whose dossiers the page opens too; may be given again
  --port N        where to begin looking for a free port (4173)
  --no-open       prints the address only
`;

/** A change is told once its writer has been still for so long, in milliseconds. */
const STILL_MS = 200;
const RELOAD = "new EventSource('./changes').onmessage = () => location.reload();\n";

/** Serves a dossier until it is stopped. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { trust: { type: 'string', multiple: true }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  });
  const folder = oneDossier(positionals);
  const trusted = trustOption(values.trust);
  await tell(folder);
  const listeners = new Set<ServerResponse>();
  const page = builtPage();
  const html = () => withTrusted(readFileSync(join(page, 'index.html'), 'utf8'), trusted);
  const { address } = await serve(
    { '/': page, '/dossier/': resolve(folder) },
    portOption(values.port),
    (request, response, path) => answer(request, response, path, { html, trusted, listeners }),
    trusted,
  );
  const opened = `${address}?dossier=/dossier/`;
  process.stdout.write(`${folder} is at ${opened} (Ctrl+C ends it)\n`);
  watching(folder, () => {
    for (const each of listeners) each.write('data: changed\n\n');
    tell(folder).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  });
  if (!values['no-open']) openInBrowser(opened);
  return 0;
}

/** Lists the issues of a dossier. Throws Misuse where a folder is none. */
async function tell(folder: string): Promise<void> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Misuse(`There is no folder ${folder}.`);
  const { dossier, issues } = await readDossier(folder, packagedGazetteer());
  if (issues.length > 0) process.stderr.write(`${issuesText(folder, issues)}\n`);
  process.stderr.write(`${folder}: ${dossier ? `${dossier.claims.size} claims` : 'not readable'}, ${issues.length} issues\n`);
}

/** Calls `then` once after each row of changes in a folder. */
function watching(folder: string, then: () => void): FSWatcher {
  let timer: NodeJS.Timeout | undefined;
  return watch(folder, () => {
    clearTimeout(timer);
    timer = setTimeout(then, STILL_MS);
  });
}

/** The page with a script that loads it again, that script, and the changes as events. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { html, trusted, listeners }: { html: () => string; trusted: readonly string[]; listeners: Set<ServerResponse> },
): boolean {
  const send = (type: string, text: string): boolean => {
    response.writeHead(200, { ...headersOf(path, trusted), 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
    return true;
  };
  switch (path) {
    case '/':
    case '/index.html':
      return send('text/html; charset=utf-8', html().replace('</head>', '<script src="./reload.js" defer></script></head>'));
    case '/reload.js':
      return send('text/javascript; charset=utf-8', RELOAD);
    case '/changes':
      response.writeHead(200, { ...headersOf(path, trusted), 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(': listening\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      return true;
    default:
      return false;
  }
}
