/** What the page has beyond its two sides while it compares; one part, loaded when it is wanted. */
export { default as CompareCaptions } from './CompareCaptions.svelte';
export { default as CompareDifferences } from './CompareDifferences.svelte';
export { default as CompareHandle } from './CompareHandle.svelte';
export { default as CompareSwitch } from './CompareSwitch.svelte';
