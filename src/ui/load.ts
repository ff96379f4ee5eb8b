/** Fetching the page's own files. */

/** A file that did not arrive: which one, and why. */
export class NotArrived extends Error {
  constructor(
    readonly file: string,
    readonly reason: string,
    /** Of HTTP; null where there was no answer. */
    readonly status: number | null = null,
  ) {
    super(`${file}: ${reason}`);
  }
}

/** An address that asks for a dossier that is no folder of this site; the message is what was asked for. */
export class BadAddress extends Error {}

/** The text of a file of this site. Throws NotArrived, which names the file and the reason. */
export async function textOf(file: string, address: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new NotArrived(file, error instanceof Error ? error.message : String(error));
  }
  if (!response.ok) throw new NotArrived(file, `${response.status} ${response.statusText}`.trim(), response.status);
  try {
    return await response.text();
  } catch (error) {
    throw new NotArrived(file, error instanceof Error ? error.message : String(error));
  }
}

/** The folder that `?dossier=PATH/` names, as an absolute address: null where none is asked for, and a BadAddress unless it is a folder of this site. */
export function dossierFolder(search: string, page: string): URL | null {
  const path = new URLSearchParams(search).get('dossier');
  if (path === null) return null;
  const folder = URL.canParse(path, page) ? new URL(path, page) : null;
  if (!folder || folder.origin !== new URL(page).origin || !folder.pathname.endsWith('/')) throw new BadAddress(path);
  return folder;
}
