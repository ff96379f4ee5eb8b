/**
 * The dossier's gazetteer as it is written by hand: what no package says, or says otherwise. `articles` are the
 * spellings of the five articles, `also` the common ones; folding makes forms with or without article, hyphen,
 * apostrophe or diacritic unnecessary. Coordinates are [longitude, latitude] in degrees.
 */

/** Towns by GeoNames id. Coordinates, population and country come from the larger gazetteer, titles too unless given here. */
export const TOWNS = [
  { id: 'idlib', geonames: 169389, articles: ['Idlib'], also: ['Idleb', 'Edlib', 'ادلب'] },
  { id: 'aleppo', geonames: 170063, articles: ['Aleppo'], also: ['Halab', 'Haleb', 'Alep'] },
  { id: 'hama', geonames: 170017, articles: ['Hama'], also: ['Hamah', 'Hamat', 'حماه'] },
  { id: 'rastan', geonames: 172946, articles: ['Rastan'], also: ['Ar-Rastan', 'Al-Rastan', 'Er Rastan', 'Rastane'] },
  {
    id: 'talbisa',
    geonames: 163779,
    title: 'Talbisa',
    articles: ['Talbisa'],
    also: ['Talbiseh', 'Talbisah', 'Tallbisah', 'Telbiseh', 'Telbise', 'Tell Bise', 'Talbeesa', 'Talbeeseh'],
  },
  { id: 'homs', geonames: 169577, articles: ['Homs'], also: ['Hims', 'Hums', 'Homs City', 'مدينة حمص'] },
  { id: 'latakia', geonames: 173576, articles: ['Latakia'], also: ['Lattakia', 'Latakiya', 'Ladhiqiyah', 'Al-Ladhiqiyah', 'Lattaquié'] },
  { id: 'tartus', geonames: 163345, articles: ['Tartus'], also: ['Tartous', 'Tartoos', 'Tortosa'] },
  { id: 'damascus', geonames: 170654, articles: ['Damascus'], also: ['Dimashq', 'Damas', 'ash-Sham', 'الشام'] },
  {
    id: 'tal-rifaat',
    geonames: 163476,
    title: 'Tal Rifaat',
    articles: ['Tal Rifaat'],
    also: ["Tall Rif'at", "Tal Rif'at", 'Tel Rifaat', 'Tell Rifaat', 'Tall Rifaat', 'Tel Rifat', 'Tell Rifat', 'Tal Refaat', 'Tel Refaat'],
  },
  {
    id: 'deir-ez-zor',
    geonames: 170794,
    title: 'Deir ez-Zor',
    articles: ['Deir Al-Zor'],
    also: ['Deir ez-Zour', 'Deir al-Zour', 'Dayr az-Zawr', 'Deir Ezzor', 'Deir Azzor', 'Deirezzor', 'Der Zor'],
  },
  { id: 'raqqa', geonames: 172955, title: 'Raqqa', articles: ['al-Raqqa'], also: ['Ar-Raqqah', 'Rakka', 'Raqa', 'Racca'] },
  { id: 'beirut', geonames: 276781, articles: [], also: ['Beyrouth', 'Bayrut', 'Beyrut'] },
  { id: 'baghdad', geonames: 98182, articles: [], also: ['Bagdad'] },
];

/** Cities beyond the larger gazetteer; coordinates and population of GeoNames. */
export const FAR_CITIES = [
  city('tehran', 112931, 'IR', [51.42151, 35.69439], 7153309, 'Tehran', 'طهران', ['Tehran'], ['Teheran', 'تهران']),
  city('moscow', 524901, 'RU', [37.61556, 55.75222], 10381222, 'Moscow', 'موسكو', [], ['Moskva', 'Москва']),
  city('ankara', 323786, 'TR', [32.85427, 39.91987], 3517182, 'Ankara', 'أنقرة', ['Ankara'], ['Angora']),
  city('geneva', 2660646, 'CH', [6.14569, 46.20222], 183981, 'Geneva', 'جنيف', ['Geneva'], ['Genève', 'Genf']),
  city('new-york', 5128581, 'US', [-74.00597, 40.71427], 8804190, 'New York', 'نيويورك', ['New York'], ['New York City', 'NYC']),
];

