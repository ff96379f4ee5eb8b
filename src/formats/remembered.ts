import { NoPng, textsOf } from './png';

/** What a picture carries of ours, whatever its format. */

/** Larger files are no pictures of ours. */
const MOST_BYTES = 1 << 30;
const FIRST = 200;

/** The text under a name in a PNG's own chunk, in an SVG's metadata, or in a PDF's comments; null where there is none. Throws NoPng where the file is none of them, or damaged. */
export function rememberedText(file: Uint8Array, name: string): string | null {
  if (file.length > MOST_BYTES) throw new NoPng('it is larger than a gigabyte');
  const beginning = new TextDecoder().decode(file.subarray(0, FIRST));
  if (/^\s*<(\?xml|svg|!--)/.test(beginning)) return inSvg(new TextDecoder().decode(file), name);
  if (beginning.startsWith('%PDF-')) return inPdf(new TextDecoder('latin1').decode(file), name);
  return textsOf(file).get(name) ?? null;
}

/** A text as comments of a PDF. */
export function inComments(name: string, text: string): string {
  const lines = btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')).match(/.{1,200}/g) ?? [];
  return lines.map((line) => `%${name} ${line}\n`).join('');
}

function inPdf(pdf: string, name: string): string | null {
  const marked = `%${name} `;
  const lines = pdf.split('\n').filter((line) => line.startsWith(marked));
  if (lines.length === 0) return null;
  try {
    const bytes = atob(lines.map((line) => line.slice(marked.length)).join(''));
    return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
  } catch {
    throw new NoPng('what it remembers is damaged');
  }
}

function inSvg(svg: string, name: string): string | null {
  const opening = `<metadata id="${name}">`;
  const start = svg.indexOf(opening);
  const end = svg.indexOf('</metadata>', start);
  return start < 0 || end < 0 ? null : unescaped(svg.slice(start + opening.length, end));
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      const code = name ? entities[name.toLowerCase()]! : parseInt(decimal ?? hex!, decimal ? 10 : 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const entities: Readonly<Record<string, number>> = { lt: 60, gt: 62, quot: 34, apos: 39, amp: 38 };
