import { toPlane, type XY } from '../core/geometry/plane';
import type { Basemap } from '../style/basemap';
import type { GroundData } from '../print/vector/ground';
import type { Window } from '../print/vector/paths';

/** What a file must hold itself to look the same anywhere: fonts and pictures, as data. */

/** The page's own declarations of fonts for the letters of a text, with their files in them. */
export async function fontFacesFor(text: string): Promise<string> {
  const letters = new Set(Array.from(text, (letter) => letter.codePointAt(0)!));
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule));
  const wanted = rules.filter(({ style }) => isFor(style.getPropertyValue('unicode-range'), letters));
  const faces = wanted.map(async (rule) => {
    const { style, parentStyleSheet } = rule;
    const [, file] = /url\(["']?([^"')]+\.woff2[^"')]*)["']?\)/.exec(style.getPropertyValue('src')) ?? [];
    if (!file) return '';
    const data = await dataOf(new URL(file, parentStyleSheet?.href ?? document.baseURI).href);
    const range = style.getPropertyValue('unicode-range');
    const family = style.getPropertyValue('font-family').replace(/^["']?|["']?$/g, '"');
    return `@font-face{font-family:${family};font-weight:${style.getPropertyValue('font-weight') || '400'};src:url(${data}) format("woff2")${range ? `;unicode-range:${range}` : ''}}`;
  });
  return (await Promise.all(faces)).join('');
}

/** Whether a range such as `U+0-FF, U+131` has one of these letters; all where there is none. */
function isFor(range: string, letters: ReadonlySet<number>): boolean {
  if (!range) return true;
  return range.split(',').some((part) => {
    const [, first = '', last = first] = /u\+([0-9a-f?]+)(?:-([0-9a-f]+))?/i.exec(part) ?? [];
    const from = Number.parseInt(first.replaceAll('?', '0'), 16);
    const to = Number.parseInt(last.replaceAll('?', 'f'), 16);
    return [...letters].some((letter) => letter >= from && letter <= to);
  });
}

/** A file as an address that holds it. Rejects where it does not arrive. */
export async function dataOf(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return dataOfBlob(await response.blob());
}

export function dataOfBlob(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read.'));
    reader.readAsDataURL(blob);
  });
}

/** The part of the relief that lies between two corners of the plane (west, north, east, south), as data; null where nothing of it does. */
export async function reliefWithin(relief: Basemap['relief'], [west, north, east, south]: Window): Promise<GroundData['relief']> {
  const [corner, , opposite] = relief?.coordinates ?? [];
  if (!relief || !corner || !opposite) return null;
  const image = new Image();
  image.src = relief.url;
  await image.decode();
  const [left, top] = toPlane(corner);
  const [right, bottom] = toPlane(opposite);
  const { naturalWidth: width, naturalHeight: height } = image;
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const [x0, x1] = [
    clamp(Math.floor(((west - left) / (right - left)) * width), width),
    clamp(Math.ceil(((east - left) / (right - left)) * width), width),
  ];
  const [y0, y1] = [
    clamp(Math.floor(((north - top) / (bottom - top)) * height), height),
    clamp(Math.ceil(((south - top) / (bottom - top)) * height), height),
  ];
  if (x1 <= x0 || y1 <= y0) return null;
  const canvas = new OffscreenCanvas(x1 - x0, y1 - y0);
  canvas.getContext('2d')!.drawImage(image, -x0, -y0);
  const at = (x: number, y: number): XY => [left + (x / width) * (right - left), top + (y / height) * (bottom - top)];
  return { address: await dataOfBlob(await canvas.convertToBlob({ type: 'image/png' })), northWest: at(x0, y0), southEast: at(x1, y1) };
}