function city(id, geonames, country, point, population, title, arabic, articles, also) {
  return { id, geonames, country, point, population, title, arabic, articles, also };
}

/** Where a governorate's mark stands: clear of the mark of the town whose name it shares. */
const GOVERNORATE_POINTS = {
  idlib: [36.68, 35.72],
  aleppo: [37.601, 36.105],
  hama: [37.22, 35.235],
  homs: [38.143, 34.15],
  latakia: [36.006, 35.549],
  tartus: [36.09, 34.927],
  damascus: [36.24, 33.54],
  'rif-dimashq': [37.073, 33.529],
  'deir-ez-zor': [40.3, 35.05],
  raqqa: [38.95, 36.3],
  quneitra: [35.914, 33.053],
};

/**
 * Syrian governorates: outline by ISO code from the basemap, GeoNames id, OCHA P-code, and the name they share with a town.
 * Natural Earth and GeoNames disagree about the id of Damascus: none is given.
 */
export const GOVERNORATES = [
  governorate('idlib', 'SY-ID', 169387, 'SY07', 'Idlib', 'إدلب', ['Idlib', 'northwestern Idlib'], ['Idleb', 'ادلب']),
  governorate('aleppo', 'SY-HL', 170062, 'SY02', 'Aleppo', 'حلب', [], ['Aleppo', 'Halab']),
  governorate('hama', 'SY-HM', 170015, 'SY05', 'Hama', 'حماة', ['Hama', 'province of Hama'], ['Hamah', 'حماه']),
  governorate('homs', 'SY-HI', 169575, 'SY04', 'Homs', 'حمص', [], ['Homs', 'Hims']),
  governorate('latakia', 'SY-LA', 173578, 'SY06', 'Latakia', 'اللاذقية', ['Latakia'], ['Lattakia', 'Ladhiqiyah']),
  governorate('tartus', 'SY-TA', 163342, 'SY10', 'Tartus', 'طرطوس', ['Tartus'], ['Tartous']),
  governorate('damascus', 'SY-DI', null, 'SY01', 'Damascus', 'دمشق', [], ['Damascus', 'Dimashq']),
  governorate(
    'rif-dimashq',
    'SY-RD',
    170652,
    'SY03',
    'Rif Dimashq',
    'ريف دمشق',
    [],
    ['Rif Dimashq', 'Rural Damascus', 'Damascus countryside'],
  ),
  governorate(
    'deir-ez-zor',
    'SY-DY',
    170792,
    'SY09',
    'Deir ez-Zor',
    'دير الزور',
    ['Deir Al-Zor'],
    ['Deir ez-Zor', 'Deir ez-Zour', 'Dayr az-Zawr'],
  ),
  governorate('raqqa', 'SY-RA', 172957, 'SY11', 'Raqqa', 'الرقة', [], ['Raqqa', 'Ar-Raqqah', 'Rakka']),
  governorate('quneitra', 'SY-QU', 173336, 'SY14', 'Quneitra', 'القنيطرة', [], ['Quneitra', 'Al-Qunaytirah', 'Kuneitra']),
];

function governorate(town, iso, geonames, pcode, name, arabic, articles, also) {
  const more = [`${name} province`, `محافظة ${arabic}`, arabic, ...also];
  return {
    id: `${town}-governorate`,
    point: GOVERNORATE_POINTS[town],
    iso,
    geonames,
    pcode,
    title: `${name} Governorate`,
    arabic,
    articles,
    also: more,
  };
}

