import { parseArgs } from 'node:util';
import { find, gazetteerOf, type Candidate } from '../core/gazetteer/gazetteer';
import { readPackaged } from './dossier';
import { Misuse } from './misuse';
import { formatOf } from './options';

export const help = `claimline find NAME [--format text|json]

The gazetteer's places of that name, in any spelling and script, best first: all that it may mean.
Columns: name, kind and feature class, countries, latitude and longitude, codes, the spelling that matched and how.

  --format json   [{"id", "name", "nameAr", "kind", "featureClass", "countries", "coordinates", "precisionM", "geonames", "pcode", "spelling", "match"}]

Exit code: 0 found, 1 nothing of that name, 2 misuse.
`;

/** Lists the places that a name may mean on standard output. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { format: { type: 'string' } } });
  const format = formatOf(values.format);
  const name = positionals.join(' ').trim();
  if (!name) throw new Misuse('A name is missing, such as Rastan.');
  const gazetteer = gazetteerOf([...readPackaged('places.geojson').places, ...readPackaged('levant.geojson').places]);
  const candidates = find(gazetteer, name);
  if (format === 'json') process.stdout.write(`${JSON.stringify(candidates.map(plain), null, 2)}\n`);
  else if (candidates.length > 0) process.stdout.write(table(candidates.map(row)));
  if (candidates.length === 0) process.stderr.write(`No place called “${name}” is known here.\n`);
  return candidates.length > 0 ? 0 : 1;
}

function plain({ place, spelling, match }: Candidate) {
  const { id, title, titleAr, kind, featureClass, countries, point, precisionM, geonames, pcode } = place;
  return {
    id,
    name: title,
    nameAr: titleAr,
    kind,
    featureClass,
    countries,
    coordinates: point,
    precisionM,
    geonames,
    pcode,
    spelling,
    match,
  };
}

function row({ place, spelling, match }: Candidate): string[] {
  const [longitude, latitude] = place.point ?? [];
  const codes = [
    `id ${place.id}`,
    place.geonames === null ? '' : `GeoNames ${place.geonames}`,
    place.pcode === null ? '' : `P-code ${place.pcode}`,
  ];
  return [
    place.title,
    `${place.kind} (${place.featureClass})`,
    place.countries.join(' '),
    latitude === undefined || longitude === undefined ? 'nowhere' : `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`,
    codes.filter(Boolean).join(', '),
    `“${spelling}” ${match}`,
  ];
}

function table(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((each) => each[column]!.length)));
  return rows
    .map(
      (each) =>
        each
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('');
}
