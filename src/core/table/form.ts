import type * as v from 'valibot';
import { depthOf, DEEPEST } from '../check/schema';
import { claimSchemas, type SchemaName } from '../claim-schema';
import { reportSchema } from '../schema';

/**
 * The columns of a table of claims, a row a report. They are named like the members of the GeoJSON files, one of an amount as
 * `people.min`; those of a report stand without a prefix, its anchor's too. `claim.x`, `report.x` and `anchor.x` name a member x that
 * would read as something else. A cell is JSON data: text of a CSV file, or whatever a Parquet file has.
 */

/** How a cell is read: whole texts, texts joined by `; `, numbers, `true` and `false`, or any JSON. */
export type Form = 'text' | 'list' | 'number' | 'flag' | 'any';

/** Where a column belongs: the claim or its report, and the way to the member there. */
export interface Column {
  readonly of: 'claim' | 'report';
  /** One member, or an object's member and one of its own. */
  readonly path: readonly [string] | readonly [string, string];
}

interface Entries {
  readonly [member: string]: v.GenericSchema;
}
type Shape = v.GenericSchema & {
  readonly entries?: Entries;
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly pipe?: readonly Shape[];
};

function bare(schema: Shape): Shape {
  return schema.wrapped ? bare(schema.wrapped) : schema;
}

function formOf(schema: Shape): Form {
  const { type } = bare(schema);
  if (type === 'array') return bare(bare(schema).item!).type === 'string' ? 'list' : 'any';
  if (type === 'number') return 'number';
  if (type === 'boolean') return 'flag';
  return type === 'string' || type === 'literal' || type === 'picklist' ? 'text' : 'any';
}

/** The members of an object's schema by name; of one that is no object, none. */
function entriesOf(schema: Shape): [string, Shape][] {
  return Object.entries(bare(schema).entries ?? {});
}

interface Member {
  readonly form: Form;
  /** Its own members, where it is an object. */
  readonly inner: ReadonlyMap<string, { readonly form: Form; readonly nullable: boolean }> | null;
}

function membersOf(schema: Shape): ReadonlyMap<string, Member> {
  return new Map(
    entriesOf(schema).map(([name, member]): [string, Member] => {
      const inner = entriesOf(member).map(([own, of]) => [own, { form: formOf(of), nullable: of.type === 'nullable' }] as const);
      return [name, { form: formOf(member), inner: inner.length > 0 ? new Map(inner) : null }];
    }),
  );
}

function ofEach<T>(make: (name: SchemaName) => T): Readonly<Record<SchemaName, T>> {
  return { control: make('control'), movement: make('movement'), flow: make('flow'), figure: make('figure'), incident: make('incident') };
}

/** What the members of each kind of claim are, and of a report. */
export const claimMembers = ofEach((name) => membersOf(claimSchemas[name]));
export const reportMembers = membersOf(reportSchema);

/** Of each kind, the members of an object that an empty cell makes null: the bounds of an amount. */
export const nullsOf = ofEach((name) =>
  [...claimMembers[name]].flatMap(([member, { inner }]) =>
    [...(inner ?? [])].flatMap(([own, { nullable }]) => (nullable ? [[member, own] as const] : [])),
  ),
);

const columns = new Map<string, Column>();
const claimColumn = (name: string, ...path: Column['path']) => columns.set(name, { of: 'claim', path });
const reportColumn = (name: string, ...path: Column['path']) => columns.set(name, { of: 'report', path });
for (const name of ['id', 'kind', 'displacement']) claimColumn(name, name);
for (const members of Object.values(claimMembers))
  for (const [name, { inner }] of members)
    if (inner) for (const own of inner.keys()) claimColumn(`${name}.${own}`, name, own);
    else if (name !== 'reports') claimColumn(name, name);
claimColumn('geometry', 'geometry');
for (const [name, { inner }] of reportMembers)
  if (inner) for (const own of inner.keys()) reportColumn(own, name, own);
  else reportColumn(name, name);

