/** What a person has to say before a table can be read: what it is about, the order of day and month, when it was published; that its headings repeat; or of files of areas what `why` says. */
export interface Ask {
  readonly about: 'table' | 'dates' | 'published' | 'headings' | 'areas';
  readonly why: string;
}
