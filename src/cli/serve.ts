import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Misuse } from './misuse';
import { packageRoot } from './package-root';
import { serve } from './server';
import { trustingPages, trustOption } from './trust';

export const help = `claimline serve [SITE] [--trust ORIGIN] [--port N] [--no-open]

Serves the page, or a site that claimline build has written, on this machine, prints its address and opens the
browser where there is one. Ctrl+C ends it.

  --trust ORIGIN  another site, such as https://data.example.org, whose dossiers the page opens at ?dossier=https://…/;
                  may be given again. That site has to allow it (CORS)
  --port N        where to begin looking for a free port (4173)
  --no-open       prints the address only
`;

/** The built page's folder. Throws where it was not built. */
export function builtPage(): string {
  const folder = join(packageRoot, 'dist', 'page');
  if (!existsSync(join(folder, 'index.html'))) throw new Error('The page is not built: run npm run build.');
  return folder;
}

/** Serves until it is stopped. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { trust: { type: 'string', multiple: true }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  });
  const port = portOption(values.port);
  const trusted = trustOption(values.trust);
  const [site = builtPage(), ...more] = positionals;
  if (more.length > 0 || !existsSync(join(site, 'index.html')))
    throw new Misuse(`${positionals.join(' ')} is no site: a folder with an index.html.`);
  const { address } = await serve({ '/': site }, port, trustingPages(site, trusted), trusted);
  process.stdout.write(`Claimline is at ${address} (Ctrl+C ends it)\n`);
  if (!values['no-open']) openInBrowser(address);
  return 0;
}

/** Where to begin looking for a free port. */
export function portOption(text: string | undefined): number {
  const port = Number(text ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Misuse(`--port ${text} is no port: a whole number from 0 to 65535.`);
  return port;
}

/** A machine without a display or a browser is no failure: the address was printed. */
export function openInBrowser(address: string): void {
  const { platform, env } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, ...args] = platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  spawn(command!, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
