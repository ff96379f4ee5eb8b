export type IssueCode =
  | 'json'
  | 'file'
  | 'csv'
  | 'parquet'
  | 'row'
  | 'missing'
  | 'value'
  | 'geometry'
  | 'place'
  | 'party'
  | 'source'
  | 'speaker'
  | 'claim'
  | 'duplicate'
  | 'circle'
  | 'date'
  | 'order'
  | 'amount'
  | 'anchor'
  | 'beneficiary'
  | 'unseen'
  | 'reason'
  | 'figures'
  | 'moved'
  | 'ambiguous'
  | 'broken'
  | 'text';

/** One fault in a dossier's files: where it is, what is wrong, and what to do. Checkers push issues; they do not throw. */
export interface Issue {
  /** Name of the file, without its folder. */
  readonly file: string;
  /** JSON pointer (RFC 6901) into the file; the empty text is the whole file. */
  readonly at: string;
  /** Of the feature or entry it belongs to; null where that has none, or the file is not read. */
  readonly id: string | null;
  /** Stable name of the rule that was broken; the catalogues say what each is about (`issues.rule.…`). */
  readonly code: IssueCode;
  readonly found: string;
  readonly expected: string;
  /** How to mend it, as one sentence. */
  readonly mend: string;
}

/** The JSON pointer (RFC 6901) to a member: its steps, escaped, each behind a slash. No steps give the empty text. */
export function pointer(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A value as an issue quotes it: its JSON, cut to 80 characters; `nothing` for undefined; its type where it nests too deep to write. */
export function quoted(value: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(value) ?? 'nothing';
  } catch {
    text = Array.isArray(value) ? 'a list' : typeof value;
  }
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
