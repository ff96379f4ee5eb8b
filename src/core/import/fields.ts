/** What a row of a table can say, and the headings by which tables are known to say it. */

/** What a table is about: who holds places, single events, movements of people, numbers of people. */
export const tableKinds = ['control', 'events', 'flows', 'figures'] as const;
export type TableKind = (typeof tableKinds)[number];

/** A field of a row, and the headings that mean it, folded (see `foldHeading`), the surest first. */
export const fields = {
  id: ['eventidcnty', 'eventid', 'id', 'relid', 'uuid', 'uid', '#event+code', '#event+id', '#meta+id'],
  placeId: ['placeid'],
  place: [
    'location',
    'place',
    'placename',
    'placenameen',
    'town',
    'city',
    'village',
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
    'where',
    'pluscode',
    '#loc',
    '#adm4',
    '#adm3',
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
    '#adm2',
    '#adm1',
  ],
  pcode: ['pcode', 'placepcode', 'admin4pcode', 'admin3pcode', 'communitypcode', 'locationpcode', '#loc+code', '#adm4+code', '#adm3+code'],
  areaPcode: ['areapcode', 'districtpcode', 'admin2pcode', 'admin1pcode', 'adm2code', '#adm2+code', '#adm1+code'],
  geonames: ['geonames', 'geonameid', 'geonamesid'],
  latitude: ['latitude', 'lat', 'y', 'la', '#geo+lat'],
  longitude: ['longitude', 'lon', 'lng', 'long', 'x', 'lo', '#geo+lon'],
  placePrecision: ['whereprec', 'geoprecision'],
  date: [
    'eventdate',
    'date',
    'datestart',
    'day',
    'when',
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
  published: ['published', 'publishedon', 'datepublished', 'reported', 'sourcedate', '#date+reported'],
  source: ['source', 'sources', 'sourceoffice', 'sourcearticle', 'originator', 'reportedby', 'originalsource', '#meta+source'],
  party: [
    'holder',
    'controlledby',
    'heldby',
    'incontrol',
    'controlby',
    'control',
    'party',
    'actor1',
    'sidea',
    'faction',
    'actor',
    '#group',
  ],
  status: ['status', 'controlstatus', '#status'],
  event: ['subeventtype', 'eventtype', 'event', 'incident', 'incidenttype', 'category', 'type', 'typeofviolence', '#event+type', '#event'],
  killed: ['fatalities', 'best', 'deaths', 'killed', '#affected+killed'],
  killedLow: ['low'],
  killedHigh: ['high'],
  note: ['notes', 'note', 'description', 'comment', 'comments', 'remarks', 'sourceheadline', '#description'],
  from: [
    'from',
    'origin',
    'placeoforigin',
    'originname',
    'countryoforigin',
    'cooname',
    'origingovernorate',
    'origindistrict',
    '#adm2+origin',
    '#adm1+origin',
    '#country+origin',
    '#loc+origin',
  ],
  fromPcode: ['originpcode', 'frompcode', '#adm1+code+origin', '#adm2+code+origin', '#country+code+origin', '#loc+code+origin'],
  to: [
    'to',
    'destination',
    'placeofasylum',
    'destinationname',
    'countryofasylum',
    'coaname',
    'destinationgovernorate',
    '#adm2+dest',
    '#adm1+dest',
    '#country+dest',
    '#loc+dest',
  ],
  toPcode: ['destinationpcode', 'topcode', '#adm1+code+dest', '#adm2+code+dest', '#country+code+dest', '#loc+code+dest'],
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
  who: ['who', 'caseload', 'populationgroup', 'populationtype', 'group', '#beneficiary', '#affected+type'],
  method: ['method', 'methodology', 'datacollectionmethod', '#meta+method'],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof fields;
export const fieldNames = Object.keys(fields) as readonly Field[];

/**
 * A heading without its case, signs and spaces. A hashtag of HXL 1.1 keeps its attributes, in the order of the alphabet since theirs says nothing, but for
 * those that change nothing of what it means: a language (`+i_ar`, `+en`), a vocabulary (`+v_pcode`), `+name`, and `+ind`, which is people and not households.
 */
export function foldHeading(heading: string): string {
  const plain = heading.normalize('NFKC').trim().toLowerCase();
  if (plain.startsWith('#')) {
    const [hashtag, ...attributes] = plain.replace(/\s+/g, '').split('+');
    return [hashtag, ...attributes.filter((each) => !/^(i_\w+|v_\w+|en|ar|fr|name|ind)$/.test(each)).sort()].join('+');
  }
  return plain.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a row is one of HXL hashtags: at least one cell, and every cell that is not empty, is one. */
export function isHashtags(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => /^\s*#[a-z][a-z0-9_]*(\s*\+\s*[a-z][a-z0-9_]*)*\s*$/i.test(cell));
}
