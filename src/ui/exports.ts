import type { PictureSize } from '../view/sizes';
import type { Exporting } from './exporting';
import type { View } from './view.svelte';

/** The files that an export can be, each loaded when it is wanted. */

/** What is to be made, and of what. */
export interface Making {
  readonly view: View;
  readonly from: Exporting;
  /** Null: as on the screen. */
  readonly size: PictureSize | null;
  /** Pixels for each CSS pixel. */
  readonly scale: number;
  /** Those of which something that takes several pictures is made. */
  readonly days: readonly string[];
  /** Given up: whoever makes it stops, and rejects with its reason. */
  readonly signal: AbortSignal;
  /** How much is done, 0 to 1. */
  readonly progress: (done: number) => void;
}

/** A file to be saved. */
export interface Made {
  readonly name: string;
  readonly content: Blob;
  /** The picture in words. */
  readonly description: string;
  /** What is to be said of it. */
  readonly note?: string;
}

export type Format = keyof typeof formats;

export const formats = {
  png: (making: Making) => import('./png').then(({ pngOf }) => pngOf(making)),
  svg: (making: Making) => import('./svg').then(({ svgFileOf }) => svgFileOf(making)),
  webm: (making: Making) => import('./video').then(({ videoOf }) => videoOf(making, 'webm')),
  mp4: (making: Making) => import('./video').then(({ videoOf }) => videoOf(making, 'mp4')),
  days: (making: Making) => import('./multiples').then(({ daysOf }) => daysOf(making)),
  lenses: (making: Making) => import('./multiples').then(({ lensesOf }) => lensesOf(making)),
  gif: (making: Making) => import('./gif').then(({ gifOf }) => gifOf(making)),
} as const satisfies Record<string, (making: Making) => Promise<Made>>;

/** Of the day that is shown, and of several days. */
export const still: readonly Format[] = ['png', 'svg', 'lenses'];
export const several: readonly Format[] = ['webm', 'mp4', 'gif', 'days'];
