import { NoPng, textsOf } from './png';

/** What a picture carries of ours, whatever its format. */

/** Larger files are no pictures of ours. */
const MOST_BYTES = 1 << 30;
const FIRST = 200;

/** The text under a name in a PNG's own chunk, or in an SVG's metadata; null where there is none. Throws NoPng where the file is neither, or damaged. */
export function rememberedText(file: Uint8Array, name: string): string | null {
  if (file.length > MOST_BYTES) throw new NoPng('it is larger than a gigabyte');
  const beginning = new TextDecoder().decode(file.subarray(0, FIRST));
  if (/^\s*<(\?xml|svg|!--)/.test(beginning)) return inSvg(new TextDecoder().decode(file), name);
  return textsOf(file).get(name) ?? null;
}

function inSvg(svg: string, name: string): string | null {
  const opening = `<metadata id="${name}">`;
  const start = svg.indexOf(opening);
  const end = svg.indexOf('</metadata>', start);
  return start < 0 || end < 0
    ? null
    : svg.slice(start + opening.length, end).replace(/&(?:lt|gt|quot|apos|amp);/g, (each) => entities[each]!);
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
