import { OWN_FONT } from '../style/names';

/** No longer is waited for a desk's own font. */
const LATEST_MS = 10_000;

/**
 * The project's own fonts (declared in the page's style sheet) and the desk's, where it has one, loaded: MapLibre draws every letter
 * once, with whatever font is there at that moment.
 */
export async function fontsReady(): Promise<void> {
  const families = ['"Noto Sans"', '"Noto Sans Arabic"'];
  const late = new Promise<void>((resolve) => setTimeout(resolve, LATEST_MS));
  // who declared it says that it is missing
  const own = load(`"${OWN_FONT}"`).catch(() => {});
  await Promise.all([...families.map(load), Promise.race([own, late])]);
}

async function load(family: string): Promise<void> {
  // one letter of each subset, since a browser fetches only those that a text needs
  const sample = 'Aşḩ حمص';
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 24px ${family}`, sample)));
}
