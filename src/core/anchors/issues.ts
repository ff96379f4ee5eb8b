import { quoted, type Issue, type IssueCode } from '../issue';
import type { Finding, FoundBy, Mended, Reason } from './find';
import type { LooseAnchor, PlacedAnchor } from './loose-anchor';
import { canBeMended } from './mend';

/** What is said of an anchor that does not stand in its place; null of one that does. */
export function anchorIssue({ file, at, id, source, anchor }: PlacedAnchor, finding: Finding): Issue | null {
  const issue = (code: IssueCode, found: string, expected: string, mend: string): Issue => ({ file, at, id, code, found, expected, mend });
  switch (finding.status) {
    case 'in-place':
      return null;
    case 'completed':
    case 'moved': {
      const how = finding.status === 'moved' ? `the text of ${source} has them elsewhere, found by ${ways[finding.by]}` : missing(anchor);
      return issue('moved', `${placeOf(anchor)}: ${how}`, placeOf(finding.mended), canBeMended(file) ? WRITE : WRITE_TABLE);
    }
    case 'ambiguous': {
      const places = finding.places.map(placeOf).join('; ');
      const [found, expected] =
        finding.places.length > 1
          ? [`its words stand in more than one place of the text of ${source}`, `one of: ${places}`]
          : [`its words stand in the text of ${source} once, between other words than before`, `perhaps ${places}`];
      return issue('ambiguous', `${placeOf(anchor)}: ${found}`, expected, 'read them, and write the one that is meant; nothing is guessed');
    }
    case 'broken':
      return issue(
        'broken',
        `${placeOf(anchor)}: ${reasons[finding.reason](source)}`,
        `words of the text of ${source}`,
        mends[finding.reason],
      );
  }
}

/** What is said of a text that is not the one that was read; `at` is the pointer to its hash. */
export function textIssue(source: string, at: string, found: string, expected: string): Issue {
  const mend =
    'bring the text that was read; or, if this one is to be cited, mend its anchors (claimline anchor --write), which writes its hash too';
  return { file: 'sources.json', at, id: source, code: 'text', found: quoted(found), expected: quoted(expected), mend };
}

const WRITE = 'claimline anchor --write does it';
const WRITE_TABLE = 'keep the table as claims.csv (claimline table), mend that with claimline anchor --write, and write this one anew';

const ways: Readonly<Record<FoundBy, string>> = {
  hash: 'their hash',
  words: 'its own copy of them',
  spelling: 'their letters, with other quotation marks or white space',
};

const reasons: Readonly<Record<Reason, (source: string) => string>> = {
  'not-found': (source) => `the text of ${source} has no such words`,
  contradiction: () => 'its exact and its sha256 are of different words',
  'nothing-to-find': () => 'it carries neither a hash nor a copy of its words',
};

const mends: Readonly<Record<Reason, string>> = {
  'not-found': 'read the text again: anchor the words that say so now, or withdraw the claim',
  contradiction: 'read the text, and correct the one that is wrong',
  'nothing-to-find': 'put the words into "exact"; claimline anchor --write adds the rest',
};

function missing({ sha256, isHashWellFormed }: LooseAnchor): string {
  if (sha256 === undefined) return 'its words stand there, and their hash is missing';
  return isHashWellFormed ? 'its words stand there, in another paragraph' : 'its words stand there, and their hash is not in lower case';
}

/** Where an anchor points, in words: `paragraph 4, 656 to 733`. */
export function placeOf({ paragraph, start, end }: Pick<LooseAnchor | Mended, 'paragraph' | 'start' | 'end'>): string {
  return `paragraph ${paragraph ?? '?'}, ${start ?? '?'} to ${end ?? '?'}`;
}
