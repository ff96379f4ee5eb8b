/**
 * The address of another page of this site, with a view in its hash, that opens the same dossier: `page` is the one at hand. Pure.
 * Commas of the query stay as a reader would write them.
 */
export function sisterAddress(file: string, hash: string, page: string, query: Readonly<Record<string, string>> = {}): string {
  const address = new URL(file, page);
  const dossier = new URL(page).searchParams.get('dossier');
  const asked = Object.entries({ ...(dossier !== null && { dossier }), ...query });
  address.search = asked.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
  address.hash = hash;
  return address.href;
}
