import type { Issue } from '../issue';

/** Issues by the rule that was broken: a thousand of one kind are one thing to mend. */

/** All issues of one code. */
export interface IssueGroup {
  readonly code: Issue['code'];
  /** How many there are in all, at hand or not. */
  readonly count: number;
  /** Those at hand, in the order in which they came. */
  readonly issues: readonly Issue[];
}

/**
 * Issues in groups of one code each, in the order of their first issue: what stands first in the files is often the cause of the rest. `counts` says how
 * many there are of each code where not all of them are at hand; never fewer than are.
 */
export function groupsOf(issues: readonly Issue[], counts: ReadonlyMap<string, number> = new Map()): readonly IssueGroup[] {
  const groups = new Map<Issue['code'], Issue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.code);
    if (group) group.push(issue);
    else groups.set(issue.code, [issue]);
  }
  return Array.from(groups, ([code, own]) => ({ code, count: Math.max(counts.get(code) ?? 0, own.length), issues: own }));
}
