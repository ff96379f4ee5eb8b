import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupsOf } from '../core/check/grouped';
import { positionsOf, type Position } from '../core/check/lines';
import type { Issue } from '../core/issue';
import { laterStrings } from '../style/strings/later';

/** Issues in words for a terminal, and with their lines for editors. */

/** More than so many are grouped by the rule that was broken. */
const MOST = 20;
/** How many of a group are shown. */
const OF_A_GROUP = 3;
/** A file larger than this is not read again for the sake of lines. */
const LARGEST = 256 * 1024 * 1024;

/** An issue with the line and column of its file; null where they cannot be known. */
export type PlacedIssue = Issue & { readonly [member in keyof Position]: number | null };

/** Where issues stand in the files of a dossier's folder. */
export function placed(folder: string, issues: readonly Issue[]): PlacedIssue[] {
  const positions = new Map(
    [...new Set(issues.map(({ file }) => file))].map((file) => [
      file,
      positionsIn(
        join(folder, file),
        issues.filter((issue) => issue.file === file),
      ),
    ]),
  );
  return issues.map((issue) => ({ ...issue, ...(positions.get(issue.file)?.get(issue.at) ?? { line: null, column: null }) }));
}

function positionsIn(path: string, issues: readonly Issue[]): ReadonlyMap<string, Position> {
  if (!existsSync(path) || !/\.(geojson|json|csv)$/.test(path)) return new Map();
  const bytes = readFileSync(path);
  return bytes.length > LARGEST ? new Map() : positionsOf(bytes.toString('utf8'), issues);
}

/** Each in four short lines: where, what was found, what was expected, how to mend it. */
export function issueTexts(folder: string, issues: readonly Issue[]): string[] {
  return placed(folder, issues).map((issue) => issueText(folder, issue));
}

/** The same as one text; many are grouped, and the first of each rule shown. */
export function issuesText(folder: string, issues: readonly Issue[]): string {
  if (issues.length <= MOST) return issueTexts(folder, issues).join('\n');
  const groups = groupsOf(issues).map((group) => ({ ...group, shown: group.issues.slice(0, OF_A_GROUP) }));
  const shown = placed(
    folder,
    groups.flatMap((group) => group.shown),
  );
  let at = 0;
  return groups
    .flatMap(({ code, count, shown: first }) => [
      `${count} × ${code}: ${laterStrings('en')[`issues.rule.${code}`]}`,
      ...first.map(() => issueText(folder, shown[at++]!)),
      ...(count > first.length ? [`  … and ${count - first.length} more of this kind: validate --format json lists all`] : []),
    ])
    .join('\n');
}

function issueText(folder: string, { file, at, id, code, found, expected, mend, line, column }: PlacedIssue): string {
  const where = line === null ? join(folder, file) : `${join(folder, file)}:${line}:${column}`;
  return `${where} ${at || '/'}${id === null ? '' : ` (${id})`}: ${code}\n  found     ${found}\n  expected  ${expected}\n  mend      ${mend}`;
}
