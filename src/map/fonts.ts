import '@fontsource/noto-sans/latin-400.css';
import '@fontsource/noto-sans/latin-600.css';
import '@fontsource/noto-sans/latin-ext-400.css';
import '@fontsource/noto-sans/latin-ext-600.css';
import '@fontsource/noto-sans-arabic/arabic-400.css';
import '@fontsource/noto-sans-arabic/arabic-600.css';

/** The project's own fonts, loaded: MapLibre draws every letter once, with whatever font is there at that moment. */
export async function fontsReady(): Promise<void> {
  // one letter of each subset, since a browser fetches only those that a text needs
  const sample = 'Aşḩ حمص';
  const families = ['"Noto Sans"', '"Noto Sans Arabic"'];
  await Promise.all(families.flatMap((family) => [400, 600].map((weight) => document.fonts.load(`${weight} 24px ${family}`, sample))));
}
