/** Who is credited with a link wherever they are named. */
const homes: Readonly<Record<string, string>> = {
  OpenStreetMap: 'https://www.openstreetmap.org/copyright',
  GeoNames: 'https://www.geonames.org/',
};

/** The basemap's attribution as a line of text in which OpenStreetMap and GeoNames are links. */
export function creditsLine(attribution: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'map-credits';
  line.dir = 'ltr';
  for (const piece of attribution.split(new RegExp(`(${Object.keys(homes).join('|')})`))) {
    const address = homes[piece];
    if (address === undefined) {
      line.append(piece);
      continue;
    }
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = piece;
    line.append(link);
  }
  return line;
}
