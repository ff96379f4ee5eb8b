import type { Dossier } from '../core/model';
import type { Palette } from './palette';

/** What a party paints with. */
export interface Tint {
  readonly party: string;
  readonly colour: string;
  /** Capital letters and digits, at most four; empty where there are none. */
  readonly initials: string;
}

/** A party's colour, or its ally's, or the one for parties without either; an id that no party has gets the last. */
export function tintOf(party: string, dossier: Dossier, palette: Palette): Tint {
  const own = dossier.parties.get(party);
  const initials = (own?.initials ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9+]/g, '')
    .slice(0, 4);
  const seen = new Set<string>();
  let bearer = own;
  while (bearer && !bearer.colour && bearer.alliedWith && !seen.has(bearer.id)) {
    seen.add(bearer.id);
    bearer = dossier.parties.get(bearer.alliedWith);
  }
  return { party, colour: bearer?.colour ?? palette.otherParty, initials };
}

/** Relative luminance of a `#rrggbb` colour, 0 to 1 (WCAG 2.2). */
export function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const channel = parseInt(colour.slice(i, i + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(colour: string): string {
  const l = luminance(colour);
  return (l + 0.05) / 0.05 > 1.05 / (l + 0.05) ? '#14120f' : '#ffffff';
}