/** Countries. `outline` is the code in the basemap; without one a single point stands for the whole, with the precision to match. */
export const COUNTRIES = [
  {
    id: 'syria',
    code: 'SY',
    geonames: 163843,
    outline: 'SYR',
    point: [38.6, 35.1],
    title: 'Syria',
    arabic: 'سوريا',
    also: ['Syrian Arab Republic', 'سورية'],
  },
  { id: 'lebanon', code: 'LB', geonames: 272103, outline: 'LBN', point: [35.9, 34.0], title: 'Lebanon', arabic: 'لبنان', also: ['Liban'] },
  { id: 'iraq', code: 'IQ', geonames: 99237, outline: 'IRQ', point: [43.3, 33.2], title: 'Iraq', arabic: 'العراق', also: ['Irak'] },
  { id: 'israel', code: 'IL', geonames: 294640, outline: 'ISR', point: [34.9, 31.3], title: 'Israel', arabic: 'إسرائيل', also: [] },
  {
    id: 'turkey',
    code: 'TR',
    geonames: 298795,
    outline: 'TUR',
    point: [34.6, 38.8],
    title: 'Turkey',
    arabic: 'تركيا',
    articles: ['Turkiye'],
    also: ['Türkiye'],
  },
  {
    id: 'iran',
    code: 'IR',
    geonames: 130758,
    outline: 'IRN',
    point: [53.6, 32.6],
    title: 'Iran',
    arabic: 'إيران',
    articles: ['Islamic Republic of Iran'],
    also: ['ایران'],
    from: 'The basemap’s outline (OpenStreetMap), cut off at 62° E, where the basemap ends.',
    precisionM: 150_000,
    tolerance: 0.1,
  },
  {
    id: 'russia',
    code: 'RU',
    geonames: 2017370,
    point: [37.61556, 55.75222],
    precisionM: 6_500_000,
    title: 'Russia',
    arabic: 'روسيا',
    also: ['Russian Federation'],
  },
  {
    id: 'ukraine',
    code: 'UA',
    geonames: 690791,
    point: [30.5238, 50.45466],
    precisionM: 750_000,
    title: 'Ukraine',
    arabic: 'أوكرانيا',
    also: ['أوكرانيا'],
  },
  {
    id: 'united-states',
    code: 'US',
    geonames: 6252001,
    point: [-77.03637, 38.89511],
    precisionM: 8_000_000,
    title: 'United States',
    arabic: 'الولايات المتحدة',
    articles: ['US', 'U.S.'],
    also: ['United States of America', 'USA', 'أمريكا'],
  },
  {
    id: 'united-kingdom',
    code: 'GB',
    geonames: 2635167,
    point: [-0.12574, 51.50853],
    precisionM: 1_000_000,
    title: 'United Kingdom',
    arabic: 'المملكة المتحدة',
    articles: ['UK'],
    also: ['Britain', 'Great Britain', 'بريطانيا'],
  },
];

/**
 * Regions without an official outline: a point near the middle of what is meant, and an honest radius around it.
 * Points keep clear of the towns, so that a region's mark never covers a town's.
 */
