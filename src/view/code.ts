import { hashOf } from '../core/revision';
import { toLngLat, toPlane } from '../core/geometry/plane';
import { addDays } from '../core/time';
import { layers } from '../style/layer';
import { lookNames } from '../style/palette';
import { languages } from '../style/strings';
import type { SideState, ViewState } from './address';
import { rounded, type Camera, type Size } from './camera';

/**
 * The view as a code that is printed on a picture, for one whose metadata is lost: day, lens, camera, layers, look and language, and forty bits of
 * the dossier's hash. It needs the dossier, and no server. What the camera shows is known to about 40 m and a fiftieth of its width; the selection, a desk's
 * own labels and the picture's size are not in it.
 */

/** What a code says. */
export interface Decoded {
  /** The first ten hexadecimal digits of the dossier's hash. */
  readonly hash: string;
  readonly state: Pick<ViewState, keyof SideState | 'beside' | 'at' | 'off' | 'language' | 'look' | 'camera' | 'ground'>;
}

/** Crockford's thirty-two: no I, L, O or U, which are read as others. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const VERSION = 0;
const HASH_DIGITS = 10;
const FIRST_DAY = '1800-01-01';
const DAY_BITS = 18;
const CHECK_BITS = 10;
/** A square of this side, in CSS pixels, shows what the smaller side of the map showed. */
const SQUARE = 800;
const ZOOM_STEPS = 32;
const [PLACE_BITS, ZOOM_BITS, TURN_BITS, SOURCE_BITS] = [20, 10, 12, 16];

/** The code of a view: digits in groups of four. `ground` is the map of which the camera is; `hash` is the dossier's. */
export function codeOf(state: Decoded['state'] & { readonly camera: Camera; readonly ground: Size }, hash: string): string {
  const bits = new Bits();
  bits.put(VERSION, 2);
  for (const digit of hash.slice(0, HASH_DIGITS)) bits.put(parseInt(digit, 16), 4);
  putSide(bits, state);
  bits.put(
    layers.reduce((mask, layer, i) => mask | (state.off.includes(layer) ? 1 << i : 0), 0),
    layers.length,
  );
  bits.put(languages.indexOf(state.language), 2);
  bits.put(state.look ? 1 + lookNames.indexOf(state.look) : 0, 2);
  putCamera(bits, state.camera, state.ground);
  bits.put(state.beside ? 1 : 0, 1);
  if (state.beside) {
    putSide(bits, state.beside);
    bits.put(Math.round(state.at), 7);
  }
  const digits = bits.digits(CHECK_BITS);
  return (digits + checkOf(digits)).replace(/.{4}(?=.)/g, '$&-');
}

