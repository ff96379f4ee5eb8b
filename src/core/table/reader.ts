import { nearest } from '../gazetteer/suggest';
import type { ClaimTaker, RawClaim } from '../check/claim-check';
import { schemaNameOf, type SchemaName } from '../claim-schema';
import { quoted, type Issue, type IssueCode } from '../issue';
import {
  claimMembers,
  columnOf,
  formAt,
  isEmpty,
  nameOfColumn,
  nullsOf,
  reportMembers,
  tableColumns,
  valueOf,
  type Column,
  type Form,
} from './form';

/** Turns the rows of a table into claims: one row a report, and rows one after another with one id are one claim. */

/** A column of one table, and how its cells are read. */
interface Read extends Column {
  readonly index: number;
  readonly form: Form;
}

/** Rows of one id, so far. */
interface Open {
  readonly id: unknown;
  readonly cells: readonly unknown[];
  /** The number of each of its rows. */
  readonly rows: number[];
  readonly reports: Record<string, unknown>[];
  /** Some later row said something else about the claim. */
  torn: boolean;
}

const required = ['id', 'kind', 'source'] as const;

export class TableReader {
  readonly #reader: ClaimTaker;
  readonly #file: string;
  readonly #names: readonly string[];
  readonly #idAt: number;
  readonly #kindAt: number;
  readonly #displacementAt: number;
  readonly #claimColumns: readonly Read[];
  readonly #reportColumns: readonly Read[];
  readonly #byKind = new Map<SchemaName | null, readonly Read[]>();
  #open: Open | null = null;

  private constructor(reader: ClaimTaker, file: string, names: readonly string[]) {
    this.#reader = reader;
    this.#file = file;
    this.#names = names;
    this.#idAt = names.indexOf('id');
    this.#kindAt = names.indexOf('kind');
    this.#displacementAt = names.indexOf('displacement');
    const columns = names.flatMap((name, index) => (name === '' ? [] : [{ ...columnOf(name), index }]));
    this.#claimColumns = columns.filter(({ of }) => of === 'claim').map((column) => ({ ...column, form: 'any' }));
    this.#reportColumns = columns
      .filter(({ of }) => of === 'report')
      .map((column) => ({ ...column, form: formAt(reportMembers, column.path) }));
  }

  /** A reader for a table of these columns; null, with issues, where no claims can be read by them. `at` is where messages say that the header is. */
  static of(reader: ClaimTaker, file: string, header: readonly string[], at: string): TableReader | null {
    const names = header.map((name) => (tableColumns.has(name.trim()) ? name.trim() : name));
    const issues: Issue[] = [];
    const fault = (column: string, code: IssueCode, found: string, expected: string, mend: string) =>
      issues.push({ file, at: column ? `${at}, column ${column}` : at, id: null, code, found, expected, mend });
    for (const name of required)
      if (!names.includes(name))
        fault(
          name,
          'missing',
          quoted(names.join(', ')),
          `a column ${quoted(name)}`,
          slipOf(name, names) ?? `add the column ${quoted(name)}`,
        );
    for (const name of new Set(names))
      if (name !== '' && names.indexOf(name) !== names.lastIndexOf(name))
        fault(name, 'duplicate', quoted(name), 'each column once', 'rename one of the two, or take it out');
    for (const name of names)
      if (columnOf(name).path.includes('__proto__')) fault('', 'value', quoted(name), 'a name that a member can have', 'rename the column');
    const usable = issues.length === 0;
    if (names.includes(''))
      fault('', 'value', 'a column without a name', 'a name for each column', 'name the column, or take it out; it is not read');
    reader.issues.push(...issues);
    if (!usable) reader.lose();
    return usable ? new TableReader(reader, file, names) : null;
  }

