/** The project's own fonts (declared in the page's style sheet), loaded: MapLibre draws every letter once, with whatever font is there at that moment. */
export async function fontsReady(): Promise<void> {
  // one letter of each subset, since a browser fetches only those that a text needs
  const sample = 'Aşḩ حمص';
  const families = ['"Noto Sans"', '"Noto Sans Arabic"'];
  await Promise.all(families.flatMap((family) => [400, 600].map((weight) => document.fonts.load(`${weight} 24px ${family}`, sample))));
}
