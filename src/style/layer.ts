/** What can be switched on and off on the map, in the order of the switches. */
export const layers = ['control', 'movements', 'flows', 'incidents', 'relief', 'inferred', 'silence'] as const;
export type Layer = (typeof layers)[number];

/** What is off unless the reader asks for it: neither is a report. */
export const usuallyOff: readonly Layer[] = ['inferred', 'silence'];

/** Layers in the order of the switches, each once. */
export function inOrder(some: readonly Layer[]): Layer[] {
  return layers.filter((layer) => some.includes(layer));
}

/** What is off once a layer is switched. */
export function switched(off: readonly Layer[], layer: Layer): readonly Layer[] {
  return off.includes(layer) ? off.filter((each) => each !== layer) : inOrder([...off, layer]);
}
