import { fill, locales, type Language, type Strings } from './strings';

/** How a calendar day is written. */
export type DayForm = 'full' | 'weekday' | 'date' | 'short' | 'number' | 'month' | 'year';

const forms: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'long' },
  number: { day: 'numeric' },
  month: { month: 'short' },
  year: { year: 'numeric' },
};
const formats = new Map<string, Intl.DateTimeFormat>();

/** A calendar day such as `2024-12-06` in words; what is no such day comes back as it is. */
export function formatDay(day: string, language: Language, form: DayForm = 'date'): string {
  const instant = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(instant)) return day;
  const key = `${language} ${form}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locales[language], { ...forms[form], timeZone: 'UTC' })));
  return format.format(instant);
}

/**
 * An EDTF text in words: `2024-12-05~` is “about 5 December 2024”, `[2024-11-30..2024-12-01]` “between 30 November and
 * 1 December 2024”, `A/B` “from A to B”. What it does not know comes back as it is, never dropped.
 */
export function formatEdtf(edtf: string, language: Language, say: Strings): string {
  const choice = /^\[(.+?)\.\.(.+?)\]$/.exec(edtf);
  if (choice) return range(say['ui.date.between'], choice[1]!, choice[2]!, language, say);
  const span = /^([^/]+)\/([^/]+)$/.exec(edtf);
  if (span)
    return range(
      span[1] === '..' ? say['ui.date.until'] : span[2] === '..' ? say['ui.date.from'] : say['ui.date.span'],
      span[1]!,
      span[2]!,
      language,
      say,
    );
  const [, moment = '', doubt = ''] = /^(.*?)([~?%]?)$/.exec(edtf) ?? [];
  const template = say[doubts[doubt] ?? 'ui.date.plain'];
  return fill(template, { day: moment.includes('T') ? hour(moment, language, say) : coarse(moment, language) });
}

const doubts = { '~': 'ui.date.about', '?': 'ui.date.perhaps', '%': 'ui.date.about' } as Readonly<
  Record<string, 'ui.date.about' | 'ui.date.perhaps'>
>;

function range(template: string, from: string, to: string, language: Language, say: Strings): string {
  // the year is said once where both ends have it
  const plain = /^\d{4}-\d{2}-\d{2}$/;
  const sameYear = plain.test(from) && plain.test(to) && from.slice(0, 4) === to.slice(0, 4);
  return fill(template, {
    from: sameYear ? formatDay(from, language, 'short') : formatEdtf(from, language, say),
    to: formatEdtf(to, language, say),
  });
}

// the hour is written as its own zone has it, so no clock is consulted
function hour(moment: string, language: Language, say: Strings): string {
  const [day = '', rest = ''] = moment.split('T');
  return fill(say['ui.date.hour'], { day: formatDay(day, language), hour: localDigits(rest.slice(0, 5), language) });
}

function coarse(moment: string, language: Language): string {
  const options: Intl.DateTimeFormatOptions | undefined = /^\d{4}$/.test(moment)
    ? { year: 'numeric' }
    : /^\d{4}-\d{2}$/.test(moment)
      ? { month: 'long', year: 'numeric' }
      : undefined;
  if (!options) return formatDay(moment, language);
  const instant = Date.parse(`${moment.padEnd(7, '-01')}-01T00:00:00Z`);
  return Number.isNaN(instant) ? moment : new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(instant);
}

function localDigits(text: string, language: Language): string {
  const format = new Intl.NumberFormat(locales[language], { useGrouping: false });
  return text.replace(/\d/g, (digit) => format.format(Number(digit)));
}
