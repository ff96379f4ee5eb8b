/** The origin of the other site to which an address leads that this page trusts no dossier of; null where the address is at fault itself. */
export function refusedAddress(address: string, page: string, trusted: readonly string[]): string | null {
  if (!URL.canParse(address, page)) return null;
  const { origin, protocol } = new URL(address, page);
  return /^https?:$/.test(protocol) && ![new URL(page).origin, ...trusted].includes(origin) ? origin : null;
}
