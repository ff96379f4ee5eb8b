import type { Lens } from '../core/ledger';
import type { Labels } from '../core/model';
import { inOrder, layers, type Layer } from '../style/layer';
import { readLabels, writeLabels } from '../style/label-address';
import { lookNames, type Look } from '../style/palette';
import { languages, type Language } from '../style/strings';
import { rounded, trim, type Camera, type Size } from './camera';
import { readSize, writeSize, type PictureSize } from './sizes';

/** The whole view as the address holds it, in the hash; what is as usual is left out. Pure text in, text out. */

/** A side of the map: which day it shows, and how evidence is weighed for it. */
export interface SideState {
  readonly day: string;
  /** The end of the day shown, everything, or the end of a fixed day. */
  readonly known: 'then' | 'now' | string;
  readonly without: readonly string[];
  readonly partyClaims: boolean;
  readonly counting: Lens['counting'];
}

/** Two situations side by side: left is left in every language. */
export const sides = ['left', 'right'] as const;
export type SideName = (typeof sides)[number];

/** The one side, or, where another is compared with it, the left. */
export interface ViewState extends SideState {
  /** The right side; null: one situation fills the map. */
  readonly beside: SideState | null;
  /** Where the right side begins, in percent of the map's width. */
  readonly at: number;
  /** Which side the controls act upon. */
  readonly side: SideName;
  /** Null: the dossier's opening view. */
  readonly camera: Camera | null;
  /** The map in CSS pixels of which the camera is: another shows all its ground. Null: whichever map there is. */
  readonly ground: Size | null;
  readonly off: readonly Layer[];
  readonly selection: string | null;
  /** Of this view alone. */
  readonly labels: Labels;
  readonly language: Language;
  /** Null: as the system has it. */
  readonly look: Look | null;
  /** Of an exported picture; null: as on the screen. */
  readonly size: PictureSize | null;
}

/** What an address may name. */
export interface Choices {
  readonly days: readonly string[];
  readonly sources: Pick<ReadonlySet<string>, 'has'>;
  readonly usual: ViewState;
}

/** A value that the address asked for and cannot have. */
export interface Refusal {
  readonly name: string;
  readonly value: string;
}

/** The view that a hash asks for; each value that is not possible falls back to the usual one and is listed. Unknown names are left alone. */
export function parseView(hash: string, choices: Choices): { state: ViewState; refusals: Refusal[] } {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const refusals: Refusal[] = [];
  const { usual } = choices;
  function take<T>(name: string, fallback: T, read: (value: string) => T | undefined): T {
    const value = given.get(name);
    if (value === null) return fallback;
    const result = read(value);
    if (result === undefined) refusals.push({ name, value });
    return result ?? fallback;
  }
  const state: ViewState = {
    day: take('day', usual.day, (value) => one(choices.days, value)),
    known: take('known', usual.known, readKnown),
    without: take('without', usual.without, (value) => all(value, (id) => choices.sources.has(id))),
    partyClaims: take('party', usual.partyClaims, (value) => ({ '0': false, '1': true })[value]),
    counting: take('counting', usual.counting, (value) => one(['origins', 'articles'] as const, value)),
    beside: take('beside', usual.beside, (value) => readSide(value, choices)),
    at: take('at', usual.at, readShare),
    side: take('side', usual.side, (value) => one(sides, value)),
    camera: take('c', usual.camera, readCamera),
    ground: take('ground', usual.ground, readGround),
    off: differingFrom(usual.off, take('off', [], readLayers), take('on', [], readLayers)),
    selection: take('sel', usual.selection, (value) => (/^[a-z0-9][a-z0-9:._-]*$/i.test(value) ? value : undefined)),
    labels: take('labels', usual.labels, readLabels),
    language: take('lang', usual.language, (value) => one(languages, value)),
    look: take('look', usual.look, (value) => one(lookNames, value)),
    size: take('size', usual.size, readSize),
  };
  return { state, refusals };
}

/** The hash of a view, without `#`; empty where everything is as usual. Reading it gives the same view. */
export function formatView(state: ViewState, usual: ViewState): string {
  return written(partsOf(state, usual).filter(([, value, ordinary]) => value !== ordinary));
}

/** The same with everything that is as usual, so that it stays what it is when the usual changes. */
export function formatWhole(state: ViewState, usual: ViewState): string {
  return written(partsOf(state, usual).filter(([name, value, ordinary]) => value !== '' || value !== ordinary || name === 'without'));
}

