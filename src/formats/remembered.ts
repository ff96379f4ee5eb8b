import { base64Of, bytesOf, joined } from './bytes';
import { NoPng, textsOf } from './png';

/** What a picture carries of ours, whatever its format. */

/** Larger files are no pictures of ours. */
const MOST_BYTES = 1 << 30;
const FIRST = 200;

/** The text under a name in a PNG's own chunk, in an SVG's metadata, in a PDF's comments, or in a GIF's or a video's; null where there is none. Throws NoPng where the file is none of them, or damaged. */
export function rememberedText(file: Uint8Array, name: string): string | null {
  if (file.length > MOST_BYTES) throw new NoPng('it is larger than a gigabyte');
  const beginning = new TextDecoder().decode(file.subarray(0, FIRST));
  if (/^\s*<(\?xml|svg|!--)/.test(beginning)) return inSvg(new TextDecoder().decode(file), name);
  if (beginning.startsWith('%PDF-')) return inPdf(new TextDecoder('latin1').decode(file), name);
  if (isMoving(file)) return inBytes(file, name);
  return textsOf(file).get(name) ?? null;
}

/** Whether a file begins as a GIF, a WebM or an MP4 does. */
function isMoving(file: Uint8Array): boolean {
  const latin = new TextDecoder('latin1').decode(file.subarray(0, 8));
  return latin.startsWith('GIF8') || latin.slice(1, 4) === 'E\u00df\u00a3' || latin.slice(4) === 'ftyp';
}

/** A text between marks by which it is found again in the midst of a video's bytes: in base64, which no container breaks up. */
export function betweenMarks(name: string, text: string): string {
  return `${name}[${base64Of(new TextEncoder().encode(text))}]`;
}

/** A GIF with a text in comments before its end, each of one part. (GIF89a, 24.) */
export function withComments(gif: Uint8Array, name: string, text: string): Uint8Array<ArrayBuffer> {
  const marked = betweenMarks(name, text);
  const bytes = Uint8Array.from(marked, (letter) => letter.charCodeAt(0));
  const blocks: number[] = [0x21, 0xfe];
  for (let at = 0; at < bytes.length; at += 255) blocks.push(Math.min(255, bytes.length - at), ...bytes.subarray(at, at + 255));
  blocks.push(0);
  const whole = new Uint8Array(gif.length + blocks.length);
  whole.set(gif.subarray(0, -1));
  whole.set(blocks, gif.length - 1);
  whole[whole.length - 1] = gif[gif.length - 1]!;
  return whole;
}

/** What stands between marks. */
function inBytes(file: Uint8Array, name: string): string | null {
  const latin = new TextDecoder('latin1').decode(file[0] === 0x47 ? commentOf(file, `${name}[`) : file);
  const start = latin.lastIndexOf(`${name}[`);
  const end = latin.indexOf(']', start);
  return start < 0 || end < 0 ? null : fromBase64(latin.slice(start + name.length + 1, end));
}

/** The last comment of a GIF that begins so, its parts joined; empty where there is none. */
function commentOf(gif: Uint8Array, beginning: string): Uint8Array {
  const sought = Uint8Array.from(beginning, (letter) => letter.charCodeAt(0));
  for (let start = gif.length - 2; start > 0; start--) {
    // behind the name of the block and the length of its first part
    if (gif[start] !== 0x21 || gif[start + 1] !== 0xfe || !sought.every((byte, i) => gif[start + 3 + i] === byte)) continue;
    const parts: Uint8Array[] = [];
    for (let at = start + 2; at < gif.length && gif[at] !== 0; at += 1 + gif[at]!) parts.push(gif.subarray(at + 1, at + 1 + gif[at]!));
    return joined(parts);
  }
  return new Uint8Array();
}

/** Throws NoPng where it is no base64 of a text. */
function fromBase64(base64: string): string {
  try {
    return new TextDecoder().decode(bytesOf(base64));
  } catch {
    throw new NoPng('what it remembers is damaged');
  }
}

/** A text as comments of a PDF. */
export function inComments(name: string, text: string): string {
  const lines = base64Of(new TextEncoder().encode(text)).match(/.{1,200}/g) ?? [];
  return lines.map((line) => `%${name} ${line}\n`).join('');
}

function inPdf(pdf: string, name: string): string | null {
  const marked = `%${name} `;
  const lines = pdf.split('\n').filter((line) => line.startsWith(marked));
  if (lines.length === 0) return null;
  return fromBase64(lines.map((line) => line.slice(marked.length)).join(''));
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
