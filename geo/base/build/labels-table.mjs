/** River names and their label positions: each seed is a town on the bank, [longitude, latitude]. */
export const RIVER_SEEDS = {
  Orontes: {
    name_ar: 'نهر العاصي',
    seeds: [
      [36.75, 35.13],
      [36.732, 34.927],
      [36.32, 35.81],
      [36.58, 34.51],
      [36.39, 35.99],
    ],
  },
  Euphrates: {
    name_ar: 'نهر الفرات',
    seeds: [
      [40.15, 35.34],
      [39.0, 35.93],
      [40.92, 34.45],
      [38.02, 36.83],
      [40.45, 35.02],
    ],
  },
  Khabur: {
    name_ar: 'نهر الخابور',
    seeds: [
      [40.75, 36.5],
      [40.37, 36.655],
      [40.43, 35.15],
      [40.74, 36.05],
    ],
  },
  Tigris: {
    name_ar: 'نهر دجلة',
    seeds: [
      [42.18, 37.33],
      [43.13, 36.34],
      [40.22, 37.9],
    ],
  },
  Balikh: {
    name_ar: 'نهر البليخ',
    seeds: [
      [39.08, 36.2],
      [39.06, 36.5],
    ],
  },
  Jordan: {
    name_ar: 'نهر الأردن',
    seeds: [
      [35.56, 32.3],
      [35.55, 31.9],
    ],
  },
};

/** Labels of water, countries and regions: name, Arabic name, kind, [longitude, latitude]. */
export const LABELS = [
  ['Lake Assad', 'بحيرة الأسد', 'water', [38.16, 36.07]],
  ['Lake Qattinah', 'بحيرة قطينة', 'water', [36.6, 34.65]],
  ['Lake Tiberias', 'بحيرة طبريا', 'water', [35.59, 32.83]],
  ['Mediterranean Sea', 'البحر الأبيض المتوسط', 'sea', [34.6, 35.15]],
  ['Syria', 'سوريا', 'country', [38.9, 35.05]],
  ['Turkey', 'تركيا', 'country', [36.2, 38.2]],
  ['Iraq', 'العراق', 'country', [42.4, 33.6]],
  ['Jordan', 'الأردن', 'country', [37.0, 31.5]],
  ['Lebanon', 'لبنان', 'country', [35.9, 34.1]],
  ['Israel', 'إسرائيل', 'country', [34.9, 31.25]],
  ['Cyprus', 'قبرص', 'country', [33.05, 34.95]],
  ['Saudi Arabia', 'السعودية', 'country', [40.5, 30.8]],
  ['Golan Heights', 'هضبة الجولان', 'disputed', [35.75, 33.02]],
  ['Syrian Desert', 'بادية الشام', 'region', [38.6, 34.0]],
  ['Jazira', 'الجزيرة', 'region', [40.5, 36.1]],
  ['Coastal Mountains', 'جبال الساحل', 'region', [36.2, 35.3]],
];

/** Dry salt flats that OpenStreetMap maps as water, [west, south, east, north]; inside the first the border comes from Natural Earth. */
export const SALT_FLATS = [
  [40.9, 34.77, 41.7, 35.68],
  [40.0, 34.55, 40.6, 34.95],
  [42.0, 35.7, 42.6, 36.0],
  [40.9, 34.5, 41.7, 35.75],
];