export const REGIONS = [
  region('aleppo-countryside', 'area', ['SY'], [36.98, 36.06], 45_000, 'Aleppo countryside', 'ريف حلب', {
    articles: ['countryside around Aleppo'],
    also: ['Rif Halab', 'rural Aleppo'],
    why: 'Set by hand about 20 km south-west of the city, on the side of the advance.',
  }),
  region('homs-surroundings', 'area', ['SY'], [36.66, 34.65], 20_000, 'Surroundings of Homs', 'محيط حمص', {
    articles: ['areas surrounding Homs'],
    also: ['Homs surroundings', 'outskirts of Homs', 'ريف حمص'],
    why: 'Set by hand about 10 km south-west of the city; the sources name no direction.',
  }),
  region('tal-rifaat-region', 'area', ['SY'], [37.09471, 36.47229], 20_000, 'Tal Rifaat region', 'منطقة تل رفعت', {
    articles: ['Tal Rifaat region'],
    also: ["Tall Rif'at region", 'Tel Rifaat region', 'Tal Rifaat pocket', 'Tal Rifaat area'],
    why: 'The point of the town of Tal Rifaat; the region around it has no official outline.',
  }),
  region('syrian-coast', 'region', ['SY'], [35.96, 35.26], 80_000, 'Syrian coast', 'الساحل السوري', {
    articles: ['the coast', 'coastal regions of Latakia and Tartus'],
    also: ['Syrian coastal region', 'الساحل'],
    why: 'Set by hand between Latakia and Tartus.',
  }),
  region('eastern-syria', 'region', ['SY'], [40.0, 35.65], 180_000, 'Eastern Syria', 'شرق سوريا', {
    articles: ['eastern Syria'],
    also: ['east Syria', 'شرق سورية', 'شرقي سوريا'],
    why: 'Set by hand near the middle of the east.',
  }),
  region('syrian-desert', 'region', ['SY'], [38.6, 34.0], 200_000, 'Syrian Desert', 'بادية الشام', {
    fclass: 'T',
    articles: ['Syrian desert'],
    also: ['Badia', 'Badiya', 'Badiyat al-Sham', 'البادية', 'البادية السورية'],
    why: 'Set by hand near the middle of its Syrian part, where the basemap labels it.',
  }),
  region('northwest-syria', 'region', ['SY'], [36.5, 36.12], 80_000, 'Northwest Syria', 'شمال غرب سوريا', {
    articles: ['northwest Syria'],
    also: ['north-west Syria', 'northwestern Syria', 'شمال غربي سوريا'],
    why: 'Set by hand near the middle of the north-west.',
  }),
  region('northern-syria', 'region', ['SY'], [37.75, 36.3], 180_000, 'Northern Syria', 'شمال سوريا', {
    articles: ['the north'],
    also: ['north Syria', 'شمالي سوريا'],
    why: 'Set by hand near the middle of the north.',
  }),
  region('central-syria', 'region', ['SY'], [37.15, 34.9], 100_000, 'Central Syria', 'وسط سوريا', {
    articles: ['central Syria', 'west-central Syria'],
    also: ['وسط سورية'],
    why: 'Set by hand east of the Homs–Hama road.',
  }),
  region('southern-lebanon', 'region', ['LB'], [35.4, 33.3], 35_000, 'Southern Lebanon', 'جنوب لبنان', {
    articles: ['southern Lebanon'],
    also: ['South Lebanon', 'الجنوب اللبناني'],
    why: 'Set by hand near the middle of the south.',
  }),
  region('europe', 'region', [], [10.0, 50.0], 2_500_000, 'Europe', 'أوروبا', {
    articles: ['Europe'],
    also: ['أوربا'],
    why: 'Set by hand; the sources mean Europe as a whole.',
  }),
];

function region(id, kind, countries, point, precisionM, title, arabic, { fclass = 'L', articles, also, why }) {
  return { id, kind, countries, point, precisionM, title, arabic, fclass, articles, also, why };
}

/** What is shown in a form of its own: an occupied area, a strip, a bridge and two roads. */
export const GOLAN = {
  id: 'golan-heights',
  point: [35.75, 33.02],
  title: 'Golan Heights',
  arabic: 'هضبة الجولان',
  articles: ['Golan Heights', 'Israeli-occupied Golan Heights'],
  also: ['Golan', 'the Golan', 'Occupied Golan', 'Jawlan', 'Jaulan', 'الجولان', 'مرتفعات الجولان', 'الجولان المحتل'],
};
export const GAZA = {
  id: 'gaza',
  geonames: 281132,
  point: [34.37, 31.4],
  title: 'Gaza Strip',
  arabic: 'قطاع غزة',
  articles: ['Gaza'],
  also: ['Ghazzah', 'غزة'],
};
export const RASTAN_BRIDGE = {
  id: 'rastan-bridge',
  point: [36.7392, 34.9324],
  title: 'Rastan bridge',
  arabic: 'جسر الرستن',
  articles: ['Rastan bridge'],
  also: ['bridge of Rastan', 'Ar-Rastan bridge', 'Rastan dam bridge'],
};
export const ROADS = [
  {
    id: 'm5',
    ref: 'M5',
    precisionM: 9_000,
    title: 'M5 highway',
    arabic: 'الطريق السريع M5',
    articles: ['M5 highway'],
    also: ['M5', 'M-5', 'طريق M5', 'إم 5'],
  },
  {
    id: 'm4',
    ref: 'M4',
    precisionM: 16_000,
    title: 'M4 highway',
    arabic: 'الطريق السريع M4',
    articles: [],
    also: ['M4', 'M-4', 'طريق M4', 'إم 4'],
  },
];