/** Every column of our own, in the order in which a table has them. */
export const tableColumns: ReadonlyMap<string, Column> = columns;

const objects = new Set(
  Object.values(claimMembers).flatMap((members) => [...members].flatMap(([name, { inner }]) => (inner ? [name] : []))),
);

/** What a column is of, by its name, ours or not. */
export function columnOf(name: string): Column {
  const known = columns.get(name);
  if (known) return known;
  const dot = name.indexOf('.');
  const [prefix, rest] = [name.slice(0, Math.max(0, dot)), name.slice(dot + 1)];
  if (prefix === 'claim') return { of: 'claim', path: [rest] };
  if (prefix === 'report') return { of: 'report', path: [rest] };
  if (prefix === 'anchor') return { of: 'report', path: ['anchor', rest] };
  return { of: 'claim', path: objects.has(prefix) ? [prefix, rest] : [name] };
}

/** The name of the column that is of a member: the one that `columnOf` leads back from. */
export function nameOfColumn({ of, path }: Column): string {
  const [member, own] = path;
  const plain = of === 'report' ? (own ?? member) : path.join('.');
  if (plain !== '' && same(columnOf(plain), { of, path })) return plain;
  return own === undefined ? `${of}.${member}` : `anchor.${own}`;
}

function same(a: Column, b: Column): boolean {
  return a.of === b.of && a.path.length === b.path.length && a.path.every((step, i) => step === b.path[i]);
}

/** The form of a claim's member, or of an object's; `any` of one that its kind does not have. */
export function formAt(members: ReadonlyMap<string, Member>, [member, own]: Column['path']): Form {
  const known = members.get(member);
  return (own === undefined ? known?.form : known?.inner?.get(own)?.form) ?? 'any';
}

/** Whether a cell says nothing. */
export function isEmpty(cell: unknown): boolean {
  return cell === '' || cell === null || cell === undefined;
}

/** What a cell that is not empty says. What is not of its form comes back as it stands, for the check to object to. */
export function valueOf(form: Form, cell: unknown): unknown {
  if (typeof cell !== 'string') return form === 'text' && typeof cell !== 'object' ? String(cell) : cell;
  switch (form) {
    case 'text':
      // two quotation marks are an empty text, three are one, and so on
      return /^""+$/.test(cell) ? cell.slice(2) : cell;
    case 'list':
      return cell.startsWith('[') ? (parsed(cell) ?? [cell]) : cell.split(/; +/);
    case 'number':
      return /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(cell) ? Number(cell) : cell;
    case 'flag':
      return /^(true|false)$/i.test(cell) ? /^t/i.test(cell) : cell;
    case 'any':
      return anyOf(cell);
  }
}

/** JSON where the text is some, and else the text: `0012` and a number too long to keep stay texts. */
function anyOf(cell: string): unknown {
  const value = /^[[{"]/.test(cell) || /^(-?\d|true$|false$|null$)/.test(cell) ? parsed(cell) : undefined;
  if (value === undefined) return cell;
  return typeof value === 'number' && String(value) !== cell ? cell : value;
}

function parsed(cell: string): unknown {
  try {
    const value: unknown = JSON.parse(cell);
    return depthOf(value) < DEEPEST ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a value, as `valueOf` reads it back; empty for undefined, and for null where the form has no other. */
export function cellOf(form: Form, value: unknown): string {
  if (value === undefined || (value === null && form === 'number')) return '';
  if (form === 'text' && typeof value === 'string') return /^"*$/.test(value) ? `""${value}` : value;
  if (form === 'list' && Array.isArray(value)) {
    const joined = value.join('; ');
    return JSON.stringify(valueOf('list', joined)) === JSON.stringify(value) && joined !== '' ? joined : JSON.stringify(value);
  }
  if (form === 'any' && typeof value === 'string' && value !== '' && anyOf(value) === value) return value;
  return typeof value === 'number' && form === 'number' ? String(value) : JSON.stringify(value);
}
