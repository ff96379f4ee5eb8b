import type { KnownBy } from '../core/anchors/belonging';
import { canBeMended } from '../core/anchors/mend';
import type { Survey, Surveyed } from '../core/anchors/survey';
import type { Issue } from '../core/issue';
import type { Anchored } from './anchored';
import { issueTexts } from './issues-told';

/** What was found of a dossier's anchors, told. */

const known: Readonly<Record<KnownBy, string>> = {
  id: 'by the source’s id',
  name: 'as sources.json names it',
  hash: 'by its hash in sources.json',
  anchors: 'since its anchors fit it alone',
};

/** What became of the anchors, in lines; `before` is what was found before anything was written. */
export function anchorText(
  folder: string,
  { survey, texts }: Anchored,
  faults: readonly Issue[],
  written: readonly string[],
  before: Survey,
): string {
  const lines = issueTexts(folder, faults);
  for (const { source, file, by, rivals } of survey.belongings) {
    const count = counted(survey.anchors.filter((each) => each.source === source).length, 'anchor');
    if (file) lines.push(`${source}: ${file.name}, ${known[by!]}; ${count}`);
    else if (rivals.length > 0)
      lines.push(`${source}: its anchors fit ${rivals.join(' and ')}: call the right one ${source}.txt; ${count} not checked`);
    else lines.push(`${source}: no text at hand; ${count} not checked`);
  }
  for (const name of survey.strays) lines.push(`${name}: of no source`);
  for (const { name, why } of [...texts.unreadable, ...texts.derived]) lines.push(`${name}: ${why}`);
  const mendedNow = written.length === 0 ? 0 : mendable(before).length;
  if (written.length > 0) lines.push(`written: ${written.join(', ')}; ${counted(mendedNow, 'anchor')} mended`);
  const left = mendable(survey).length;
  if (left > 0 && written.length === 0) lines.push(`${counted(left, 'anchor')} can be mended by --write; nothing was written`);
  const tables = new Set(
    survey.anchors.flatMap(({ file, finding }) => (finding && 'mended' in finding && !canBeMended(file) ? [file] : [])),
  );
  for (const file of tables) lines.push(`${file} is not mended: keep it as claims.csv (claimline table), mend that, and write it anew`);
  return `${[...lines, `${folder}: ${summary(survey)}`].join('\n')}\n`;
}

function summary({ anchors }: Survey): string {
  const states = ['in-place', 'completed', 'moved', 'ambiguous', 'broken', 'unchecked'] as const;
  const told = states.flatMap((state) => {
    const count = anchors.filter((each) => statusOf(each) === state).length;
    return count > 0 ? [`${count} ${words[state]}`] : [];
  });
  return [counted(anchors.length, 'anchor'), ...told].join(', ');
}

const words = {
  'in-place': 'in place',
  completed: 'in place, with something missing',
  moved: 'moved',
  ambiguous: 'ambiguous',
  broken: 'broken',
  unchecked: 'not checked',
} as const;

function statusOf({ finding }: Surveyed): keyof typeof words {
  return finding?.status ?? 'unchecked';
}

function mendable({ anchors }: Survey): Surveyed[] {
  return anchors.filter(({ file, finding }) => finding && 'mended' in finding && canBeMended(file));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What became of the anchors as JSON data. */
export function anchorJson(dossier: string, { survey, texts }: Anchored, issues: readonly Issue[], written: readonly string[]) {
  return {
    dossier,
    texts: survey.belongings.map(({ source, file, by, rivals }) => ({
      source,
      file: file?.name ?? null,
      by,
      rivals,
      anchors: survey.anchors.filter((each) => each.source === source).length,
    })),
    strays: survey.strays,
    unreadable: texts.unreadable.map(({ name }) => name),
    anchors: survey.anchors.map((each) => {
      const { file, at, id, source, anchor, finding } = each;
      const { paragraph, start, end } = anchor;
      return { file, at, id, source, paragraph, start, end, ...finding, status: statusOf(each) };
    }),
    issues,
    written,
  };
}
