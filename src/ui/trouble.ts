/** What is wrong with a dossier, or in its way, told in full: one part of the page. */
export { default as IssueList } from './IssueList.svelte';
export { default as Trouble } from './Trouble.svelte';
