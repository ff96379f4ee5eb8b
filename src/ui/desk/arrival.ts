import type { DossierFile } from '../../formats/dossier-file';
import { bytesOf, fileOf, NotArrived, responseOf } from './load';

/** Fetching a dossier's files: from this site, from one that it trusts, or from the reader's own machine. */

/** A file by its whole address, or itself. */
export type Where = string | Blob;

/** Another site is told nothing of the reader, and sends nobody on to a third. */
const ELSEWHERE: RequestInit = { credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' };

/** A file of a dossier, to be read as it arrives. Throws NotArrived, also where a web page comes in its place, as it does from sites that have no such file. */
export async function arriving(name: string, where: Where): Promise<DossierFile> {
  if (where instanceof Blob) return { name, size: where.size, bytes: () => bytesOf(name, new Response(where)) };
  const response = await responseOf(name, where, isElsewhere(where) ? ELSEWHERE : undefined);
  const type = response.headers.get('Content-Type') ?? '';
  if (!name.endsWith('.html') && type.startsWith('text/html')) throw new NotArrived(name, type, response.status, where);
  return fileOf(name, response);
}

function isElsewhere(address: string): boolean {
  return /^https?:/.test(address) && new URL(address).origin !== self.location.origin;
}
