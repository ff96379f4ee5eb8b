import type { Dossier } from '../core/model';
import type { Language } from '../style/strings';
import { NoBrowser } from './browser';
import { Studio } from './studio';

/** The picture that a shared link shows: 1200 × 630 pixels, as the sites that show links ask for it. A sheet with its legend needs more room than that. */
const CARD = { size: '1600x840', scale: 0.75 } as const;

/** The opening view of a dossier as `claimline snapshot` draws it, as PNG; null where there is no browser, which is said. */
export async function preview(
  { folder, dossier, language, browser }: { folder: string; dossier: Dossier; language: Language; browser: string | undefined },
  say: (text: string) => void,
): Promise<Uint8Array | null> {
  const studio = await Studio.open([folder], browser).catch((error: unknown) => {
    if (!(error instanceof NoBrowser)) throw error;
    say(`A shared link shows no picture. ${error.message}`);
    return null;
  });
  if (!studio) return null;
  try {
    const view = new URLSearchParams({ day: dossier.opening.day, lang: language, look: 'light', size: CARD.size }).toString();
    const { bytes, lacks } = await studio.make({ folder, view, format: 'png', scale: CARD.scale });
    lacks.forEach(say);
    return bytes;
  } finally {
    await studio.close();
  }
}
