import { MediaQuery } from 'svelte/reactivity';

/** Whether the page is as narrow as a phone: the style sheets ask the same. */
export const phone = new MediaQuery('max-width: 760px');