/** What a code says, written with or without hyphens, in either case; null where it is none, or mistyped. `sources` are the dossier's ids. */
export function readCode(code: string, sources: Iterable<string>): Decoded | null {
  const typed = code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  const [digits, check] = [typed.slice(0, -2), typed.slice(-2)];
  if (typed.length > 400 || [...typed].some((digit) => !DIGITS.includes(digit)) || digits === '' || check !== checkOf(digits)) return null;
  const bits = new Bits(digits);
  try {
    if (bits.take(2) !== VERSION) return null;
    const hash = Array.from({ length: HASH_DIGITS }, () => bits.take(4).toString(16)).join('');
    const side = takeSide(bits, sources);
    const mask = bits.take(layers.length);
    const language = languages[bits.take(2)];
    const look = [null, ...lookNames][bits.take(2)];
    const camera = takeCamera(bits);
    const beside = bits.take(1) ? takeSide(bits, sources) : null;
    const at = beside ? bits.take(7) : 50;
    if (language === undefined || look === undefined || at > 100) return null;
    const off = layers.filter((_, i) => mask & (1 << i));
    return { hash, state: { ...side, beside, at, off, language, look, camera, ground: [SQUARE, SQUARE] } };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function putSide(bits: Bits, { day, known, without, partyClaims, counting }: SideState): void {
  putDay(bits, day);
  const fixed = known !== 'then' && known !== 'now';
  bits.put(fixed ? 2 : known === 'now' ? 1 : 0, 2);
  if (fixed) putDay(bits, known);
  bits.put(partyClaims ? 1 : 0, 1);
  bits.put(counting === 'articles' ? 1 : 0, 1);
  bits.put(without.length > 0 ? 1 : 0, 1);
  if (without.length === 0) return;
  bits.put(without.length, 8);
  for (const id of without) bits.put(markOf(id), SOURCE_BITS);
}

function takeSide(bits: Bits, sources: Iterable<string>): SideState {
  const day = takeDay(bits);
  const kind = bits.take(2);
  if (kind > 2) throw new RangeError('no such lens');
  const known = kind === 2 ? takeDay(bits) : kind === 1 ? 'now' : 'then';
  const partyClaims = bits.take(1) === 1;
  const counting = bits.take(1) === 1 ? 'articles' : 'origins';
  const without: string[] = [];
  if (bits.take(1)) {
    const all = new Map(Array.from(sources, (id) => [markOf(id), id]));
    for (let left = bits.take(8); left > 0; left--) {
      const id = all.get(bits.take(SOURCE_BITS));
      if (id === undefined) throw new RangeError('no such source');
      without.push(id);
    }
  }
  return { day, known, without, partyClaims, counting };
}

/** A source in few bits. */
function markOf(id: string): number {
  return parseInt(hashOf(id).slice(0, SOURCE_BITS / 4), 16);
}

function putDay(bits: Bits, day: string): void {
  bits.put(Math.round((Date.parse(day) - Date.parse(FIRST_DAY)) / 86_400_000), DAY_BITS);
}

function takeDay(bits: Bits): string {
  return addDays(FIRST_DAY, bits.take(DAY_BITS));
}

function putCamera(bits: Bits, { center, zoom, bearing, pitch }: Camera, [width, height]: Size): void {
  const whole = 2 ** PLACE_BITS - 1;
  for (const share of toPlane(center)) bits.put(Math.round(share * whole), PLACE_BITS);
  const square = zoom - Math.log2(Math.min(width, height) / SQUARE);
  bits.put(Math.min(2 ** ZOOM_BITS - 1, Math.max(0, Math.round(square * ZOOM_STEPS))), ZOOM_BITS);
  const isTurned = bearing !== 0 || pitch !== 0;
  bits.put(isTurned ? 1 : 0, 1);
  if (!isTurned) return;
  bits.put(Math.round(bearing + 180) % 360, TURN_BITS);
  bits.put(Math.round(pitch), 7);
}

function takeCamera(bits: Bits): Camera {
  const whole = 2 ** PLACE_BITS - 1;
  const [lng, lat] = toLngLat([bits.take(PLACE_BITS) / whole, bits.take(PLACE_BITS) / whole]);
  const zoom = bits.take(ZOOM_BITS) / ZOOM_STEPS;
  const isTurned = bits.take(1) === 1;
  const bearing = isTurned ? bits.take(TURN_BITS) - 180 : 0;
  const pitch = isTurned ? bits.take(7) : 0;
  if (zoom > 22 || bearing > 180 || pitch > 85) throw new RangeError('no such camera');
  return rounded({ center: [lng, Math.max(-85, Math.min(85, lat))], zoom, bearing, pitch });
}

/** Two digits by which a slip of the pen is found out. */
function checkOf(digits: string): string {
  const bits = parseInt(hashOf(digits).slice(0, 4), 16);
  return DIGITS[(bits >> 5) & 31]! + DIGITS[bits & 31]!;
}

/** Bits, the first of most weight, written as digits of five. */
class Bits {
  #bits = '';
  #at = 0;

  constructor(digits = '') {
    for (const digit of digits) this.put(DIGITS.indexOf(digit), 5);
  }

  /** Throws RangeError where a number needs more bits. */
  put(value: number, count: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** count) throw new RangeError(`${value} is not of ${count} bits`);
    this.#bits += value.toString(2).padStart(count, '0');
  }

  /** Throws RangeError beyond the end. */
  take(count: number): number {
    if (this.#at + count > this.#bits.length) throw new RangeError('the code is too short');
    this.#at += count;
    return parseInt(this.#bits.slice(this.#at - count, this.#at), 2);
  }

  /** Filled up with noughts to whole digits, so that with the check the last group is full. */
  digits(check: number): string {
    const full = Math.ceil((this.#bits.length + check) / 20) * 20 - check;
    return this.#bits.padEnd(full, '0').replace(/.{5}/g, (five) => DIGITS[parseInt(five, 2)]!);
  }
}
