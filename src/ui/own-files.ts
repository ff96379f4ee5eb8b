import type { Dossier } from '../core/model';
import { OWN_FONT } from '../style/names';
import type { Lacks } from './lacks.svelte';
import type { Logo } from './logo';

/**
 * A desk's own font and logo, from where its dossier's files are; what is missing is said, and the page does without. Text is set in the font,
 * before others, as soon as it is there. Resolves with the logo, null where there is none.
 */
export async function ownFiles(
  addressOf: (name: string) => string | null,
  { font, logo }: Pick<Dossier, 'font' | 'logo'>,
  lacks: Lacks,
): Promise<Logo | null> {
  if (font) {
    const face = new FontFace(OWN_FONT, `url("${addressOf(font)}")`, { weight: '100 900' });
    document.fonts.add(face);
    face.load().catch(() => lacks.add('font'));
  }
  try {
    return logo ? await (await import('./logo')).loadLogo(addressOf(logo)) : null;
  } catch {
    lacks.add('logo');
    return null;
  }
}
