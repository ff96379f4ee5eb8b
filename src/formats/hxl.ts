import { unparse } from 'papaparse';
import { placesOf } from '../core/check/references';
import { intervalOf } from '../core/edtf';
import type { Amount, Claim, Dossier, Place } from '../core/model';
import { guarded } from '../core/table/formula';
import { tableColumns } from '../core/table/form';
import { dayOf } from '../core/time';
import { publisherOf, titleOf } from './titles';
import { claimCells, textOf } from './table';

/**
 * Claims as CSV with a row of HXL 1.1 hashtags below its header, a row a claim. What is counted differently stands in columns of its own: by what is counted,
 * and by whether it is a flow, a sum since a day, a stock, a forecast or people at risk. That makes no sum of what several speakers say, or one on several
 * days. What HXL has no hashtag for is `#meta+…`.
 */

interface Column {
  readonly header: string;
  readonly tag: string;
  readonly of: (claim: Claim, dossier: Dossier) => string | number;
}

/** A claim's place: of a movement or a flow, where it comes from, or else where it goes. */
function placeOf(claim: Claim, { places }: Dossier): Place | undefined {
  const [first] = placesOf(claim);
  return first && places.get(first[1]);
}

const isProvince = ({ kind, featureClass }: Place): boolean => kind === 'governorate' || (kind === 'region' && featureClass === 'A');

function ofPlace(
  header: string,
  tag: string,
  is: (place: Place) => boolean,
  value: (place: Place) => string | number | null | undefined,
): Column {
  return {
    header,
    tag,
    of: (claim, dossier) => {
      const place = placeOf(claim, dossier);
      return place && is(place) ? (value(place) ?? '') : '';
    },
  };
}

/** The column, or what the claim itself says where that is empty: what a table had that was brought in. */
function orSaid(member: string, column: Column): Column {
  const said = (claim: Claim): unknown => (claim as Partial<Record<string, unknown>>)[member];
  return {
    ...column,
    of: (claim, dossier) => {
      const own = column.of(claim, dossier);
      return own === '' && typeof said(claim) === 'string' ? (said(claim) as string) : own;
    },
  };
}

const anywhere = () => true;
const isCountry = ({ kind }: Place): boolean => kind === 'country';
const elsewhere = (place: Place): boolean => !isCountry(place) && !isProvince(place);

const where: Column[] = [
  ofPlace('Country', '#country+name', isCountry, ({ title }) => title),
  ofPlace('Country code', '#country+code+v_iso2', anywhere, ({ countries }) => countries[0]),
  orSaid(
    'adm1_name',
    ofPlace('Governorate', '#adm1+name', isProvince, ({ title }) => title),
  ),
  orSaid(
    'adm1_pcode',
    ofPlace('Governorate P-code', '#adm1+code', isProvince, ({ pcode }) => pcode),
  ),
  ofPlace('Place', '#loc+name', elsewhere, ({ title }) => title),
  orSaid(
    'place_pcode',
    ofPlace('Place P-code', '#loc+code', elsewhere, ({ pcode }) => pcode),
  ),
  ofPlace('Kind of place', '#loc+type', elsewhere, ({ kind }) => kind),
  ofPlace('Latitude', '#geo+lat', anywhere, ({ point }) => point?.[1]),
  ofPlace('Longitude', '#geo+lon', anywhere, ({ point }) => point?.[0]),
  ofPlace('Precision in metres', '#geo+precision', anywhere, ({ point, precisionM }) => point && precisionM),
  ofPlace('Coarsened', '#geo+coarsened', anywhere, ({ sensitive }) => (sensitive ? 'true' : '')),
];

const whither: Column = {
  header: 'To',
  tag: '#loc+name+dest',
  of: (claim, { places }) => {
    const to = 'to' in claim ? claim.to : undefined;
    return (typeof to === 'string' ? [to] : ((to as readonly string[] | undefined) ?? []))
      .map((id) => places.get(id)?.title ?? id)
      .join('; ');
  },
};

/** The first and the last day that a date covers, in the dossier's zone. */
function dayAt(end: 'start' | 'end'): Column['of'] {
  return ({ happened, until }, { timeZone }) => {
    const instant = end === 'end' ? intervalOf(until ?? happened, timeZone).end - 1 : intervalOf(happened, timeZone).start;
    return Number.isFinite(instant) ? dayOf(instant, timeZone) : '';
  };
}

const joined = (texts: Iterable<string>): string => [...new Set(texts)].filter(Boolean).join('; ');

const about: Column[] = [
  { header: 'Claim', tag: '#meta+id', of: ({ id }) => id },
  { header: 'Kind', tag: '#event+type', of: (claim) => (claim.kind === 'displacement' ? claim.displacement : claim.kind) },
  { header: 'Status', tag: '#status', of: ({ withdrawn }) => (withdrawn ? 'withdrawn' : 'current') },
  { header: 'Summary', tag: '#description+summary', of: ({ summary }) => summary },
  { header: 'First day', tag: '#date+start', of: dayAt('start') },
  { header: 'Last day', tag: '#date+end', of: dayAt('end') },
];

