import { textOf as textOfFile, type DossierFile } from '../../formats/dossier-file';

/** Fetching the page's own files. */

/** A file that did not arrive: which one, and why. */
export class NotArrived extends Error {
  constructor(
    readonly file: string,
    readonly reason: string,
    /** Of HTTP; null where there was no answer. */
    readonly status: number | null = null,
    /** Where it should have come from; null for a file of the reader's own. */
    readonly address: string | null = null,
  ) {
    super(`${file}: ${reason}`);
  }
}

/** An address that asks for a dossier that is no folder of this site, nor of one that it trusts; the message is what was asked for. */
export class BadAddress extends Error {}

/** A file of this site, to be read as it arrives. Throws NotArrived, which names the file and the reason; so does the reading. */
export async function fileAt(name: string, address: string): Promise<DossierFile> {
  return fileOf(name, await responseOf(name, address));
}

/** The answer to a request for a file. Throws NotArrived. */
export async function responseOf(name: string, address: string, manner?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, manner);
  } catch (error) {
    throw notArrived(name, error, address);
  }
  const { ok, status, statusText } = response;
  if (!ok) throw new NotArrived(name, `${status} ${statusText}`.trim(), status, address);
  return response;
}

/** The file that an answer holds. */
export function fileOf(name: string, response: Response): DossierFile {
  const length = response.headers.get('Content-Length');
  // what is compressed on its way is longer than it says
  const size = length === null || response.headers.has('Content-Encoding') ? null : Number(length);
  return { name, size, bytes: () => bytesOf(name, response) };
}

/** What an answer holds, as it arrives. Throws NotArrived. */
export async function* bytesOf(name: string, response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return;
      yield chunk.value;
    }
  } catch (error) {
    throw notArrived(name, error, response.url || null);
  } finally {
    // of what is not read to its end no more need arrive
    reader?.cancel().catch(() => {});
  }
}

/** The text of a file of this site. Throws NotArrived. */
export async function textOf(file: string, address: string): Promise<string> {
  return textOfFile(await fileAt(file, address));
}

function notArrived(file: string, error: unknown, address: string | null): NotArrived {
  return new NotArrived(file, error instanceof Error ? error.message : String(error), null, address);
}

/**
 * The folder that `?dossier=ADDRESS/` names, as an absolute address: null where none is asked for, and a BadAddress unless it is a folder of this site or of
 * one of the `trusted` origins. Nothing is asked of any other.
 */
export function dossierFolder(search: string, page: string, trusted: readonly string[]): URL | null {
  const path = new URLSearchParams(search).get('dossier');
  if (path === null) return null;
  const folder = URL.canParse(path, page) ? new URL(path, page) : null;
  // a blob has the origin of its site, and is no folder of it
  const isKnown = [new URL(page).origin, ...trusted].some((origin) => folder?.href.startsWith(`${origin}/`));
  if (!folder || !isKnown || !folder.pathname.endsWith('/')) throw new BadAddress(path);
  return folder;
}
