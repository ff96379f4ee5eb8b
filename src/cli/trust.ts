import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { withTrusted } from '../formats/site-page';
import { headersOf } from './headers';
import { Misuse } from './misuse';

/** The other sites of which a page opens dossiers: `--trust https://data.example.org`, once for each. */

/** Their origins, each once. Nothing gets into a page's policy but a scheme, a host and a port. */
export function trustOption(asked: readonly string[] = []): readonly string[] {
  const origins = asked.map((text) => {
    const { origin = '', pathname = '', search = '', hash = '', username = '' } = URL.canParse(text) ? new URL(text) : {};
    const isPlain = /^https?:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d+)?$/.test(origin) && pathname === '/' && !search && !hash && !username;
    if (!isPlain) throw new Misuse(`--trust ${text} is no origin such as https://data.example.org.`);
    return origin;
  });
  return [...new Set(origins)];
}

/** Answers for the pages of a site with pages that trust these origins besides; says whether it has (see `serve`). */
export function trustingPages(site: string, trusted: readonly string[]) {
  return (_: IncomingMessage, response: ServerResponse, path: string): boolean => {
    const [, name = 'index.html'] = /^\/(index\.html|embed\.html)?$/.exec(path) ?? [];
    if (trusted.length === 0 || (path !== '/' && path !== `/${name}`)) return false;
    const html = withTrusted(readFileSync(join(site, name), 'utf8'), trusted);
    response.writeHead(200, { ...headersOf(path, trusted), 'Content-Type': 'text/html; charset=utf-8' }).end(html);
    return true;
  };
}