const said: Column[] = [
  { header: 'Sources', tag: '#meta+source', of: ({ reports }, dossier) => joined(reports.map(({ source }) => titleOf(dossier, source))) },
  {
    header: 'Publishers',
    tag: '#meta+publisher',
    of: ({ reports }, dossier) => joined(reports.map(({ source }) => publisherOf(dossier, source))),
  },
  {
    header: 'Addresses',
    tag: '#meta+url',
    of: ({ reports }, { sources }) => joined(reports.map(({ source }) => sources.get(source)?.address ?? '')),
  },
  {
    header: 'Speakers',
    tag: '#meta+speaker',
    of: ({ reports }, { speakers }) => joined(reports.map(({ by }) => (by === undefined ? '' : (speakers.get(by)?.name.en ?? by)))),
  },
  { header: 'Modes', tag: '#meta+mode', of: ({ reports }) => joined(reports.map(({ mode }) => mode)) },
  { header: 'Reports', tag: '#meta+reports+json', of: ({ reports }) => JSON.stringify(reports) },
];

/** What an amount counts, as hashtag and attributes: equal ones are alike, and no others. */
function amountOf(claim: Claim): { readonly header: string; readonly tag: string; readonly amount: Amount } | null {
  if (claim.kind === 'incident') return claim.killed ? { header: 'Killed', tag: '#affected+killed', amount: claim.killed } : null;
  if (claim.kind !== 'displacement') return null;
  if (claim.displacement === 'flow') return { header: 'Displaced, flow', tag: '#affected+displaced+flow', amount: claim.people };
  const { counts, measure, amount } = claim;
  const [what, attribute] = counted[counts];
  // what is only expected is nobody affected, and one person can move twice
  const hashtag = counts === 'movements' || measure === 'forecast' || measure === 'at-risk' ? '#indicator+num' : '#affected';
  return { header: `${what}, ${measure}`, tag: `${hashtag}+${attribute}+${measure.replace('-', '')}`, amount };
}

const counted = {
  people: ['Displaced', 'displaced'],
  deaths: ['Killed', 'killed'],
  movements: ['Movements', 'movements'],
} as const;

/** Members that have a column above. */
const told = new Set([
  'id',
  'geometry',
  'summary',
  'people',
  'amount',
  'killed',
  'displacement',
  'kind',
  'adm1_name',
  'adm1_pcode',
  'place_pcode',
]);
const tags: Readonly<Record<string, string>> = {
  event: '#event+code',
  incident: '#event+incident',
  party: '#group+code+party',
  holder: '#group+code+holder',
  who: '#description+who',
  method: '#meta+method',
  asOf: '#meta+asof',
  since: '#meta+since',
  recorded: '#date+recorded',
};

/** A column for every other member that some claim has, by its name in a table. */
function others(claims: readonly Claim[]): Column[] {
  const names = new Set(claims.flatMap((claim) => [...claimCells(claim).keys()]).filter((name) => !told.has(name)));
  const ours = [...tableColumns.keys()].filter((name) => names.delete(name) && !told.has(name.split('.')[0]!));
  return [...ours, ...[...names].sort()].map((name) => ({
    header: name,
    tag: tagOf(name),
    of: (claim) => {
      const cell = claimCells(claim).get(name);
      return typeof cell?.value === 'number' ? cell.value : textOf(cell);
    },
  }));
}

/** The hashtag of a member; of one that was a hashtag itself that one, and an administrative level's, such as `adm2_pcode`, is known. */
function tagOf(name: string): string {
  if (/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/.test(name)) return name;
  const [, level, what] = /^adm([1-5])_?(p?code|name)$/i.exec(name) ?? [];
  if (level !== undefined && what !== undefined) return `#adm${level}+${/name/i.test(what) ? 'name' : 'code'}`;
  return tags[name] ?? `#meta+${attributeOf(name)}`;
}

/** A name as an HXL attribute: letters, digits and underscores, a letter first. */
function attributeOf(name: string): string {
  const attribute = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  return attribute || 'other';
}

function amounts(claims: readonly Claim[]): Column[] {
  const kinds = new Map(claims.flatMap((claim) => amountOf(claim) ?? []).map(({ header, tag }) => [tag, header]));
  const bound = (tag: string, header: string, name: 'min' | 'max'): Column => ({
    header: `${header}, ${name}`,
    tag: `${tag}+${name}`,
    of: (claim) => {
      const amount = amountOf(claim);
      return amount?.tag === tag ? (amount.amount[name] ?? '') : '';
    },
  });
  const columns = [...kinds].sort().flatMap(([tag, header]) => [bound(tag, header, 'min'), bound(tag, header, 'max')]);
  const words: Column = { header: 'In words', tag: '#description+amount', of: (claim) => amountOf(claim)?.amount.words ?? '' };
  return columns.length > 0 ? [...columns, words] : [];
}

/** The table. Its header and its hashtags stand even where there are no claims. */
export function claimsAsHxl(dossier: Dossier, claims: readonly Claim[]): string {
  const columns = [...about, ...where, whither, ...amounts(claims), ...said, ...others(claims)];
  const rows = claims.map((claim) => columns.map(({ of }) => safe(of(claim, dossier))));
  return `${unparse([columns.map(({ header }) => guarded(header)), distinct(columns.map(({ tag }) => tag)), ...rows], { newline: '\r\n' })}\r\n`;
}

function safe(value: string | number): string | number {
  return typeof value === 'number' ? value : guarded(value);
}

/** Two columns of one tag could not be told apart: a later one has a number. */
function distinct(all: readonly string[]): string[] {
  const used = new Map<string, number>();
  return all.map((tag) => {
    const before = used.get(tag) ?? 0;
    used.set(tag, before + 1);
    return before === 0 ? tag : `${tag}+n${before + 1}`;
  });
}
