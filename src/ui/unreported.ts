/** What the page draws and says of what nobody reports; one part, loaded when it is wanted. */
export { unreportedOf } from '../style/unreported';
export { default as Ground } from './Ground.svelte';
export { default as Unreported } from './Unreported.svelte';
