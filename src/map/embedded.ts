import type { Weight } from '../print/drawing';
import type { XY } from '../core/geometry/plane';
import type { Basemap } from '../style/basemap';
import { reliefPlace, type GroundData } from '../print/vector/ground';
import type { Window } from '../print/vector/paths';

/** What a file must hold itself to look the same anywhere: fonts and pictures, as data. */

const LATIN = /^[\0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]$/u;
const ARABIC = /^\p{Script=Arabic}$/u;

/** Which letters each of the page's files of fonts is for, by what its name holds. */
const subsets: Readonly<Record<string, (letter: string) => boolean>> = {
  '-latin-ext-': (letter) => !LATIN.test(letter) && !ARABIC.test(letter),
  '-latin-': (letter) => LATIN.test(letter),
  '-arabic-arabic-': (letter) => ARABIC.test(letter),
};

/** The page's own declarations of fonts for the letters of texts, by weight, with their files in them. */
export async function fontFacesFor(texts: Readonly<Record<Weight, string>>): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule));
  const faces = rules.map(async ({ style, parentStyleSheet }) => {
    const weight = style.getPropertyValue('font-weight') === '600' ? 600 : 400;
    const [, file] = /url\(["']?([^"')]+\.woff2)/.exec(style.getPropertyValue('src')) ?? [];
    const isOf = Object.entries(subsets).find(([name]) => file?.includes(name))?.[1];
    if (!file || !isOf || ![...texts[weight]].some(isOf)) return '';
    const data = await dataOf(new URL(file, parentStyleSheet?.href ?? document.baseURI).href);
    const family = style.getPropertyValue('font-family').replaceAll(/["']/g, '');
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${data}) format("woff2")}`;
  });
  return (await Promise.all(faces)).join('');
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

/** The part of the relief that lies between two corners of the plane, as data; null where nothing of it does. */
export async function reliefWithin(basemap: Basemap, [west, north, east, south]: Window): Promise<GroundData['relief']> {
  const place = reliefPlace(basemap);
  if (!basemap.relief || !place) return null;
  const image = new Image();
  image.src = basemap.relief.url;
  await image.decode();
  const [[left, top], [right, bottom]] = [place.northWest, place.southEast];
  const { naturalWidth: width, naturalHeight: height } = image;
  const columns = [Math.floor(((west - left) / (right - left)) * width), Math.ceil(((east - left) / (right - left)) * width)];
  const rows = [Math.floor(((north - top) / (bottom - top)) * height), Math.ceil(((south - top) / (bottom - top)) * height)];
  const [x0, x1] = columns.map((x) => Math.min(width, Math.max(0, x))) as [number, number];
  const [y0, y1] = rows.map((y) => Math.min(height, Math.max(0, y))) as [number, number];
  if (x1 <= x0 || y1 <= y0) return null;
  const canvas = new OffscreenCanvas(x1 - x0, y1 - y0);
  canvas.getContext('2d')!.drawImage(image, -x0, -y0);
  const at = (x: number, y: number): XY => [left + (x / width) * (right - left), top + (y / height) * (bottom - top)];
  return { address: await dataOfBlob(await canvas.convertToBlob({ type: 'image/png' })), northWest: at(x0, y0), southEast: at(x1, y1) };
}
