import type { Issue } from '../issue';

/** Counts issues, of which there may be one for each report, and keeps no more of them than somebody will read. */
export class IssueTally {
  /** The first thousand, and of every code the first ten. */
  readonly kept: Issue[] = [];
  /** How many there are of each code. */
  readonly counts = new Map<string, number>();
  /** How many there are in all. */
  count = 0;

  /** Takes issues over: the list is empty afterwards. */
  take(issues: Issue[]): void {
    for (const issue of issues) {
      const before = this.counts.get(issue.code) ?? 0;
      this.counts.set(issue.code, before + 1);
      this.count++;
      if (this.kept.length < KEPT || before < OF_A_CODE) this.kept.push(issue);
    }
    issues.length = 0;
  }
}

const KEPT = 1000;
const OF_A_CODE = 10;