  /** Takes the next row; `number` is what messages call it. */
  row(cells: readonly unknown[], number: number): void {
    if (cells.length !== this.#names.length) {
      const [is, are] = [cells.length, this.#names.length];
      this.fault(
        number,
        'csv',
        `${is} cells`,
        `${are} cells, as the header has`,
        'correct the commas and quotation marks of the row; it is not read',
      );
      return;
    }
    const id = cells[this.#idAt];
    if (!this.#open || this.#open.id !== id) {
      this.end();
      this.#open = { id, cells, rows: [], reports: [], torn: false };
    } else this.#compare(this.#open, cells, number);
    this.#open.rows.push(number);
    const report = membersIn(cells, this.#reportColumns);
    if (report) this.#open.reports.push({ ...report, anchor: report['anchor'] ?? {} });
  }

  /** Hands over the last claim. */
  end(): void {
    const open = this.#open;
    this.#open = null;
    if (open && !open.torn) this.#reader.add(this.#file, null, this.#claimOf(open));
  }

  /** Names a row that is not read. */
  fault(number: number, code: IssueCode, found: string, expected: string, mend: string): void {
    this.#reader.issues.push({ file: this.#file, at: `row ${number}`, id: null, code, found, expected, mend });
    this.#reader.lose();
  }

  #compare(open: Open, cells: readonly unknown[], number: number): void {
    for (const { index } of this.#claimColumns) {
      const [cell, first] = [cells[index], open.cells[index]];
      if (cell === first || isEmpty(cell) || (typeof cell === 'object' && JSON.stringify(cell) === JSON.stringify(first))) continue;
      open.torn = true;
      this.#reader.lose();
      this.#reader.issues.push({
        file: this.#file,
        at: `row ${number}, column ${this.#names[index]}`,
        id: typeof open.id === 'string' ? open.id : null,
        code: 'row',
        found: quoted(cell),
        expected: `nothing, or ${quoted(first)} as in row ${open.rows[0]}`,
        mend: 'correct one of the two, or give the row a claim of its own by another id',
      });
    }
  }

  #claimOf({ id, cells, rows, reports }: Open): RawClaim {
    const name = schemaNameOf({ kind: cells[this.#kindAt], displacement: cells[this.#displacementAt] });
    const { id: _id, geometry = null, ...properties } = membersIn(cells, this.#columnsFor(name)) ?? {};
    if (name !== null)
      for (const [member, own] of nullsOf[name]) {
        const outer = properties[member];
        if (typeof outer === 'object' && outer !== null && !(own in outer)) (outer as Record<string, unknown>)[own] = null;
      }
    return {
      feature: { type: 'Feature', id: isEmpty(id) ? undefined : id, geometry, properties: { ...properties, reports } },
      locate: (pointer) => this.#locate(pointer, rows),
    };
  }

  /** The claim's columns with the forms that its kind gives them. */
  #columnsFor(name: SchemaName | null): readonly Read[] {
    const known = this.#byKind.get(name);
    if (known) return known;
    const members = name === null ? new Map() : claimMembers[name];
    const columns = this.#claimColumns.map((column) => ({ ...column, form: formAt(members, column.path) }));
    this.#byKind.set(name, columns);
    return columns;
  }

  #locate(pointer: string, rows: readonly number[]): string {
    const [top, member, own, inner, deeper] = pointer
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (top === 'properties' && member === 'reports' && own !== undefined) {
      const row = `row ${rows[Number(own)] ?? rows[0]}`;
      if (inner === undefined) return row;
      const path = deeper === undefined ? ([inner] as const) : ([inner, deeper] as const);
      return inner === 'anchor' && deeper === undefined ? row : `${row}, column ${nameOfColumn({ of: 'report', path })}`;
    }
    const row = `row ${rows[0]}`;
    if (top !== 'properties') return top === undefined ? row : `${row}, column ${top}`;
    if (member === undefined) return row;
    const path = own !== undefined && this.#names.includes(`${member}.${own}`) ? ([member, own] as const) : ([member] as const);
    return `${row}, column ${member === 'reports' ? 'source' : nameOfColumn({ of: 'claim', path })}`;
  }
}

/** What the cells of a row say, by member; null where they say nothing. */
function membersIn(cells: readonly unknown[], columns: readonly Read[]): Record<string, unknown> | null {
  let members: Record<string, unknown> | null = null;
  for (const { index, path, form } of columns) {
    const cell = cells[index];
    if (isEmpty(cell)) continue;
    members ??= {};
    const value = valueOf(form, cell);
    const [member, own] = path;
    if (own === undefined) members[member] = value;
    else {
      const outer = members[member];
      if (typeof outer === 'object' && outer !== null) (outer as Record<string, unknown>)[own] = value;
      else members[member] = { [own]: value };
    }
  }
  return members;
}

/** A column that may be a slip for one that is missing. */
function slipOf(name: string, names: readonly string[]): string | null {
  const slip = nearest(name, names);
  return slip === null ? null : `is ${quoted(slip)} meant to be ${quoted(name)}?`;
}
