/** What a row of a table can say, and the headings by which tables are known to say it. */

/** What a table is about: who holds places, single events, movements of people, numbers of people. */
export const tableKinds = ['control', 'events', 'flows', 'figures'] as const;
export type TableKind = (typeof tableKinds)[number];

/** A field of a row, and the headings that mean it, folded (see `foldHeading`), the surest first. */
export const fields = {
  id: ['eventidcnty', 'eventid', 'id', 'relid', 'uuid', 'uid', '#event+id', '#meta+id'],
  place: [
    'location',
    'place',
    'placename',
    'placenameen',
    'town',
    'city',
    'locality',
    'settlement',
    'community',
    'communityname',
    'sitename',
    'site',
    'wherecoordinates',
    'admin4nameen',
    'admin3nameen',
    'admin3',
    'adm3',
    '#loc+name',
    '#loc',
    '#adm4+name',
    '#adm3+name',
  ],
  area: [
    'area',
    'district',
    'governorate',
    'admin2nameen',
    'admin1nameen',
    'admin2',
    'admin1',
    'adm2',
    'adm1',
    'province',
    'region',
    '#adm2+name',
    '#adm1+name',
  ],
  pcode: ['pcode', 'placepcode', 'admin4pcode', 'admin3pcode', 'communitypcode', 'locationpcode', '#loc+code', '#adm4+code', '#adm3+code'],
  areaPcode: ['areapcode', 'districtpcode', 'admin2pcode', 'admin1pcode', 'adm2code', '#adm2+code', '#adm1+code'],
  geonames: ['geonames', 'geonameid', 'geonamesid'],
  latitude: ['latitude', 'lat', 'y', '#geo+lat'],
  longitude: ['longitude', 'lon', 'lng', 'long', 'x', '#geo+lon'],
  date: [
    'eventdate',
    'date',
    'datestart',
    'day',
    'asof',
    'reportingdate',
    'surveydate',
    'datereported',
    'year',
    '#date+occurred',
    '#date',
    '#date+start',
  ],
  dateEnd: ['dateend', 'enddate', 'until', '#date+end'],
  precision: ['timeprecision', 'dateprec', 'dateprecision'],
  published: ['published', 'publishedon', 'datepublished', 'reported', '#date+reported', '#date+published'],
  source: ['source', 'sources', 'sourceoffice', 'sourcearticle', 'originator', 'reportedby', '#meta+source'],
  party: ['holder', 'controlledby', 'controlby', 'control', 'party', 'actor1', 'sidea', 'faction', 'actor', '#org'],
  status: ['status', 'controlstatus', '#status'],
  event: ['subeventtype', 'eventtype', 'event', 'incident', 'incidenttype', 'category', 'type', 'typeofviolence', '#event+type', '#event'],
  killed: ['fatalities', 'best', 'deaths', 'killed', '#affected+killed'],
  note: ['notes', 'note', 'description', 'comment', 'sourceheadline', '#description'],
  from: [
    'from',
    'origin',
    'placeoforigin',
    'originname',
    'countryoforigin',
    'origingovernorate',
    'origindistrict',
    '#adm1+origin',
    '#country+origin',
    '#loc+origin',
  ],
  fromPcode: ['originpcode', 'frompcode', '#adm1+code+origin', '#loc+code+origin'],
  to: [
    'to',
    'destination',
    'placeofasylum',
    'destinationname',
    'countryofasylum',
    'destinationgovernorate',
    '#adm1+dest',
    '#country+dest',
    '#loc+dest',
  ],
  toPcode: ['destinationpcode', 'topcode', '#adm1+code+dest', '#loc+code+dest'],
  people: [
    'people',
    'individuals',
    'persons',
    'idps',
    'idp',
    'displaced',
    'numberofidps',
    'totalidps',
    'individualsdisplaced',
    'refugees',
    'count',
    'number',
    'total',
    '#affected+displaced',
    '#affected+idps',
    '#affected+refugees',
    '#affected',
  ],
  who: ['who', 'caseload', 'populationgroup', 'populationtype', 'group', '#affected+type'],
  method: ['method', 'methodology', 'datacollectionmethod', '#meta+method'],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof fields;
export const fieldNames = Object.keys(fields) as readonly Field[];

/** A heading without its case, signs and spaces; a hashtag of HXL keeps its attributes, in the order of the alphabet but for those that say what is counted. */
export function foldHeading(heading: string): string {
  const plain = heading.normalize('NFKC').trim().toLowerCase();
  if (plain.startsWith('#')) return plain.replace(/\s+/g, '');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a row is one of HXL hashtags: at least one cell, and every cell that is not empty, is one. */
export function isHashtags(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => /^\s*#[a-z][a-z0-9_]*(\s*\+\s*[a-z][a-z0-9_]*)*\s*$/i.test(cell));
}
