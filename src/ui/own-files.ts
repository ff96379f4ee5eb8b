import type { Dossier } from '../core/model';
import { OWN_FONT } from '../style/names';
import type { Where } from './desk/arrival';
import type { Lacks } from './lacks.svelte';
import type { Logo } from './logo';

let face: FontFace | null = null;

/**
 * A desk's own font and logo, from where its dossier's files are; what is missing is said, and the page does without. Text is set in the font,
 * before others, as soon as it is there. Resolves with the logo, null where there is none.
 */
export async function ownFiles(
  whereIs: (name: string) => Where | null,
  { font, logo }: Pick<Dossier, 'font' | 'logo'>,
  lacks: Lacks,
): Promise<Logo | null> {
  // that of a dossier shown before is not this one's
  if (face) document.fonts.delete(face);
  if (font) {
    const where = whereIs(font);
    face = new FontFace(OWN_FONT, `url("${where instanceof Blob ? URL.createObjectURL(where) : where}")`, { weight: '100 900' });
    document.fonts.add(face);
    face.load().catch(() => lacks.add('font'));
  }
  try {
    return logo ? await (await import('./logo')).loadLogo(logo, whereIs(logo)) : null;
  } catch {
    lacks.add('logo');
    return null;
  }
}
