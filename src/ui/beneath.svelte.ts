import type { Basemap } from '../style/basemap';
import { usuallyOff } from '../style/layer';
import type { PictureOptions } from '../style/picture';
import type { Unreported } from '../style/unreported';
import { parts } from './parts.svelte';
import type { View } from './view.svelte';

/** What a view has of what nobody reports: nothing while neither of its layers is on, and then what is awaited until it is there. */
export class Beneath {
  /** What the map stands on; null until it is there. */
  basemap = $state.raw<Basemap | null>(null);
  readonly #all = $derived.by(() => this.basemap && (parts.unreported.code?.unreportedOf(this.basemap) ?? null));
  readonly #view: Pick<View, 'off'>;
  /** As a picture is handed it. */
  readonly asked: PictureOptions['unreported'] = $derived.by(() => {
    if (usuallyOff.every((layer) => this.#view.off.includes(layer))) return null;
    return this.#all ?? (this.basemap === null || parts.unreported.isAwaited ? 'awaited' : null);
  });
  /** Null where there is nothing to draw or say, or not yet. */
  readonly unreported: Unreported | null = $derived.by(() => (this.asked === 'awaited' ? null : (this.asked ?? null)));

  constructor(view: Pick<View, 'off'>) {
    this.#view = view;
  }
}
