import { joined } from './bytes';

/** What a PNG file says beside its pixels: texts (iTXt, uncompressed) and its size on paper (pHYs), behind its header. (PNG, third edition: 5 and 11.3.) */

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** Of a chunk: length, name, checksum. */
const AROUND = 12;
const HEADER_END = SIGNATURE.length + AROUND + 13;

/** A file that is no PNG, or a damaged one; the message says what is wrong. */
export class NoPng extends Error {}

/** A copy of a PNG with texts by keyword in place of all that it had under these keywords. Throws NoPng. */
export function withTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let kept = 0;
  for (const { name, start, end, data } of chunksOf(png)) {
    if (name !== 'iTXt' || !Object.hasOwn(texts, keywordOf(data))) continue;
    pieces.push(png.subarray(kept, start));
    kept = end;
  }
  const whole = joined([...pieces, png.subarray(kept)]);
  const added = Object.entries(texts).map(([keyword, text]) => chunkOf('iTXt', textData(keyword, text)));
  return joined([whole.subarray(0, HEADER_END), ...added, whole.subarray(HEADER_END)]);
}

/** A copy of a PNG that says how many dots an inch it has on paper. Throws NoPng. */
export function withDots(png: Uint8Array, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const kept = [...chunksOf(png)].filter(({ name }) => name !== 'pHYs').map(({ start, end }) => png.subarray(start, end));
  const perMetre = Math.round(dotsPerInch / 0.0254);
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  const [header, ...rest] = kept;
  return joined([Uint8Array.from(SIGNATURE), header!, chunkOf('pHYs', data), ...rest]);
}

/** The uncompressed international texts of a PNG, by keyword; of two under one keyword the first. Throws NoPng. */
export function textsOf(png: Uint8Array): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { name, data } of chunksOf(png)) {
    if (name !== 'iTXt') continue;
    const keyword = keywordOf(data);
    const isCompressed = data[keyword.length + 1] !== 0;
    // behind the flag and the method: a language tag, and the keyword in that language
    const language = data.indexOf(0, keyword.length + 3);
    const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
    if (keyword === '' || isCompressed || translated < 0 || texts.has(keyword)) continue;
    texts.set(keyword, new TextDecoder().decode(data.subarray(translated + 1)));
  }
  return texts;
}

/** Width and height of a PNG. Throws NoPng. */
export function pixelsIn(png: Uint8Array): readonly [number, number] {
  for (const { data } of chunksOf(png)) {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    return [view.getUint32(0), view.getUint32(4)];
  }
  throw new NoPng('it is empty');
}

interface Chunk {
  readonly name: string;
  /** Where it lies in the file. */
  readonly start: number;
  readonly end: number;
  readonly data: Uint8Array;
}

function* chunksOf(png: Uint8Array): Generator<Chunk> {
  if (!SIGNATURE.every((byte, i) => png[i] === byte)) throw new NoPng('it does not begin as a picture of its kind does');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let start = SIGNATURE.length, isFirst = true; start < png.length; isFirst = false) {
    if (start + AROUND > png.length) throw new NoPng('it is cut off');
    const length = view.getUint32(start);
    const end = start + AROUND + length;
    if (end > png.length) throw new NoPng('it is cut off');
    const name = latin(png.subarray(start + 4, start + 8));
    if (isFirst && (name !== 'IHDR' || length !== 13)) throw new NoPng('it has no header');
    if (name === 'iTXt' && view.getUint32(end - 4) !== checksum(png.subarray(start + 4, end - 4)))
      throw new NoPng('a text in it was changed on its way');
    yield { name, start, end, data: png.subarray(start + 8, end - 4) };
    if (name === 'IEND') return;
    start = end;
  }
  throw new NoPng('it is cut off');
}

/** Empty where there is none of 1 to 79 characters. */
function keywordOf(data: Uint8Array): string {
  const end = data.indexOf(0);
  return end < 1 || end > 79 ? '' : latin(data.subarray(0, end));
}

function textData(keyword: string, text: string): Uint8Array {
  if (!/^[\x20-\x7e]{1,79}$/.test(keyword)) throw new RangeError(`“${keyword}” is no keyword of 1 to 79 letters`);
  // not compressed, in no language
  return joined([Uint8Array.from(keyword, (letter) => letter.charCodeAt(0)), new Uint8Array(5), new TextEncoder().encode(text)]);
}

function chunkOf(name: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(AROUND + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(
    Uint8Array.from(name, (letter) => letter.charCodeAt(0)),
    4,
  );
  chunk.set(data, 8);
  view.setUint32(8 + data.length, checksum(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** CRC-32 (ISO 3309), as a PNG's chunks have it. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = remainders[(rest ^ byte) & 255]! ^ (rest >>> 8);
  return ~rest >>> 0;
}
