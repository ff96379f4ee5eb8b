import type { LabelOverride, Labels } from '../core/model';
import { languages } from './strings';

/** Overrides of labels as an address holds them, and as dossier.json does. */

/** Every label as usual. */
export const noLabels: Labels = { places: new Map(), movements: new Map() };

/** A label farther from its mark, in pixels along an axis, would be taken for another's; the schema says so too. */
export const FARTHEST = 120;

const groups = { p: 'places', m: 'movements' } as const;
type Group = keyof typeof groups;

/** Such as `p:homs:h,p:hama:o40_-20:ten_Hama%20city`: the group, the id, then hidden, offset and texts. Empty where all is as usual. */
export function writeLabels(labels: Labels): string {
  return (Object.keys(groups) as Group[])
    .flatMap((group) => [...labels[groups[group]]].map(([id, override]) => [group, id, ...partsOf(override)].join(':')))
    .join(',');
}

function partsOf({ hidden, offset, text }: LabelOverride): string[] {
  return [
    ...(hidden ? ['h'] : []),
    ...(offset ? [`o${offset.join('_')}`] : []),
    ...languages.flatMap((language) => (text?.[language] ? [`t${language}_${encodeURIComponent(text[language])}`] : [])),
  ];
}

/** The overrides that an address asks for; undefined where they are none. */
export function readLabels(written: string): Labels | undefined {
  const labels = { places: new Map<string, LabelOverride>(), movements: new Map<string, LabelOverride>() };
  try {
    for (const item of written.split(',').filter(Boolean)) {
      const [group = '', id = '', ...parts] = item.split(':');
      if (!Object.hasOwn(groups, group) || !/^[a-z0-9][a-z0-9-]*$/.test(id)) return undefined;
      const override = parts.reduce<LabelOverride | undefined>((read, part) => read && readPart(read, part), {});
      if (!override) return undefined;
      labels[groups[group as Group]].set(id, override);
    }
  } catch {
    // a text that is no text
    return undefined;
  }
  return labels;
}

function readPart(override: LabelOverride, part: string): LabelOverride | undefined {
  if (part === 'h') return { ...override, hidden: true };
  const [, right, down] = /^o(-?\d{1,3})_(-?\d{1,3})$/.exec(part) ?? [];
  if (right && down && [right, down].some((pixels) => Math.abs(Number(pixels)) > FARTHEST)) return undefined;
  if (right && down) return { ...override, offset: [Number(right), Number(down)] };
  const [, language, text] = /^t(en|ar)_(.+)$/.exec(part) ?? [];
  if (!language || !text) return undefined;
  const texts = { ...override.text, [language]: decodeURIComponent(text) } as Record<string, string>;
  return { ...override, text: { ...texts, en: texts.en ?? '' } };
}

/** What dossier.json has to say for the same labels: its member `labels`, as text. A reworded label needs its English there too. */
export function labelsJson(labels: Labels): string {
  const parts = Object.values(groups).flatMap((name) => (labels[name].size > 0 ? [[name, Object.fromEntries(labels[name])] as const] : []));
  return `"labels": ${JSON.stringify(Object.fromEntries(parts), null, 2)}`;
}

/** The same overrides with that of one label changed; without one it is as usual. */
export function withLabel(labels: Labels, group: keyof Labels, id: string, override: LabelOverride | null): Labels {
  const changed = new Map(labels[group]);
  if (override) changed.set(id, override);
  else changed.delete(id);
  return { ...labels, [group]: changed };
}
