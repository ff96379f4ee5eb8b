import type { Lens } from '../core/ledger';
import type { Dossier } from '../core/model';
import { changeDays } from '../core/situation';
import { daysOf } from '../core/time';
import { weigh } from '../core/weigh/weigh';
import { lookNames } from '../style/palette';
import { presetNames, presets, readSize, SCALES, writeSize, type PresetName } from '../view/sizes';
import { Misuse } from './misuse';
import { dayOption, lensOption } from './options';

/** Which pictures the options of `snapshot` ask for: the views behind the `#` of the page's address. */

export const shotOptions = {
  at: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  every: { type: 'string' },
  view: { type: 'string' },
  known: { type: 'string' },
  without: { type: 'string', multiple: true },
  size: { type: 'string' },
  scale: { type: 'string' },
  dpi: { type: 'string' },
  language: { type: 'string' },
  look: { type: 'string' },
  beside: { type: 'string' },
  'beside-known': { type: 'string' },
  'beside-without': { type: 'string', multiple: true },
} as const;

type Value<T> = T extends { multiple: true } ? string[] : string;
export type ShotValues = { readonly [name in keyof typeof shotOptions]?: Value<(typeof shotOptions)[name]> | undefined };

/** One picture of a dossier. */
export interface View {
  readonly day: string;
  readonly view: string;
}

/** The views of a dossier, one a day that is asked for. Throws Misuse. */
export function viewsOf(dossier: Dossier, values: ShotValues): View[] {
  const lens = lensOption(dossier, values.known, values.without ?? []);
  const size = values.size === 'screen' ? undefined : (values.size ?? '1600x1000');
  const asked = size === undefined ? undefined : readSize(size);
  if (size !== undefined && !asked)
    throw new Misuse(
      `--size ${size} is none of ${presetNames.join(', ')}, and no size such as 1600x1000 or 297x210mm, from 200 to 9999 pixels or 50 to 2000 mm.`,
    );
  const beside = besideOption(dossier, values.beside, values['beside-known'], values['beside-without']);
  const settings = {
    ...Object.fromEntries(new URLSearchParams(values.view)),
    ...((values.known ?? !values.view) && { known: values.known ?? 'then' }),
    ...((values.without ?? !values.view) && { without: lens.without.join(',') }),
    ...((values.language ?? !values.view) && { lang: oneOf('--language', values.language ?? 'en', ['en', 'ar']) }),
    ...((values.look ?? !values.view) && { look: oneOf('--look', values.look ?? 'light', lookNames) }),
    ...((values.size ?? !values.view) && asked && { size: writeSize(asked) }),
    ...(beside && { beside }),
  };
  return daysAsked(dossier, values, lens).map((day) => ({ day, view: new URLSearchParams({ ...settings, day }).toString() }));
}

/** The one view of what shows several days, and which. Throws Misuse. */
export function spanOf(dossier: Dossier, values: ShotValues): View & { readonly span: readonly [string, string] } {
  const views = viewsOf(dossier, { ...values, every: 'day', at: undefined });
  const [first, last] = [views[0]!, views[views.length - 1]!];
  if (values.at !== undefined || values.every !== undefined)
    throw new Misuse('What shows several days takes --from and --to, and neither --at nor --every.');
  return { ...last, span: [first.day, last.day] };
}

/** Pixels for each CSS pixel: of --scale or --dpi, or as the preset has it. */
export function scaleOf({ scale, dpi, size, view }: ShotValues): number {
  if (scale !== undefined && dpi !== undefined) throw new Misuse('--scale and --dpi say the same: one of them is enough.');
  const preset = size !== undefined && Object.hasOwn(presets, size) ? presets[size as PresetName].scale : view ? 2 : 1;
  const asked = dpi === undefined ? Number(scale ?? preset) : Number(dpi) / 96;
  if (asked >= SCALES.least && asked <= SCALES.most) return asked;
  throw new Misuse(
    dpi === undefined
      ? `--scale ${scale} is no number from ${SCALES.least} to ${SCALES.most}.`
      : `--dpi ${dpi} is no number from ${SCALES.least * 96} to ${SCALES.most * 96}.`,
  );
}

function daysAsked(dossier: Dossier, { at, from, to, every, view }: ShotValues, lens: Lens): string[] {
  const days = daysOf(dossier.span, dossier.timeZone);
  const inSpan = (name: string, day: string | undefined): string => {
    if (days.includes(dayOption(name, day))) return day!;
    throw new Misuse(`${name} ${day} lies outside ${dossier.id}, which speaks of ${days[0]} to ${days[days.length - 1]}.`);
  };
  const isSeries = (from ?? to ?? every) !== undefined;
  if (isSeries && at !== undefined)
    throw new Misuse('--at is one day, and --from, --to and --every are of several: give one or the other.');
  if (!isSeries) return [inSpan('--at', at ?? new URLSearchParams(view).get('day') ?? undefined)];
  const kind = oneOf('--every', every ?? 'day', ['day', 'change']);
  const [first, last] = [inSpan('--from', from ?? days[0]), inSpan('--to', to ?? days[days.length - 1])];
  if (first > last) throw new Misuse(`--from ${first} comes after --to ${last}.`);
  const wanted = kind === 'day' ? days : changeDays(weigh(dossier, lens));
  return wanted.filter((day) => day >= first && day <= last);
}

/** The right side as the page's address holds it; null where none is asked for. */
function besideOption(
  dossier: Dossier,
  day: string | undefined,
  known: string | undefined,
  without: readonly string[] = [],
): string | null {
  if (day === undefined && (known !== undefined || without.length > 0))
    throw new Misuse('--beside is missing: the day of the right side, such as 2024-12-06.');
  if (day === undefined) return null;
  if (!daysOf(dossier.span, dossier.timeZone).includes(dayOption('--beside', day)))
    throw new Misuse(`--beside ${day} is no day of ${dossier.id}.`);
  const lens = lensOption(dossier, known, without);
  return [day, known ?? 'then', ...lens.without.map((id) => `without:${id}`)].join(',');
}

function oneOf(name: string, value: string, allowed: readonly string[]): string {
  if (!allowed.includes(value)) throw new Misuse(`${name} ${value} is none of ${allowed.join(', ')}.`);
  return value;
}
