import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { guessMapping } from '../../../src/core/import/mapping';
import type { TableReading } from '../../../src/core/import/table';
import { readKmlRows } from '../../../src/formats/rows/kml-rows';
import { claimsAsKml } from '../../../src/formats/kml';
import { syria } from '../../geo/dossier';

async function cellsOf({ head, rows }: TableReading): Promise<(readonly string[])[]> {
  const all = [head.headings];
  for await (const piece of rows) all.push(...piece.map(({ cells }) => cells));
  return all;
}
const kml = (inner: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  strToU8(`${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>All</name>${inner}</Document></kml>`);
const homs = '<Placemark><name>Homs</name><Point><coordinates>36.7,34.7,0</coordinates></Point></Placemark>';

describe('KML', () => {
  test('has a row a placemark: folders, times, data, a description without its HTML', async () => {
    const text = kml(
      `<Folder><name>Strikes &amp; more</name><Placemark id="p"><name><![CDATA[Homs <3]]></name>
        <description><![CDATA[One<br/>two &amp; <b onclick="x()">three</b><script>alert(1)</script>]]></description>
        <TimeStamp><when>2024-12-05T10:00:00Z</when></TimeStamp><styleUrl>#red</styleUrl>
        <ExtendedData><Data name="faction"><displayName>no</displayName><value>A</value></Data>
        <SchemaData schemaUrl="#s"><SimpleData name="name">B</SimpleData></SchemaData></ExtendedData>
        <Point><coordinates> 36.7,34.7,0 </coordinates></Point></Placemark></Folder>
      <Placemark><name>حمص &#x1F600;</name><TimeSpan><begin>2024-12-01</begin><end>2024-12-03</end></TimeSpan>
        <LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>`,
    );
    expect(await cellsOf(readKmlRows(text))).toEqual([
      ['name', 'description', 'date', 'styleUrl', 'faction', 'data.name', 'folder', 'longitude', 'latitude', 'date end'],
      ['Homs <3', 'One\ntwo & three', '2024-12-05T10:00:00Z', '#red', 'A', 'B', 'All / Strikes & more', '36.7', '34.7', ''],
      ['حمص 😀', '', '2024-12-01', '', '', '', 'All', '', '', '2024-12-03'],
    ]);
  });

  test('in an archive, with a prefix, or in another encoding reads the same', async () => {
    const plain = await cellsOf(readKmlRows(kml(homs)));
    const zip = zipSync({ 'images/a.png': new Uint8Array(9), 'other.kml': strToU8('x'), 'doc.kml': kml(homs) });
    expect(await cellsOf(readKmlRows(zip))).toEqual(plain);
    expect(readKmlRows(zip).head.reasons).toEqual(['KMZ: a row a placemark of doc.kml; 1 other KML files in the archive are not read']);
    const prefixed = strToU8(
      '<k:kml xmlns:k="x"><k:Document><k:name>All</k:name><k:Placemark><k:name>Homs</k:name><k:Point><k:coordinates>36.7,34.7</k:coordinates></k:Point></k:Placemark></k:Document></k:kml>',
    );
    expect(await cellsOf(readKmlRows(prefixed))).toEqual(plain);
    const arabic = Uint8Array.from([
      ...strToU8('<?xml version="1.0" encoding="windows-1256"?><kml><Placemark><name>'),
      ...[0xcd, 0xe3, 0xd5],
      ...strToU8('</name></Placemark></kml>'),
    ]);
    expect((await cellsOf(readKmlRows(arabic)))[1]).toEqual(['حمص']);
  });

  test('that this program wrote has a row a claim', async () => {
    const dossier = syria();
    const claims = [...dossier.claims];
    const [headings, ...rows] = await cellsOf(readKmlRows(strToU8(claimsAsKml(dossier, claims))));
    expect(rows).toHaveLength(claims.length);
    expect(headings).toEqual(expect.arrayContaining(['name', 'date', 'holder', 'longitude']));
  });

  test('of GeoConfirmed, whose placemarks are named by their days, is dated by their names', async () => {
    const [headings, ...rows] = await cellsOf(
      readKmlRows(kml('<Placemark><name><![CDATA[20 APR 2026]]></name><description>A strike</description></Placemark>')),
    );
    expect(guessMapping(headings!, null, rows, null).mapping.columns.date).toEqual({ column: 'name' });
  });

  const mark = (inner: string) => `<Placemark><Point><coordinates>36.7,34.7</coordinates></Point>${inner}</Placemark>`;
  const data = (name: string, value: string) => `<ExtendedData><Data name="${name}"><value>${value}</value></Data></ExtendedData>`;
  test.each([['Date'], ['date'], ['event_date'], ['التاريخ']])(
    'whose data “%s” are empty or missing are dated by their own times, and a time that says another day is kept beside it',
    async (name) => {
      const stamp = (day: string) => `<TimeStamp><when>${day}</when></TimeStamp>`;
      const span = '<TimeSpan><begin>2024-12-01</begin><end>2024-12-03</end></TimeSpan>';
      const reading = readKmlRows(
        kml(
          [
            mark(data(name, '2024-12-05') + stamp('2024-12-09')),
            mark(data(name, '') + stamp('2024-12-06')),
            mark(stamp('2024-12-07')),
            mark(data(name, '2024-12-08') + stamp('2024-12-08')),
            mark(span),
            mark(data(name, '2024-12-02') + span),
          ].join(''),
        ),
      );
      expect(reading.head.reasons[1]).toBe(`where “${name}” is empty the placemark’s own time counts`);
      const [headings, ...rows] = await cellsOf(reading);
      const { columns } = guessMapping(headings!, null, rows, null).mapping;
      const of = (heading: string) => rows.map((row) => row[headings!.indexOf(heading)]);
      expect(of((columns.date as { column: string }).column)).toEqual([
        '2024-12-05',
        '2024-12-06',
        '2024-12-07',
        '2024-12-08',
        '2024-12-01',
        '2024-12-02',
      ]);
      expect(of('date end')).toEqual(['', '', '', '', '2024-12-03', '']);
      expect(of('placemark time')).toEqual(['2024-12-09', '', '', '', '', '2024-12-01']);
    },
  );

  test('areas beside points are told, and each is no row for that reason; where they name their places they are rows', async () => {
    const square =
      '<Polygon><outerBoundaryIs><LinearRing><coordinates>36,34 37,34 37,35 36,34</coordinates></LinearRing></outerBoundaryIs></Polygon>';
    const area = (inner: string) => `<Placemark>${inner}<MultiGeometry>${square}</MultiGeometry></Placemark>`;
    const faults = async (bytes: Uint8Array) => {
      const { head, rows } = readKmlRows(bytes);
      const all = [];
      for await (const piece of rows) all.push(...piece.map(({ fault }) => fault?.slice(0, 13) ?? null));
      return [head.reasons.length, all];
    };
    const holder = data('holder', 'HTS');
    expect(await faults(kml(mark(holder) + area(holder) + mark(holder)))).toEqual([2, [null, 'it is an area', null]]);
    expect(readKmlRows(kml(mark(holder) + area(holder))).head.reasons[1]).toMatch(/^of 2 placemarks one is an area/);
    expect(await faults(kml(mark(data('town', 'Homs')) + area(data('town', 'Hama'))))).toEqual([1, [null, null]]);
  });

  const laughs = '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
  test.each([
    ['a billion laughs', kml(`<Placemark><name>&c;</name></Placemark>`, laughs), /declaration <!DOCTYPE/],
    ['an entity', strToU8('<!ENTITY a SYSTEM "file:///etc/passwd"><kml/>'), /declaration <!ENTITY/],
    ['a page', strToU8('<!doctype html><html></html>'), /it is a web page/],
    ['half a file', kml(homs).subarray(0, 200), /no well-formed XML/],
    ['other XML', strToU8('<gpx><wpt/></gpx>'), /no KML/],
    ['nothing', kml(''), /no placemarks/],
    ['links', kml('<NetworkLink><Link><href>https://example.org/a.kml</href></Link></NetworkLink>'), /only links to files elsewhere/],
    ['letters for numbers', kml(homs.replace('36.7', 'x')), /placemark 1 has “x,34.7,0”/],
    ['a tower', strToU8(`<kml>${'<Folder>'.repeat(1e5)}`), /nested more than 200 deep/],
    ['an archive of pictures', zipSync({ 'a.png': new Uint8Array(3) }), /without a KML file/],
    ['half an archive', zipSync({ 'doc.kml': kml(homs) }).subarray(0, 60), /cannot be unpacked/],
  ])('%s is refused in words', (_, bytes, why) => {
    expect(() => readKmlRows(Uint8Array.from(bytes))).toThrow(why);
  });

  test('an archive that unpacks to too much is refused before it is unpacked, and one that lies is cut off', () => {
    const bomb = zipSync({ 'doc.kml': new Uint8Array(30_000_000) });
    const view = new DataView(bomb.buffer);
    const central = bomb.findLastIndex((byte, i) => byte === 0x50 && bomb[i + 1] === 0x4b && bomb[i + 2] === 1 && bomb[i + 3] === 2);
    view.setUint32(central + 24, 0xf0000000, true);
    expect(() => readKmlRows(bomb)).toThrow(/unpacks to 4027 MB/);
    view.setUint32(central + 24, 10, true);
    expect(() => readKmlRows(bomb)).toThrow(/cannot be unpacked|no well-formed XML/);
  });

  test('signs that open nothing are read in a time that grows with their number', () => {
    const start = performance.now();
    readKmlRows(kml(`<Placemark><description><![CDATA[${'<a'.repeat(200_000)}]]></description></Placemark>`));
    readKmlRows(kml(`<Placemark><description><![CDATA[${'<script>'.repeat(50_000)}]]></description></Placemark>`));
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('data called like parts of objects are columns, and pollute nothing', async () => {
    const data = ['__proto__', 'constructor', 'toString'].map((name) => `<Data name="${name}"><value>1</value></Data>`).join('');
    const [headings] = await cellsOf(readKmlRows(kml(`<Placemark><ExtendedData>${data}</ExtendedData></Placemark>`)));
    expect(headings).toEqual(['__proto__', 'constructor', 'toString', 'folder']);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });
});
