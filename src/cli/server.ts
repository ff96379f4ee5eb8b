import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { mediaTypeOf } from '../formats/media';
import { headersOf } from './headers';

/** A server for this machine alone: folders by address prefix, with the headers that a page cannot set for itself. */

export interface Serving {
  /** Such as http://localhost:4173/. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves folders: `{'/': page, '/dossier/': folder}`; a longer prefix wins. A busy port moves on to the next, at most
 * fifty times; port 0 takes any. Only this machine can reach it. `before` may answer a GET in place of a file, and says whether it has.
 * `trusted` are the origins of which the pages open dossiers.
 */
export async function serve(
  folders: Readonly<Record<string, string>>,
  port: number,
  before: (request: IncomingMessage, response: ServerResponse, path: string) => boolean = () => false,
  trusted: readonly string[] = [],
): Promise<Serving> {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    answer(request, response, prefixes, folders, before, trusted).catch(() => refuse(response, 500, 'Something failed here.'));
  });
  const taken = await listen(server, port, port === 0 ? 0 : 50);
  return {
    address: `http://localhost:${taken}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, more: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && more > 0) done(listen(server, port + 1, more - 1));
      else fail(error);
    });
    server.listen(port, 'localhost', () => {
      server.removeAllListeners('error');
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  prefixes: readonly string[],
  folders: Readonly<Record<string, string>>,
  before: NonNullable<Parameters<typeof serve>[2]>,
  trusted: readonly string[],
) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET and HEAD are answered.');
  const path = pathOf(request.url ?? '/');
  if (path !== null && request.method === 'GET' && before(request, response, path)) return;
  const prefix = prefixes.find((each) => path?.startsWith(each));
  const file = path === null || prefix === undefined ? null : await fileIn(folders[prefix]!, path.slice(prefix.length) || 'index.html');
  if (!file) return refuse(response, 404, 'There is no such file here.');
  response.writeHead(200, {
    ...headersOf(path ?? '', trusted),
    'Content-Type': mediaTypeOf(file.path),
    'Content-Length': file.size,
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''));
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

// what a link or `..` leads out of the folder to is not served
async function fileIn(folder: string, path: string): Promise<{ path: string; size: number } | null> {
  try {
    const [inside, found] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    const { size, ...kind } = await stat(found).then((stats) => ({ size: stats.size, file: stats.isFile() }));
    return kind.file && found.startsWith(inside + sep) ? { path: found, size } : null;
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number, why: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...headersOf(''), 'Content-Type': 'text/plain; charset=utf-8' }).end(`${why}\n`);
}
