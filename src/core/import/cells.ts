import { unguarded } from '../table/formula';

/** What single cells of a table say. */

/** Letters that nobody sees and that turn what stands beside them: the zero-width space and joiner of words, byte-order marks, and what embeds, overrides or isolates a direction. */
const UNSEEN = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** A cell without spaces around it and without unseen letters, as it was before it was kept from being run. */
export function plain(cell: string): string {
  return unguarded(cell.replace(UNSEEN, '').trim());
}

export function code(pcode: string): { pcode?: string } {
  return pcode === '' ? {} : { pcode };
}

/** A place's name behind its plus code, as in “GH4P+X43 Enerhodar, Zaporizhia Oblast, Ukraine”; of a code alone none. */
export function withoutPlusCode(name: string): string {
  const [code] = /^[23456789CFGHJMPQRVWX]{2,8}\+[23456789CFGHJMPQRVWX]{0,3}(\s+|$)/i.exec(name) ?? [];
  return code === undefined ? name : name.slice(code.length).split(',')[0]!.trim();
}

/** Longitude and latitude of two cells; null where both are empty; why they are none. */
export function pointOf(lat: string, lng: string): readonly [lng: number, lat: number] | string | null {
  if (lat === '' && lng === '') return null;
  const [y, x] = [degrees(lat), degrees(lng)];
  if (Number.isNaN(y) || Number.isNaN(x)) return `“${lat}”, “${lng}” are no latitude and longitude`;
  if (Math.abs(y) <= 90 && Math.abs(x) <= 180) return [x, y];
  return `latitude ${y} and longitude ${x} are out of range${Math.abs(x) <= 90 && Math.abs(y) <= 180 ? ': they look swapped' : ''}`;
}

function degrees(cell: string): number {
  const text = inLatinDigits(cell);
  return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
}

/** Numbers in the digits of Arabic or Persian as they are in ours. */
function inLatinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('٬', ',')
    .replaceAll('٫', '.');
}

export interface Amount {
  readonly min: number | null;
  readonly max: number | null;
  readonly words: string;
}

/** A number of people, whole, with spaces, commas or points between thousands; null where there is none; why it is none. */
export function amountOf(text: string): Amount | string | null {
  if (text === '') return null;
  const digits = inLatinDigits(text);
  const range = /^([\d\s.,'’]+)\s*[-–]\s*([\d\s.,'’]+)$/.exec(digits);
  const [low, high] = range ? [wholeOf(range[1]!), wholeOf(range[2]!)] : [wholeOf(digits), wholeOf(digits)];
  if (low === null || high === null) return `“${text.slice(0, 40)}” is no whole number of people`;
  if (low > high) return `“${text}” is no range`;
  return { min: low, max: high, words: text };
}

function wholeOf(text: string): number | null {
  const plain = text.trim();
  const joined = /^\d{1,3}([\s.,'’]\d{3})+$/.test(plain) ? plain.replace(/\D/g, '') : plain.replace(/[.,]0+$/, '');
  const value = /^\d+$/.test(joined) ? Number(joined) : NaN;
  return Number.isSafeInteger(value) ? value : null;
}

/** A description that stands for the kind of an event is as long in a summary, and whole in the note. */
const LONGEST_EVENT = 120;

/** On one line, no longer than a summary's. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/[.!]+$/, '');
  return line.length <= LONGEST_EVENT ? line : `${[...line].slice(0, LONGEST_EVENT).join('')}…`;
}