function partsOf(state: ViewState, usual: ViewState): (readonly [name: string, value: string, usual: string])[] {
  return [
    ['day', state.day, usual.day],
    ['known', state.known, usual.known],
    ['without', state.without.join(','), usual.without.join(',')],
    ['party', state.partyClaims ? '1' : '0', usual.partyClaims ? '1' : '0'],
    ['counting', state.counting, usual.counting],
    ['beside', writeSide(state.beside), writeSide(usual.beside)],
    ['at', String(trim(state.at, 1)), String(trim(usual.at, 1))],
    ['side', state.side, usual.side],
    ['c', state.camera ? writeCamera(state.camera) : '', usual.camera ? writeCamera(usual.camera) : ''],
    ['ground', state.ground?.join('x') ?? '', usual.ground?.join('x') ?? ''],
    ['off', inOrder(state.off.filter((layer) => !usual.off.includes(layer))).join(','), ''],
    ['on', inOrder(usual.off.filter((layer) => !state.off.includes(layer))).join(','), ''],
    ['sel', state.selection ?? '', usual.selection ?? ''],
    ['labels', writeLabels(state.labels), writeLabels(usual.labels)],
    ['lang', state.language, usual.language],
    ['look', state.look ?? '', usual.look ?? ''],
    ['size', state.size ? writeSize(state.size) : '', usual.size ? writeSize(usual.size) : ''],
  ];
}

function written(parts: readonly (readonly [name: string, value: string, usual: string])[]): string {
  return parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2C/g, ',').replace(/%3A/g, ':')}`).join('&');
}

function one<T extends string>(allowed: readonly T[], value: string): T | undefined {
  return allowed.find((each) => each === value);
}

function all(value: string, allowed: (id: string) => boolean): string[] | undefined {
  const ids = [...new Set(value.split(',').filter(Boolean))];
  return ids.every(allowed) ? ids : undefined;
}

function readKnown(value: string): string | undefined {
  return isDay(value) ? value : one(['then', 'now'], value);
}

/** `2024-12-05,now`, and what is not as usual: `without:ID` for each source, `party:0`, `counting:articles`. */
function writeSide(side: SideState | null): string {
  if (!side) return '';
  return [
    side.day,
    side.known,
    ...side.without.map((id) => `without:${id}`),
    ...(side.partyClaims ? [] : ['party:0']),
    ...(side.counting === 'origins' ? [] : [`counting:${side.counting}`]),
  ].join(',');
}

function readSide(value: string, { days, sources }: Choices): SideState | undefined {
  const [dayAsked = '', knownAsked = '', ...rest] = value.split(',');
  const [day, known] = [one(days, dayAsked), readKnown(knownAsked)];
  const without = rest.filter((part) => part.startsWith('without:')).map((part) => part.slice('without:'.length));
  const others = rest.filter((part) => !part.startsWith('without:'));
  const isPossible =
    without.every((id) => sources.has(id)) &&
    others.every((part) => part === 'party:0' || part === 'counting:articles') &&
    new Set(rest).size === rest.length;
  if (day === undefined || known === undefined || !isPossible) return undefined;
  const counting = others.includes('counting:articles') ? 'articles' : 'origins';
  return { day, known, without, partyClaims: !others.includes('party:0'), counting };
}

function readShare(value: string): number | undefined {
  return /^\d{1,3}(\.\d)?$/.test(value) && Number(value) <= 100 ? Number(value) : undefined;
}

function readLayers(value: string): Layer[] | undefined {
  return all(value, (id) => (layers as readonly string[]).includes(id)) as Layer[] | undefined;
}

/** What is off where the address switches some layers off and some on. */
function differingFrom(usual: readonly Layer[], off: readonly Layer[], on: readonly Layer[]): readonly Layer[] {
  return inOrder([...usual.filter((layer) => !on.includes(layer)), ...off]);
}

function isDay(value: string): boolean {
  const instant = Date.parse(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}

function readCamera(value: string): Camera | undefined {
  const numbers = value.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [lng = NaN, lat = NaN, zoom = NaN, bearing = 0, pitch = 0] = numbers;
  const possible =
    numbers.length <= 5 &&
    numbers.every(Number.isFinite) &&
    Math.abs(lng) <= 180 &&
    Math.abs(lat) <= 85 &&
    zoom >= 0 &&
    zoom <= 22 &&
    Math.abs(bearing) <= 180 &&
    pitch >= 0 &&
    pitch <= 85;
  return possible ? { center: [lng, lat], zoom, bearing, pitch } : undefined;
}

/** A camera as the address holds it. */
export function writeCamera(camera: Camera): string {
  const { center, zoom, bearing, pitch } = rounded(camera);
  return [...center, zoom, ...(bearing !== 0 || pitch !== 0 ? [bearing, pitch] : [])].join(',');
}

function readGround(value: string): Size | undefined {
  const size = readSize(value);
  return size && !size[2] ? [size[0], size[1]] : undefined;
}
