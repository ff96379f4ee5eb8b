import { unguarded } from '../table/formula';

/** What single cells of a table say. */

/** A cell without spaces around it, as it was before it was kept from being run. */
export function plain(cell: string): string {
  return unguarded(cell.trim());
}

export function code(pcode: string): { pcode?: string } {
  return pcode === '' ? {} : { pcode };
}

export function degrees(text: string): number {
  return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
}

export interface Amount {
  readonly min: number | null;
  readonly max: number | null;
  readonly words: string;
}

/** A number of people, whole, with spaces, commas or points between thousands; null where there is none; why it is none. */
export function amountOf(text: string): Amount | string | null {
  if (text === '') return null;
  const range = /^([\d\s.,'’]+)\s*[-–]\s*([\d\s.,'’]+)$/.exec(text);
  const [low, high] = range ? [wholeOf(range[1]!), wholeOf(range[2]!)] : [wholeOf(text), wholeOf(text)];
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
